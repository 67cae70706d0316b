import type { Confusion, Rate, Scores, Verdict } from './score.js';
import { wilson } from './score.js';
import type { Speed } from './speed.js';

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

function line(name: string, rate: Rate): string {
  if (rate.of === 0) return `  ${name.padEnd(28)} no cases`;
  const { low, high } = wilson(rate);
  const counts = `${rate.hits}/${rate.of}`;
  return `  ${name.padEnd(28)} ${percent(rate.hits / rate.of).padStart(7)}  ${counts.padStart(11)}  [${percent(low)} .. ${percent(high)}]`;
}

/** All figures of one part, with counts and 95 % intervals. */
export const scoreLines = (title: string, scores: Scores): string[] => [
  `${title}: ${scores.calls} calls`,
  line('life-safety recall', scores.lifeSafetyRecall),
  line('emergency recall', scores.emergencyRecall),
  line('false wakes on routine', scores.falseWakes),
  line('spam precision', scores.spamPrecision),
  line('spam recall', scores.spamRecall),
  line('ambiguous asked', scores.ambiguousAsked),
  line('category', scores.category),
  line('service type', scores.serviceType),
  line('safety instruction (emerg.)', scores.safetyInstruction),
];

/** Figures of a method that says a class and nothing else. */
export const classLines = (title: string, scores: Scores): string[] => scoreLines(title, scores).slice(0, 7);

export function confusionLines(table: Confusion): string[] {
  const classes = ['emergency', 'ambiguous', 'routine', 'spam'] as const;
  const head = `  ${'labelled \\ said'.padEnd(16)}${classes.map((name) => name.padStart(11)).join('')}`;
  return [
    head,
    ...classes.map(
      (row) => `  ${row.padEnd(16)}${classes.map((column) => String(table[row][column]).padStart(11)).join('')}`,
    ),
  ];
}

/** The frozen part is never read by those who tune, so its misses are shown by id alone. */
export const missLines = (misses: Verdict[], withText: boolean): string[] =>
  misses.map(({ call, said }) => {
    const words = withText
      ? `  ${call.turns
          .map((turn) => turn.text)
          .join(' | ')
          .slice(0, 110)}`
      : '';
    return `  ${call.id}  ${call.label.classification} -> ${said.classification}${words}`;
  });

export const speedLines = (speed: Speed): string[] => [
  'speed',
  `  one more turn of a 20-turn call  ${speed.oneMoreTurn.toFixed(1)} us`,
  `  bare keyword scan of its text    ${speed.bareScan.toFixed(1)} us  (ratio ${(speed.oneMoreTurn / speed.bareScan).toFixed(1)}, bar 15)`,
  `  turns read per second            ${Math.round(speed.turnsPerSecond)}`,
  ...Object.entries(speed.pathological).map(
    ([name, milliseconds]) => `  ${name.padEnd(32)} ${milliseconds.toFixed(1)} ms`,
  ),
];
