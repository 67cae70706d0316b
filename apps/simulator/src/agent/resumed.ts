import type { Question } from './interview.js';
import type { Notepad } from './notepad.js';

/**
 * What the prompt's line "Already known from earlier in this same call" puts on the pad: a model that reads it asks for
 * none of that again. Undefined for a call that begins.
 */
export function resumedNotepad(fresh: Notepad, variables: Record<string, unknown>): Notepad | undefined {
  const known = variables.already_known;
  if (typeof known !== 'string' || known === 'nothing') return undefined;
  const issue = factIn(known, 'problem');
  return {
    ...fresh,
    classification: 'emergency',
    numberConfirmed: known.includes('confirmed'),
    ...optional('name', factIn(known, 'name')),
    ...optional('address', factIn(known, 'address')),
    issue: issue ? [issue] : [],
  };
}

/** What the opening of such a call asks for, in the interview's order. */
export function openQuestion({ name, address }: Notepad): Question {
  if (!name) return 'name';
  return address ? 'anything-else' : 'address';
}

const factIn = (known: string, label: string): string | undefined => new RegExp(`${label} "([^"]*)"`).exec(known)?.[1];

const optional = <Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> =>
  value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, string>>);
