import type { IntakeQuestion, Spoken } from '@domain/call/caller-hears';
import { linesIn, questionWords, SPANISH_OFFER, standingWords } from './intake-lines.js';
import type { IntakeLanguage, Reached } from './intake-lines.types.js';
import type { IntakeAsk } from './intake-step.js';

/** Everything that is said with one question. */
export type QuestionWords = Pick<IntakeQuestion, 'first' | 'apology' | 'prompt'>;

/** `fresh`: nobody has spoken with the caller. `cut-off`: the agent had. `onwards`: the intake had. */
export type IntakeBeginning =
  | { kind: 'fresh'; businessName: string; offersSpanish: boolean }
  | { kind: 'cut-off'; knowsSomething: boolean }
  | { kind: 'onwards' };

export interface QuestionMoment {
  language: IntakeLanguage;
  ask: IntakeAsk;
  isAgain: boolean;
  beginning: IntakeBeginning;
  callerPhone: string | null;
  /** The safety line the caller has not been told yet. */
  safetyLine: string | null;
  isEmergency: boolean;
  /** Who is being reached, when the caller is to hear of it now. */
  announced: Reached | null;
}

/** A question with what belongs in front of it: danger first, then what is being done, then the question (decision 2). */
export function questionWith(moment: QuestionMoment): QuestionWords {
  const { language, ask, callerPhone, safetyLine, beginning } = moment;
  const inLanguage = (words: string): Spoken => ({ words, language });
  const question = questionWords(language, ask, callerPhone);
  const lead = leadOf(moment);
  const offersSpanish = beginning.kind === 'fresh' && beginning.offersSpanish && language === 'en';
  return {
    first: safetyLine ? [inLanguage(safetyLine)] : [],
    apology: beginning.kind === 'cut-off' ? inLanguage(linesIn(language).cutOff) : null,
    prompt: offersSpanish
      ? [inLanguage(lead), { words: SPANISH_OFFER, language: 'es' }, inLanguage(question)]
      : [inLanguage([lead, question].filter(Boolean).join(' '))],
  };
}

function leadOf(moment: QuestionMoment): string {
  const { beginning, language, isEmergency } = moment;
  const lines = linesIn(language);
  switch (beginning.kind) {
    case 'fresh':
      return `${lines.greeting(beginning.businessName)} ${isEmergency ? announcement(moment) : lines.keyOffer}`;
    case 'cut-off':
      return afterCutOff(moment, beginning.knowsSomething);
    case 'onwards':
      return transition(moment);
  }
}

function afterCutOff(moment: QuestionMoment, knowsSomething: boolean): string {
  const lines = linesIn(moment.language);
  const parts = [
    ...(moment.isEmergency ? [lines.reported, announcement(moment)] : [lines.keyOffer]),
    lines.automated,
    knowsSomething ? lines.stillKnown : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** Between two questions: what has just been set going, or that the answer was not understood. */
function transition(moment: QuestionMoment): string {
  const lines = linesIn(moment.language);
  if (moment.announced) return `${announcement(moment)} ${lines.details}`;
  if (moment.isAgain) return lines.notCaught;
  return moment.ask === 'name' && !moment.isEmergency ? lines.gotIt : '';
}

const announcement = ({ announced, language }: QuestionMoment): string =>
  announced ? standingWords(language, announced) : '';

/** As one line of the transcript. */
export const asSaid = ({ first, apology, prompt }: QuestionWords): string =>
  [...first, ...(apology ? [apology] : []), ...prompt].map(({ words }) => words).join(' ');
