import { greetingWord } from '@domain/hours/greeting-word';
import { spokenSeconds } from './spoken-length.js';

/** What may stand between double braces in a greeting (VTCR 1.3), with what it becomes. */
export const MERGE_FIELDS: Record<string, { meaning: string; required: boolean }> = {
  BUSINESS_NAME: { meaning: 'Your business name', required: true },
  AI_NAME: { meaning: "The agent's name", required: false },
  OWNER_NAME: { meaning: "The owner's name", required: false },
  CONTRACTOR_NAME: { meaning: "The owner's name, under the name older greetings use", required: false },
  GREETING_WORD: { meaning: '"tonight", "this evening", "this morning" or "today", by the hour', required: false },
};

/** A caller in trouble listens to no more than this before they speak (screen 7). */
export const GREETING_AIM_SECONDS = 6;
const LONGEST_GREETING_SECONDS = 25;
const FIELD = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** One sentence for each thing to mend in a greeting, none when it can be used. */
export function greetingProblems(template: string): string[] {
  if (template.trim() === '') return ['The greeting is empty. Start with "Hi, thanks for calling {{BUSINESS_NAME}}."'];
  const names = [...template.matchAll(FIELD)].map((match) => match[1] ?? '');
  const problems = names
    .filter((name) => !(name.toUpperCase() in MERGE_FIELDS))
    .map((name) => `{{${name}}} is not a merge field. Use ${Object.keys(MERGE_FIELDS).join(', ')}.`);
  if (!names.some((name) => name.toUpperCase() === 'BUSINESS_NAME'))
    problems.push('The greeting must contain {{BUSINESS_NAME}}, so that callers know whom they have reached.');
  if (/[{}]/.test(template.replace(FIELD, '')))
    problems.push('There is a brace without its partner. A merge field looks like {{BUSINESS_NAME}}.');
  if (spokenSeconds(template) > LONGEST_GREETING_SECONDS)
    problems.push(
      `The greeting takes longer than ${LONGEST_GREETING_SECONDS} seconds to say. Callers hang up before that.`,
    );
  return problems;
}

export interface GreetingNames {
  businessName: string;
  aiName: string;
  ownerName: string;
}

/** A piece of the greeting; `field` names the merge field its words came from, for the blue highlight. */
export interface GreetingPiece {
  text: string;
  field: string | null;
}

export interface GreetingSample {
  text: string;
  pieces: GreetingPiece[];
  /** How long it takes to say, to a tenth. */
  seconds: number;
}

/** The greeting as a caller at this local hour (0 to 23) hears it. Unknown fields stay as they were typed. */
export function greetingSample(template: string, names: GreetingNames, hour: number): GreetingSample {
  const values: Record<string, string> = {
    BUSINESS_NAME: names.businessName,
    AI_NAME: names.aiName,
    OWNER_NAME: names.ownerName,
    CONTRACTOR_NAME: names.ownerName,
    GREETING_WORD: greetingWord(hour),
  };
  const pieces = piecesOf(template, values);
  const text = pieces.map((piece) => piece.text).join('');
  return { text, pieces, seconds: spokenSeconds(text) };
}

function piecesOf(template: string, values: Record<string, string>): GreetingPiece[] {
  const pieces: GreetingPiece[] = [];
  let reached = 0;
  for (const match of template.matchAll(FIELD)) {
    const field = (match[1] ?? '').toUpperCase();
    pieces.push({ text: template.slice(reached, match.index), field: null });
    pieces.push({ text: values[field] ?? match[0], field: field in values ? field : null });
    reached = match.index + match[0].length;
  }
  pieces.push({ text: template.slice(reached), field: null });
  return pieces.filter((piece) => piece.text !== '');
}
