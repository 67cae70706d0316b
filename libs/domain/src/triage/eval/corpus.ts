import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type {
  CallClass,
  CallerTone,
  SafetyInstruction,
  ServiceType,
  Trade,
  TriageCategory,
  TriageContext,
  Turn,
} from '../triage.types.js';

/** What a person says the call is; `accept…` lists further answers counted as right. */
export interface Label {
  classification: CallClass;
  accept?: CallClass[];
  category: TriageCategory;
  serviceType: ServiceType;
  acceptServiceType?: ServiceType[];
  safetyInstruction: SafetyInstruction;
  acceptSafety?: SafetyInstruction[];
  lifeSafety?: boolean;
}

export interface LabelledCall {
  id: string;
  turns: Turn[];
  context: TriageContext;
  /** What a voice model said of the same call, on the calls where one was asked. */
  modelClass?: CallClass;
  label: Label;
}

/** One line of a corpus file. */
interface CorpusLine {
  id: string;
  text?: string;
  turns?: Turn[];
  localTime?: string;
  trade?: Trade;
  tone?: CallerTone;
  priorCallsMinutesAgo?: number[];
  outdoorTempF?: number;
  llmClassification?: CallClass;
  label: Label;
}

/** `unread`: written after the last training, and learned from by nothing until another file takes its place. */
export type Part = 'development' | 'unread' | 'frozen';

const PREFIX: Record<Part, string> = { development: 'dev.', unread: 'unread.', frozen: 'frozen.' };

// Compiled, this file lies under dist; the corpus stays beside the source.
const DIRECTORY = fileURLToPath(new URL('../corpus/', import.meta.url)).replace('/dist/libs/', '/libs/');

/** The files of a part, by name; a missing directory counts as empty, and the frozen part may be absent. */
export function filesOf(part: Part, directory: string = DIRECTORY): string[] {
  const files = existsSync(directory) ? readdirSync(directory).sort() : [];
  return files.filter((name) => name.startsWith(PREFIX[part]) && name.endsWith('.jsonl'));
}

/** The labelled calls of one file. */
export const readFile = (name: string, directory: string = DIRECTORY): LabelledCall[] =>
  readLines(`${directory}${name}`).map(toCall);

/** All labelled calls of a part, from every file that bears its name. */
export const readPart = (part: Part, directory: string = DIRECTORY): LabelledCall[] =>
  filesOf(part, directory).flatMap((name) => readFile(name, directory));

const readLines = (path: string): CorpusLine[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as CorpusLine);

// The model's class is kept apart: the engine is judged on its own reading of the words.
const toCall = (line: CorpusLine): LabelledCall => ({
  id: line.id,
  turns: line.turns ?? [{ role: 'caller', text: line.text ?? '' }],
  context: {
    localTime: line.localTime,
    trade: line.trade,
    tone: line.tone,
    outdoorTempF: line.outdoorTempF,
    priorCalls: line.priorCallsMinutesAgo?.map((minutesAgo) => ({ minutesAgo })),
  },
  modelClass: line.llmClassification,
  label: line.label,
});
