import type { TriageContext } from '@domain/triage/triage.types';
import type { Brief } from './mind.types.js';

const GREETING = /thanks for calling (.+?)\. this is (\w+), (.+?)'s after-hours/i;

/**
 * Values for the placeholders of the PRD's lines. Taken from the call's variables by what their names mean, else from the
 * greeting, which always names the business, the agent and the owner.
 */
export function knownWords(brief: Brief): Record<string, string> {
  const greeting = GREETING.exec(brief.openingLine);
  return {
    'Business Name': variable(brief.variables, /^business_?name$/i) ?? greeting?.[1] ?? 'us',
    Owner: variable(brief.variables, /^(?:owner|contractor)(?:_?name)?$/i) ?? greeting?.[3] ?? 'the owner',
    Opening: variable(brief.variables, /open(?:s|ing)|office_hours/i) ?? '8 AM',
  };
}

/** What the ear is told besides the words: the hour at the contractor's, and earlier calls from this number. */
export function triageContextOf(variables: Record<string, unknown>): TriageContext {
  const localTime = clockTime(variable(variables, /^local_?time$/i) ?? '');
  const priorCalls = wasRepeatCaller(variables) ? [{ minutesAgo: minutesAgo(variables) }] : undefined;
  return { ...(localTime && { localTime }), ...(priorCalls && { priorCalls }) };
}

export function wasRepeatCaller(variables: Record<string, unknown>): boolean {
  return /^(?:true|yes|1)\b|called/i.test(variable(variables, /repeat/i) ?? '');
}

function minutesAgo(variables: Record<string, unknown>): number {
  return Number(variable(variables, /minutes_?ago/i) ?? 60);
}

function variable(variables: Record<string, unknown>, name: RegExp): string | undefined {
  const value = Object.entries(variables).find(([key]) => name.test(key))?.[1];
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

/** "9:22 PM" and "21:22" become "21:22". */
function clockTime(spoken: string): string | undefined {
  const match = /^(\d{1,2}):(\d{2})\s*([ap])?\.?m?/i.exec(spoken.trim());
  if (!match) return undefined;
  const hour = Number(match[1]) % (match[3] ? 12 : 24);
  const afternoon = match[3]?.toLowerCase() === 'p' ? 12 : 0;
  return `${String(hour + afternoon).padStart(2, '0')}:${match[2] ?? '00'}`;
}
