import type { Evidence, TriageContext } from '../triage.types.js';
import { first, says } from './call.js';
import type { Call } from './call.js';
import type { Judgement } from './judgement.js';

const REPEAT_WINDOW_MINUTES = 240;
const ADMINISTRATIVE = [
  'nonService',
  'maintenance',
  'quote',
  'scheduling',
  'inquiry',
  'howMuch',
  'justAsking',
  'laterDate',
  'workingFine',
  'wrongNumber',
];

/** What the caller asks for, how they sound, whether they called before, and the hour: in this order. */
export function weighCircumstances(
  words: Judgement,
  call: Call,
  context: TriageContext,
): { judgement: Judgement; evidence: Evidence[] } {
  const evidence: Evidence[] = [];
  let judgement = words;
  const raise = (rule: string, said: string): void => {
    judgement = { ...judgement, classification: 'emergency' };
    evidence.push({ turn: -1, words: said, rule, favours: 'emergency' });
  };
  if (judgement.firmness === 'hazard') return { judgement, evidence };
  if (context.tone === 'panicked' && judgement.topic !== 'nonService') raise('tone: panicked', 'panicked');
  else if (asksForSomeoneNow(call, judgement)) raise('explicit request', 'asks for someone now');
  else if (call.answer)
    judgement = {
      ...judgement,
      classification: call.answer === 'tonight' ? 'emergency' : 'routine',
      firmness: 'clear',
    };
  else if (says(call, 'noRush') && judgement.topic !== 'nonService')
    judgement = { ...judgement, classification: 'routine' };
  if (call.answer) return { judgement, evidence };
  if (isRepeat(context) && !ADMINISTRATIVE.includes(judgement.topic) && judgement.classification !== 'emergency')
    raise('repeat caller', 'called within four hours');
  if (context.voiceAgentClass === 'emergency' && judgement.classification === 'ambiguous')
    raise('voice agent', 'voice agent says emergency');
  if (isNight(context.localTime) && judgement.classification === 'ambiguous')
    raise('night window 22:00-05:00', context.localTime ?? '');
  return { judgement, evidence };
}

function asksForSomeoneNow(call: Call, judgement: Judgement): boolean {
  if (says(call, 'takenBack') || judgement.topic === 'nonService') return false;
  if (says(call, 'needNow')) return true;
  if (says(call, 'explicit') && !ADMINISTRATIVE.includes(judgement.topic)) return true;
  return judgement.classification === 'ambiguous' && first(call, 'soon') !== undefined;
}

const isRepeat = (context: TriageContext): boolean =>
  (context.priorCalls ?? []).some((prior) => prior.minutesAgo <= REPEAT_WINDOW_MINUTES);

/** PRD §3: between 22:00 and 05:00 doubt tips towards emergency. */
export const isNight = (localTime: string | undefined): boolean =>
  localTime !== undefined && (localTime >= '22:00' || localTime < '05:00');
