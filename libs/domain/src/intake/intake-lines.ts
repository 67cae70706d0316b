import { firstName } from '@domain/persona/call-variables';
import { ENGLISH } from './lines-english.js';
import { SPANISH } from './lines-spanish.js';
import type { IntakeLanguage, IntakeLines, Reached } from './intake-lines.types.js';
import type { IntakeAsk } from './intake-step.js';

export const linesIn = (language: IntakeLanguage): IntakeLines => (language === 'es' ? SPANISH : ENGLISH);

/** In front of the English greeting's end, for accounts that also speak Spanish: a recogniser listens for one language. */
export const SPANISH_OFFER = 'Para español, oprima el dos.';
export const SPANISH_KEY = '2';
export const EMERGENCY_KEY = '1';

/** What is asked for, as it is said. `callerPhone` is only ever read out by its last digits. */
export function questionWords(language: IntakeLanguage, ask: IntakeAsk, callerPhone: string | null): string {
  const lines = linesIn(language);
  if (ask !== 'confirm_number') return lines.ask[ask];
  return lines.confirmNumber((callerPhone ?? '').slice(-4).split('').join(' '));
}

/** What is being done about the emergency, as it stands. */
export function standingWords(language: IntakeLanguage, { onCallName, standing }: Reached): string {
  const lines = linesIn(language);
  const name = firstName(onCallName);
  if (standing === 'taken') return lines.taken(name);
  return standing === 'paging' ? lines.paging(name) : lines.stillPaging(name);
}

/** The last words of an emergency: who has it, or that nobody has picked up yet, and what to do in danger. */
export function farewellWords(language: IntakeLanguage, { onCallName, standing }: Reached): string {
  const lines = linesIn(language);
  const name = firstName(onCallName);
  const outcome = standing === 'taken' ? lines.taken(name) : lines.notReached(name);
  return `${outcome} ${lines.inDanger} ${lines.goodbye}`;
}
