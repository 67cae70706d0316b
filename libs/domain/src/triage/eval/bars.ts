import { TRIAGE_FIGURES, type MeasuredRate } from '../figures.js';
import type { Rate, Scores } from './score.js';
import type { Speed } from './speed.js';

const share = ({ hits, of }: Rate): number => (of === 0 ? 0 : hits / of);

/** What the engine is to reach on the frozen part; the names of the bars that are missed. */
export function missedBars(frozen: Scores, speed: Speed): string[] {
  const bars: [string, boolean][] = [
    ['life-safety recall 100 %', share(frozen.lifeSafetyRecall) === 1],
    ['emergency recall >= 99 %', share(frozen.emergencyRecall) >= 0.99],
    ['false wakes on routine <= 3 %', share(frozen.falseWakes) <= 0.03],
    ['spam precision >= 99 %', share(frozen.spamPrecision) >= 0.99],
    ['spam recall >= 90 %', share(frozen.spamRecall) >= 0.9],
    ['ambiguous asked >= 85 %', share(frozen.ambiguousAsked) >= 0.85],
    ['service type >= 93 %', share(frozen.serviceType) >= 0.93],
    ['safety instruction on hazards >= 98 %', share(frozen.safetyInstruction) >= 0.98],
    ['one more turn <= 15 bare scans', speed.oneMoreTurn <= 15 * speed.bareScan],
    ['one more turn <= 200 us', speed.oneMoreTurn <= 200],
    ['cruel input <= 50 ms', Object.values(speed.pathological).every((milliseconds) => milliseconds <= 50)],
  ];
  return bars.flatMap(([name, met]) => (met ? [] : [name]));
}

/** Where the figures the owner reads are not the ones just measured: nobody types a better number, and nobody forgets a worse one. */
export function untrueFigures(frozen: Scores): string[] {
  const published = TRIAGE_FIGURES.frozen;
  const pairs: [string, MeasuredRate, Rate][] = [
    ['life-safety recall', published.lifeSafetyRecall, frozen.lifeSafetyRecall],
    ['emergency recall', published.emergencyRecall, frozen.emergencyRecall],
    ['false wakes', published.falseWakes, frozen.falseWakes],
    ['spam precision', published.spamPrecision, frozen.spamPrecision],
  ];
  return pairs.flatMap(([name, told, measured]) =>
    told.hits === measured.hits && told.of === measured.of
      ? []
      : [`${name}: published ${told.hits}/${told.of}, measured ${measured.hits}/${measured.of}`],
  );
}
