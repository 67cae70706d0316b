import type { CallerTone, CallClass, PriorCall, TriageContext } from '@domain/triage/triage.types';
import { DateTime } from 'luxon';
import type { AfterHoursConfig } from '../config/config.types.js';
import type { Call } from './call.entity.js';

interface Beside {
  at: Date;
  earlier: PriorCall[];
  agent: { classification: CallClass; tone: CallerTone | null } | null;
}

const TRADES = ['plumbing', 'hvac', 'electrical'] as const;

/** What the rules are told besides the words: the account's own hour, its trade and phrases, earlier calls, the agent's ear. */
export function triageContext(config: AfterHoursConfig, call: Call, { at, earlier, agent }: Beside): TriageContext {
  const trade = config.trades.length === 1 ? TRADES.find((known) => known === config.trades[0]) : undefined;
  const heardAt = call.endedAt ?? at;
  return {
    localTime: DateTime.fromJSDate(heardAt, { zone: config.timeZone }).toFormat('HH:mm'),
    extraEmergencyPhrases: config.emergencyPhrases,
    ...(trade ? { trade } : {}),
    ...(earlier.length > 0 ? { priorCalls: earlier } : {}),
    ...(agent ? { voiceAgentClass: agent.classification } : {}),
    ...(agent?.tone ? { tone: agent.tone } : {}),
  };
}
