import { kept } from '../language/kept-readings.js';
import { names } from '../language/reading.js';
import type { Finding, TurnReading } from '../language/reading.js';
import { chosenSide } from './answers.js';
import type { AskedQuestion, Stretch } from './answers.js';

/** "Is it your only heat, and do you smell gas?" "The furnace heats it. No gas smell at all.": the no is said beside the yes. */
export const isDeniedBy = (reply: TurnReading, { signal }: Finding): boolean =>
  isAllDenied(reply, signal) || (SMELLED.has(signal) && isAllDenied(reply, 'smellSign'));

const SMELLED = new Set(['gas', 'electrical', 'crackleSign']);

function isAllDenied({ findings }: TurnReading, signal: string): boolean {
  const said = findings.filter((finding) => finding.signal === signal);
  return said.length > 0 && said.every(({ standing }) => standing === 'denied');
}

/** "Do you smell gas, or something burning?": the smell is of either; water that runs over is of the one side alone. */
const ASKED_ANEW = [' or is ', ' or are ', ' or does ', ' or do '];
const SENSED = new Set(['gas', 'co', 'electrical', 'smellSign']);

/** A sign that belongs to the chosen side, or to both sides of an "or" that share their verb. */
export function isOfSide({ start, signal }: Finding, asked: AskedQuestion, side: Stretch): boolean {
  const isShared = !ASKED_ANEW.some((verb) => asked.text.startsWith(verb, side[0]));
  return start >= side[0] || (isShared && SENSED.has(signal));
}

/** "Any odor, or is it only the cover?" "Just the cover." */
export function isOtherThanSmell(asked: AskedQuestion, reply: TurnReading): boolean {
  const side = chosenSide(asked, reply);
  if (!side || names(reply, 'smell') || !names(asked.reading, 'smell')) return false;
  return !names(kept.of(asked.text.slice(...side)), 'smell');
}
