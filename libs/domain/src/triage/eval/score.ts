import type { Assessment, CallClass } from '../triage.types.js';
import type { LabelledCall } from './corpus.js';

/** So many of so many. */
export interface Rate {
  hits: number;
  of: number;
}

/** A labelled call and what was said of it. */
export interface Verdict {
  call: LabelledCall;
  said: Pick<Assessment, 'classification'> & Partial<Assessment>;
}

export interface Scores {
  calls: number;
  lifeSafetyRecall: Rate;
  emergencyRecall: Rate;
  falseWakes: Rate;
  spamPrecision: Rate;
  spamRecall: Rate;
  ambiguousAsked: Rate;
  category: Rate;
  serviceType: Rate;
  safetyInstruction: Rate;
}

const isRight = ({ call, said }: Verdict): boolean =>
  call.label.classification === said.classification || (call.label.accept ?? []).includes(said.classification);

/** The figures of issue 3, item 5. An accepted class counts as right everywhere. */
export function score(verdicts: Verdict[]): Scores {
  const labelled = (classification: CallClass): Verdict[] =>
    verdicts.filter(({ call }) => call.label.classification === classification);
  const emergencies = labelled('emergency');
  return {
    calls: verdicts.length,
    lifeSafetyRecall: rate(
      emergencies.filter(({ call }) => call.label.lifeSafety),
      isRight,
    ),
    emergencyRecall: rate(emergencies, isRight),
    falseWakes: rate(
      labelled('routine'),
      (verdict) => verdict.said.classification === 'emergency' && !isRight(verdict),
    ),
    spamPrecision: rate(
      verdicts.filter(({ said }) => said.classification === 'spam'),
      isRight,
    ),
    spamRecall: rate(labelled('spam'), ({ said }) => said.classification === 'spam'),
    ambiguousAsked: rate(labelled('ambiguous'), isRight),
    category: rate(verdicts, ({ call, said }) => call.label.category === said.category),
    serviceType: rate(verdicts, hasRightTrade),
    safetyInstruction: rate(emergencies, hasRightInstruction),
  };
}

const hasRightTrade = ({ call: { label }, said }: Verdict): boolean =>
  [label.serviceType, ...(label.acceptServiceType ?? [])].some((type) => type === said.serviceType);

const hasRightInstruction = ({ call: { label }, said }: Verdict): boolean =>
  [label.safetyInstruction, ...(label.acceptSafety ?? [])].some(
    (instruction) => instruction === said.safetyInstruction,
  );

const rate = (verdicts: Verdict[], hit: (verdict: Verdict) => boolean): Rate => ({
  hits: verdicts.filter(hit).length,
  of: verdicts.length,
});

const Z = 1.96;

/** Wilson 95 % interval of a rate, as fractions: honest for few cases and for 100 %. */
export function wilson({ hits, of }: Rate): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const share = hits / of;
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const centre = share + (Z * Z) / (2 * of);
  const scale = 1 + (Z * Z) / of;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

export type Confusion = Record<CallClass, Record<CallClass, number>>;

export function confusion(verdicts: Verdict[]): Confusion {
  const row = (): Record<CallClass, number> => ({ emergency: 0, ambiguous: 0, routine: 0, spam: 0 });
  const table: Confusion = { emergency: row(), ambiguous: row(), routine: row(), spam: row() };
  for (const { call, said } of verdicts) table[call.label.classification][said.classification]++;
  return table;
}

/** Misses that could cost most: a lost life-safety call first, then other emergencies, then false wakes. */
export function worstMisses(verdicts: Verdict[], count: number): Verdict[] {
  const cost = ({ call, said }: Verdict): number =>
    call.label.lifeSafety
      ? 4
      : call.label.classification === 'emergency'
        ? 3
        : said.classification === 'emergency'
          ? 2
          : 1;
  return verdicts
    .filter((verdict) => !isRight(verdict))
    .sort((a, b) => cost(b) - cost(a))
    .slice(0, count);
}
