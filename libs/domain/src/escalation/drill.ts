import { shortened, TWO_SEGMENTS } from './gsm7.js';
import type { EscalationPolicy } from './policy.js';

/** In front of every word of a rehearsal: nobody may drive out for it, and nobody may take an emergency for one. */
const MARK = 'DRILL, no real emergency. ';
const SPOKEN_MARK = 'This is a drill, not a real emergency. ';
const CODE = /^\[[A-Z0-9]{2}\] /;

/** How long the last person of a rehearsal has to answer. */
const LAST_WAIT_SECONDS = 180;

/** A text of a rehearsal. The incident's code stays first, because people answer with it. Marking twice changes nothing. */
export function markedAsDrill(text: string): string {
  const code = CODE.exec(text)?.[0] ?? '';
  const words = text.slice(code.length);
  return words.startsWith(MARK) ? text : shortened(`${code}${MARK}${words}`, TWO_SEGMENTS);
}

/** A spoken line of a rehearsal. */
export const spokenAsDrill = (words: string): string => (words.startsWith(SPOKEN_MARK) ? words : SPOKEN_MARK + words);

/** A rehearsal pages everybody once: the repeats would only wake the owner again. */
export const drillPolicy = (policy: EscalationPolicy): EscalationPolicy => ({
  ...policy,
  repeat: { ...policy.repeat, times: 0, everySeconds: LAST_WAIT_SECONDS },
});

export const DRILL_OUTCOMES = ['drill_finished', 'drill_canceled', 'drill_interrupted'] as const;
/** `drill_interrupted`: a real emergency came in. */
export type DrillOutcome = (typeof DRILL_OUTCOMES)[number];
export type DrillState = 'running' | 'finished' | 'canceled' | 'interrupted';

export function drillState(outcome: string | null): DrillState {
  if (outcome === 'drill_finished') return 'finished';
  if (outcome === 'drill_interrupted') return 'interrupted';
  return outcome === null ? 'running' : 'canceled';
}
