import {
  answeredAddress,
  answeredName,
  confirmsNumber,
  refuses,
  saysNo,
  saysNothingMore,
  spokenNumber,
  volunteeredAddress,
  volunteeredName,
} from './answers.js';
import type { Notepad } from './notepad.js';

/** What the agent has just asked and is waiting to hear. */
export type Question = 'need' | 'urgency' | 'name' | 'address' | 'number' | 'details' | 'slot' | 'anything-else';

/** PRD §4: the emergency path asks for the address before the number, the routine path the other way round. */
const ORDER = {
  emergency: ['name', 'address', 'number'],
  routine: ['name', 'number', 'address', 'details'],
} as const;

/** A longer sentence that begins with "no" is about something else: "No issues, it's working fine." */
const DENIAL_WORDS = 6;
/** Asking a third time would cost more than the answer is worth. */
const MAX_ASKS = 2;

export function nextQuestion(notepad: Notepad, asked: ReadonlyMap<Question, number>): Question | undefined {
  const order: readonly Question[] = notepad.classification === 'emergency' ? ORDER.emergency : ORDER.routine;
  return order.find((question) => !isAnswered(notepad, question, asked) && (asked.get(question) ?? 0) < MAX_ASKS);
}

function isAnswered(notepad: Notepad, question: Question, asked: ReadonlyMap<Question, number>): boolean {
  if (question === 'name') return notepad.name !== undefined;
  if (question === 'address') return notepad.address !== undefined || notepad.addressRefused;
  if (question === 'number') return notepad.numberConfirmed;
  return asked.has(question);
}

/** Writes the reply down under the question it answers; what the caller volunteers besides is kept too. */
export function writeDown(notepad: Notepad, question: Question, words: string): void {
  notepad.name ??= volunteeredName(words);
  notepad.address ??= volunteeredAddress(words);
  if (question === 'name') writeName(notepad, words);
  else if (question === 'address') writeAddress(notepad, words);
  else if (question === 'number') writeNumber(notepad, words);
  else writeIssue(notepad, question, words);
}

function writeName(notepad: Notepad, words: string): void {
  notepad.name ??= answeredName(words);
  if (!notepad.name && !refuses(words)) writeIssue(notepad, 'need', words);
}

function writeAddress(notepad: Notepad, words: string): void {
  notepad.address ??= answeredAddress(words);
  if (notepad.address || !(refuses(words) || saysNo(words))) return;
  notepad.addressRefused = true;
  notepad.remarks.push('Address not provided.');
}

function writeNumber(notepad: Notepad, words: string): void {
  const spoken = spokenNumber(words);
  notepad.number = spoken ?? notepad.number;
  notepad.numberConfirmed = spoken !== undefined || agreesToNumber(notepad, words);
  if (notepad.numberConfirmed) return;
  if (saysNo(words) && words.split(/\s+/).length <= DENIAL_WORDS) notepad.number = undefined;
  else writeIssue(notepad, 'need', words);
}

function agreesToNumber(notepad: Notepad, words: string): boolean {
  return refuses(words) || (notepad.number !== undefined && confirmsNumber(words));
}

function writeIssue(notepad: Notepad, question: Question, words: string): void {
  const plainChoice = question === 'urgency' && words.split(/\s+/).length < 5;
  if (question === 'slot' || plainChoice || saysNothingMore(words)) return;
  if (question === 'anything-else') notepad.remarks.push(words);
  notepad.issue.push(words);
}

const SERVICE_IN_WORDS: Record<Notepad['service'], string> = {
  plumbing: 'your plumbing',
  hvac: 'your heating and cooling',
  electrical: 'your electrical',
  general: 'it',
  unknown: 'it',
};

/** The questions of PRD §4, stages 3 and 4. */
export function questionLine(question: Question, notepad: Notepad): string {
  return QUESTIONS[question](notepad);
}

const anythingElse = () => 'Is there anything else I should pass along?';

const QUESTIONS: Record<Question, (notepad: Notepad) => string> = {
  need: () => 'How can I help?',
  name: () => 'Can I get your name?',
  address: addressQuestion,
  number: numberQuestion,
  details: (notepad) =>
    `And can you tell me a little more about what's going on with ${SERVICE_IN_WORDS[notepad.service]}?`,
  urgency: anythingElse,
  slot: anythingElse,
  'anything-else': anythingElse,
};

function addressQuestion(notepad: Notepad): string {
  const urgent = notepad.classification === 'emergency';
  return urgent ? "And what's the address where you need service?" : "What's the address for the service?";
}

function numberQuestion(notepad: Notepad): string {
  if (!notepad.number) return "And what's the best number to reach you at?";
  const ending = notepad.number.slice(-4);
  return notepad.classification === 'emergency'
    ? `And just to confirm, the best number to reach you is the one you're calling from, ending in ${ending}?`
    : `And is the number you're calling from, ending in ${ending}, the best one to reach you at?`;
}

/** Read back for confirmation before the call closes: name, number, address, issue. */
export function readBack(notepad: Notepad): string {
  const number = notepad.number ? `the number ending in ${notepad.number.slice(-4)}` : undefined;
  const parts = [notepad.name, notepad.address, number].filter((part) => part !== undefined);
  return parts.length > 0 ? `Let me read that back: ${parts.join(', ')}.` : '';
}
