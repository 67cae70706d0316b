import type { Spoken } from '@domain/call/caller-hears';
import type { PagerLanguage, Said } from '@domain/on-call/pager-language';
import { shortened, TWO_SEGMENTS } from './gsm7.js';
import type { EscalationPolicy } from './policy.js';

/** In front of every word of a rehearsal: nobody may drive out for it, and nobody may take an emergency for one. */
const MARK: Said = { en: 'DRILL, no real emergency. ', es: 'SIMULACRO, no es real. ' };
const SPOKEN_MARK: Said = {
  en: 'This is a drill, not a real emergency.',
  es: 'Esto es un simulacro, no una emergencia real.',
};
const CODE = /^\[[A-Z0-9]{2}\] /;

/** How long the last person of a rehearsal has to answer. */
const LAST_WAIT_SECONDS = 180;

/** A text of a rehearsal. The incident's code stays first, because people answer with it. Marking twice changes nothing. */
export function markedAsDrill(text: string, language: PagerLanguage): string {
  const code = CODE.exec(text)?.[0] ?? '';
  const words = text.slice(code.length);
  return words.startsWith(MARK[language]) ? text : shortened(`${code}${MARK[language]}${words}`, TWO_SEGMENTS);
}

/** A spoken line of a rehearsal. */
export const spokenAsDrill = ({ words, language }: Spoken): Spoken => ({
  words: words.startsWith(SPOKEN_MARK[language]) ? words : `${SPOKEN_MARK[language]} ${words}`,
  language,
});

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
