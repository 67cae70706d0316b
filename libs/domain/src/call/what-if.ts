import { specialOn } from '@domain/hours/hours.types';
import { isOpen, nextCloseAfter, nextOpeningAfter } from '@domain/hours/office-hours';
import { DateTime } from 'luxon';
import { explainRouting, routeCall, type CallRouting, type RoutingMoment, type RoutingRules } from './route-call.js';

export interface WhatIf {
  answeredBy: 'ai' | 'business_line' | 'voicemail';
  /** Why, in one sentence. */
  explanation: string;
  /** "Friday, December 25 at 2:30 PM": the moment as the contractor's clock shows it. */
  localTime: string;
  officeOpen: boolean;
  /** The closure or one-off opening of that date. */
  special: string | null;
  /** When the answer next changes because the office opens or closes. */
  changesAt: Date | null;
}

const ANSWERED_BY: Record<CallRouting['kind'], WhatIf['answeredBy']> = {
  'voice-agent': 'ai',
  'ring-business': 'business_line',
  voicemail: 'voicemail',
};

/** "What happens if someone calls at …" by the very function that routes calls, so that the page cannot promise something else. */
export function whatIf(rules: RoutingRules, moment: RoutingMoment): WhatIf {
  const routing = routeCall(rules, moment);
  const { at } = moment;
  const local = DateTime.fromJSDate(at, { zone: rules.hours.timeZone }).setLocale('en-US');
  const open = isOpen(rules.hours, at);
  return {
    answeredBy: ANSWERED_BY[routing.kind],
    explanation: explainRouting(routing),
    localTime: `${local.toFormat('cccc, LLLL d')} at ${local.toFormat('h:mm a')}`,
    officeOpen: open,
    special: specialOn(rules.hours.specialDays, local.toFormat('yyyy-MM-dd'))?.name ?? null,
    changesAt: open ? nextCloseAfter(rules.hours, at) : nextOpeningAfter(rules.hours, at),
  };
}

export interface AskedMoment {
  at: Date;
  /** Why the answer is for another clock time than the one that was asked for; null when it is not. */
  note: string | null;
}

/**
 * Reads `2026-12-25T14:30` on the contractor's clock, or an instant with its offset. Null when it is neither. A time the
 * clocks jump over is read as the one they jump to; of a time that comes twice the second is taken, as the ladder does.
 */
export function askedMoment(asked: string, timeZone: string): AskedMoment | null {
  if (/(Z|[+-]\d{2}:?\d{2})$/i.test(asked)) return instant(asked);
  const local = DateTime.fromISO(asked, { zone: timeZone });
  if (!local.isValid || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(asked)) return null;
  if (local.toFormat("yyyy-MM-dd'T'HH:mm") !== asked.slice(0, 16))
    return { at: local.toJSDate(), note: `The clocks go forward over that time; this is ${local.toFormat('h:mm a')}.` };
  const moments = local.getPossibleOffsets().map((each) => each.toMillis());
  if (moments.length < 2) return { at: local.toJSDate(), note: null };
  return {
    at: new Date(Math.max(...moments)),
    note: `${local.toFormat('h:mm a')} comes twice that night; this is the second.`,
  };
}

function instant(asked: string): AskedMoment | null {
  const at = DateTime.fromISO(asked);
  return at.isValid ? { at: at.toJSDate(), note: null } : null;
}
