import { readFileSync, readdirSync } from 'node:fs';
import type { CallClass, CallerTone, SafetyInstruction, ServiceType, TriageCategory, Turn } from '../triage.types.js';

const CLASSES: CallClass[] = ['emergency', 'routine', 'spam', 'ambiguous'];
const TONES: CallerTone[] = ['calm', 'concerned', 'frustrated', 'worried', 'panicked', 'neutral'];
const TRADES: ServiceType[] = ['plumbing', 'hvac', 'electrical'];
const SERVICES: ServiceType[] = [...TRADES, 'general', 'unknown'];
const SAFETY: SafetyInstruction[] = [
  'evacuate',
  'fresh_air',
  'water_shutoff',
  'drip_faucets',
  'electrical_stay_away',
  'none',
];
const HAZARDS: TriageCategory[] = ['water', 'gas', 'co', 'heat', 'ac', 'electrical', 'safety'];
const CATEGORIES: TriageCategory[] = [
  ...HAZARDS,
  'maintenance',
  'minor_repair',
  'quote',
  'scheduling',
  'inquiry',
  'non_service',
  'spam',
];
const CASE_FIELDS = [
  'id',
  'text',
  'turns',
  'localTime',
  'trade',
  'tone',
  'priorCallsMinutesAgo',
  'outdoorTempF',
  'llmClassification',
  'label',
  'tags',
];

interface Label {
  classification: CallClass;
  accept?: CallClass[];
  category: TriageCategory;
  serviceType: ServiceType;
  acceptServiceType?: ServiceType[];
  safetyInstruction: SafetyInstruction;
  acceptSafety?: SafetyInstruction[];
  lifeSafety?: boolean;
}

interface CorpusCase {
  id: string;
  text?: string;
  turns?: Turn[];
  localTime?: string;
  trade?: ServiceType;
  tone?: CallerTone;
  priorCallsMinutesAgo?: number[];
  outdoorTempF?: number;
  llmClassification?: CallClass;
  label: Label;
  tags: string[];
}

interface Promised {
  idPrefix: string;
  atLeast: Partial<Record<CallClass | 'lifeSafety' | 'all', number>>;
}

/** What a file owes beside being well formed. The frozen part may be absent: it is written and kept by another hand. */
const PROMISED: Record<string, Promised> = {
  'dev.utterances.jsonl': {
    idPrefix: 'd-u-',
    atLeast: { all: 1000, emergency: 500, routine: 230, spam: 100, ambiguous: 100, lifeSafety: 350 },
  },
  'dev.conversations.jsonl': {
    idPrefix: 'd-c-',
    atLeast: { all: 130, emergency: 60, routine: 40, spam: 15, ambiguous: 10 },
  },
  'dev.danger.jsonl': { idPrefix: 'd-u-', atLeast: { all: 450, emergency: 250, routine: 140, lifeSafety: 250 } },
  'dev.home-failures.jsonl': { idPrefix: 'd-u-', atLeast: { all: 450, emergency: 230, routine: 100, ambiguous: 100 } },
  'dev.office-talk.jsonl': { idPrefix: 'd-u-', atLeast: { all: 450, routine: 320, emergency: 50, ambiguous: 60 } },
  'dev.solicitors.jsonl': { idPrefix: 'd-u-', atLeast: { all: 400, spam: 220, routine: 100, emergency: 50 } },
  'dev.talks.jsonl': { idPrefix: 'd-c-', atLeast: { all: 170, emergency: 70, routine: 50, spam: 20, ambiguous: 20 } },
  'dev.mixed.jsonl': { idPrefix: 'd-u-', atLeast: { all: 180, emergency: 40, routine: 80, spam: 25, ambiguous: 25 } },
  'dev.plain-dangers.jsonl': { idPrefix: 'd-', atLeast: { all: 400, emergency: 320, routine: 50, lifeSafety: 280 } },
  'dev.routine-nights.jsonl': { idPrefix: 'd-', atLeast: { all: 410, routine: 290, ambiguous: 80, emergency: 40 } },
  'dev.cold-and-hot.jsonl': { idPrefix: 'd-', atLeast: { all: 430, emergency: 240, routine: 130, ambiguous: 60 } },
  'dev.who-is-calling.jsonl': { idPrefix: 'd-', atLeast: { all: 370, spam: 170, routine: 100, emergency: 60 } },
  'dev.gas-and-current.jsonl': { idPrefix: 'd-', atLeast: { all: 460, emergency: 350, routine: 90, lifeSafety: 350 } },
  'dev.water-and-weather.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 400, emergency: 240, routine: 70, ambiguous: 80, lifeSafety: 140 },
  },
  'dev.ordinary-nights.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 420, emergency: 50, routine: 230, spam: 100, ambiguous: 30, lifeSafety: 30 },
  },
  'dev.conversations-at-night.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 180, emergency: 80, routine: 40, spam: 20, ambiguous: 20, lifeSafety: 60 },
  },
  'dev.a-month-of-calls.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 420, emergency: 180, routine: 120, spam: 50, ambiguous: 50, lifeSafety: 120 },
  },
  'dev.hard-to-hear.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 400, emergency: 200, routine: 100, spam: 50, ambiguous: 40, lifeSafety: 160 },
  },
  'dev.sellers-and-askers.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 420, emergency: 60, routine: 140, spam: 200, lifeSafety: 60 },
  },
  'dev.in-doubt.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 420, emergency: 160, routine: 110, ambiguous: 130, lifeSafety: 50 },
  },
  'dev.quiet-dangers.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 420, emergency: 310, routine: 70, ambiguous: 20, lifeSafety: 310 },
  },
  'dev.another-month.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 430, emergency: 170, routine: 140, spam: 50, ambiguous: 60, lifeSafety: 110 },
  },
  'dev.answers-given.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 170, emergency: 70, routine: 50, spam: 15, ambiguous: 25, lifeSafety: 60 },
  },
  'dev.first-sentences.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 380, emergency: 210, routine: 100, spam: 30, ambiguous: 30, lifeSafety: 180 },
  },
  'dev.pitches-and-chores.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 380, emergency: 35, routine: 170, spam: 160, lifeSafety: 35 },
  },
  'frozen.utterances.jsonl': {
    idPrefix: 'f',
    atLeast: { all: 560, emergency: 280, routine: 130, spam: 60, ambiguous: 60, lifeSafety: 200 },
  },
  'frozen.conversations.jsonl': {
    idPrefix: 'f',
    atLeast: { all: 60, emergency: 30, routine: 15, spam: 5, ambiguous: 5 },
  },
  'dev.from-the-country.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 290, emergency: 120, routine: 90, spam: 25, ambiguous: 40, lifeSafety: 90 },
  },
  'dev.from-the-city.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 320, emergency: 150, routine: 95, spam: 30, ambiguous: 35, lifeSafety: 110 },
  },
  'dev.from-the-suburbs.jsonl': {
    idPrefix: 'd-',
    atLeast: { all: 280, emergency: 130, routine: 80, spam: 25, ambiguous: 30, lifeSafety: 110 },
  },
  'dev.from-the-voicemail.jsonl': {
    idPrefix: 'd-u-',
    atLeast: { all: 250, emergency: 110, routine: 75, spam: 25, ambiguous: 30, lifeSafety: 90 },
  },
};

const FILES = readdirSync(new URL('./', import.meta.url))
  .filter((name) => /^(dev|frozen)\..*jsonl$/.test(name))
  .sort();

/** The callers of PRD §12, scenarios 1 to 13, as the PRD quotes them; scenario 14 is a recording it only describes. */
const PRD_SENTENCES = [
  'Water is pouring through my ceiling',
  'I smell gas near my furnace',
  "No heat, it's 15 degrees, I have a newborn",
  'My outlet is sparking and I smell burning',
  'My furnace just shut off',
  "there's water everywhere",
  "I'd like to schedule an AC tune-up",
  'Can I get a quote on a water heater?',
  'My faucet has been dripping for a week',
  "My toilet's been running for 3 days",
  'My AC stopped working',
  'Something is wrong with my furnace',
  "it's making a weird noise",
  "it won't turn on and it's freezing",
  "Hi, I'm calling from ABC Marketing about your Google Ads",
];

function linesOf(file: string): string[] {
  return readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
}

function parseLine(line: string, where: string): CorpusCase {
  try {
    return JSON.parse(line) as CorpusCase;
  } catch {
    throw new Error(`${where} is not valid JSON: ${line.slice(0, 80)}`);
  }
}

function readFile(file: string): CorpusCase[] {
  return linesOf(file).map((line, index) => parseLine(line, `${file}:${index + 1}`));
}

function spoken(call: CorpusCase): string {
  return (call.text ?? (call.turns ?? []).map((turn) => turn.text).join(' ')).toLowerCase();
}

/** Punctuation and casing do not make a new case, except for silence, which is nothing but punctuation. */
function fingerprint(call: CorpusCase): string {
  const words = spoken(call)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? spoken(call) : words;
}

function unknownValues(call: CorpusCase): string[] {
  const { label } = call;
  const checks: [string, readonly string[], readonly (string | undefined)[]][] = [
    ['field', CASE_FIELDS, Object.keys(call)],
    ['class', CLASSES, [label.classification, ...(label.accept ?? []), call.llmClassification]],
    ['category', CATEGORIES, [label.category]],
    ['service type', SERVICES, [label.serviceType, ...(label.acceptServiceType ?? [])]],
    ['safety instruction', SAFETY, [label.safetyInstruction, ...(label.acceptSafety ?? [])]],
    ['tone', TONES, [call.tone]],
    ['trade', TRADES, [call.trade]],
    ['role', ['agent', 'caller'], (call.turns ?? []).map((turn) => turn.role)],
  ];
  return checks.flatMap(([name, allowed, values]) =>
    values
      .filter((value) => value !== undefined && !allowed.includes(value))
      .map((value) => `${call.id}: ${name} ${String(value)}`),
  );
}

function contradictions(call: CorpusCase): string[] {
  const { label } = call;
  const isEmergency = label.classification === 'emergency';
  const rules: [boolean, string][] = [
    [isEmergency || label.safetyInstruction === 'none', 'only an emergency carries a safety instruction'],
    [isEmergency || !label.lifeSafety, 'only an emergency can be life safety'],
    [!label.accept?.includes(label.classification), 'accept repeats the gold class'],
    [label.classification !== 'spam' || !label.accept?.includes('emergency'), 'spam never wakes anybody'],
    [(label.category === 'spam') === (label.classification === 'spam'), 'class and category disagree about spam'],
    [!label.lifeSafety || !label.accept?.includes('routine'), 'a life-safety call is never routine'],
  ];
  return rules.filter(([holds]) => !holds).map(([, rule]) => `${call.id}: ${rule}`);
}

function hasContextInRange(call: CorpusCase): boolean {
  const { localTime = '12:00', outdoorTempF = 60, priorCallsMinutesAgo = [] } = call;
  return (
    /^([01]\d|2[0-3]):[0-5]\d$/.test(localTime) &&
    outdoorTempF > -60 &&
    outdoorTempF < 130 &&
    priorCallsMinutesAgo.every((minutes) => Number.isInteger(minutes) && minutes >= 0)
  );
}

const corpus = FILES.map((file) => ({
  file,
  cases: readFile(file),
  ...(PROMISED[file] ?? { idPrefix: '', atLeast: {} }),
}));
const everyCase = corpus.flatMap((part) => part.cases);

describe('the triage corpus', () => {
  describe.each(corpus)('$file', ({ cases, idPrefix, atLeast }) => {
    it('holds at least the promised number of calls of every class', () => {
      const counts = {
        all: cases.length,
        lifeSafety: cases.filter((call) => call.label.lifeSafety).length,
        ...Object.fromEntries(
          CLASSES.map((name) => [name, cases.filter((call) => call.label.classification === name).length]),
        ),
      } as Record<string, number>;
      const short = Object.entries(atLeast).filter(([name, minimum]) => (counts[name] ?? 0) < minimum);
      expect(short).toEqual([]);
    });

    it('names its cases with its own prefix and tags every one of them', () => {
      expect(cases.filter((call) => !call.id.startsWith(idPrefix) || call.tags.length === 0)).toEqual([]);
    });

    it('uses no value outside the vocabulary of triage', () => {
      expect(cases.flatMap(unknownValues)).toEqual([]);
    });

    it('contradicts no rule of the labelling paper that a machine can check', () => {
      expect(cases.flatMap(contradictions)).toEqual([]);
    });

    it('keeps times, temperatures and prior calls in range', () => {
      expect(cases.filter((call) => !hasContextInRange(call)).map((call) => call.id)).toEqual([]);
    });
  });

  it('gives every case either one sentence or a conversation of 2 to 12 turns', () => {
    const misshapen = everyCase.filter((call) => {
      const turns = call.turns?.length ?? 0;
      return call.text !== undefined ? call.text === '' || turns > 0 : turns < 2 || turns > 12;
    });
    expect(misshapen.map((call) => call.id)).toEqual([]);
  });

  it('never uses an id twice', () => {
    expect(new Set(everyCase.map((call) => call.id)).size).toBe(everyCase.length);
  });

  it('never says the same thing twice, so that no development case can leak into the frozen part', () => {
    const seen = new Map<string, string>();
    const repeated = everyCase.filter((call) => {
      const earlier = seen.get(fingerprint(call));
      seen.set(fingerprint(call), call.id);
      return earlier !== undefined;
    });
    expect(repeated.map((call) => call.id)).toEqual([]);
  });

  it('quotes the callers of PRD §12, scenarios 1 to 13, word for word in the development part', () => {
    const quoted = new Set(
      corpus
        .filter(({ file }) => file.startsWith('dev.'))
        .flatMap((part) => part.cases.flatMap((call) => call.text ?? call.turns?.map((turn) => turn.text) ?? [])),
    );
    expect(PRD_SENTENCES.filter((sentence) => !quoted.has(sentence))).toEqual([]);
  });

  it('lets the voice agent err in both directions, as it does on the phone', () => {
    const heard = everyCase.filter((call) => call.llmClassification !== undefined);
    const missed = heard.filter(
      (call) => call.label.classification === 'emergency' && call.llmClassification === 'routine',
    );
    const cried = heard.filter(
      (call) => call.label.classification === 'routine' && call.llmClassification === 'emergency',
    );
    expect(heard.length).toBeGreaterThan(everyCase.length / 5);
    expect(missed.length).toBeGreaterThan(20);
    expect(cried.length).toBeGreaterThan(20);
  });
});
