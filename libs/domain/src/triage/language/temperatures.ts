import type { Token } from './tokens.js';
import { numberAt } from './numbers.js';

/** A temperature somebody named, in Fahrenheit, and what it is the temperature of. */
export interface Temperature {
  degrees: number;
  place: 'outdoors' | 'indoors' | 'unknown';
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const OUTDOORS = words(
  'outside outdoors weather afuera forecast tonight overnight wind fuera windchill chill fellow news',
);
const INDOORS = words(
  'inside indoors house home room bedroom apartment thermostat upstairs here adentro casa living nursery dial condo store office',
);
const DEGREE = words('degree degrees f fahrenheit grados');
const BELOW_ZERO = words('negative minus');
const LEADS = words(
  'be at to hit read say about around almost near only nearly reach past under over just probably maybe like',
);
const FALLS = words('down drop get dip fall go climb up low high plunge');
const OTHER_UNITS = words(
  'year years minute minutes hour hours day days week weeks month months am pm oclock o dollar dollars bucks percent inch inches foot feet gallon gallons amp amps ppm people of th st times time kid kids oak main elm volt volts thirty fifteen unit units ton tons street avenue road drive bedroom bedrooms story',
);
const DAYTIMES = words('morning afternoon evening night');
const SETTINGS = words('set setting want turn turned put cranked');
const DECADES = new Map([
  ['teens', 15],
  ['twenties', 25],
  ['thirties', 35],
  ['forties', 45],
  ['fifties', 55],
  ['sixties', 65],
  ['nineties', 95],
  ['hundreds', 100],
  ['20s', 25],
  ['30s', 35],
  ['40s', 45],
  ['50s', 55],
  ['90s', 95],
]);

/** "15 degrees", "it's 98 in here", "down to four", "in the forties". Set points ("thermostat set to 72") don't count. */
export function temperaturesIn(tokens: Token[]): Temperature[] {
  const found: Temperature[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const decade = decadeAt(tokens, at);
    const number = decade === undefined ? numberAt(tokens, at) : { value: decade, end: at + 1 };
    if (!number) continue;
    const named = decade !== undefined || isTemperature(tokens, at, number);
    if (named && !isSetPoint(tokens, at))
      found.push({ degrees: signed(tokens, at, number), place: placeOf(tokens, at, number.end) });
    at = number.end - 1;
  }
  return found;
}

function decadeAt(tokens: Token[], at: number): number | undefined {
  const decade = DECADES.get(tokens[at]?.word ?? '');
  const before = tokens[at - 1]?.word ?? '';
  return decade !== undefined && ['the', 'low', 'mid', 'high', 'upper'].includes(before) ? decade : undefined;
}

interface Said {
  value: number;
  end: number;
}

function isTemperature(tokens: Token[], at: number, { value, end }: Said): boolean {
  const unit = tokens[end]?.lemma ?? '';
  const lead = tokens[at - 1]?.lemma ?? '';
  if (DEGREE.has(unit) || unit === 'below' || BELOW_ZERO.has(lead)) return true;
  if (OTHER_UNITS.has(unit) || value > 125 || DAYTIMES.has(tokens[end + 2]?.lemma ?? '')) return false;
  if ((lead === 'to' || lead === 'of' || lead === 'at') && FALLS.has(tokens[at - 2]?.lemma ?? '')) return true;
  return (LEADS.has(lead) && isPlaced(tokens, at, end)) || unit === 'out';
}

/** A place follows, or nothing does and "it" or the house is what stands at the number. */
function isPlaced(tokens: Token[], at: number, end: number): boolean {
  const next = tokens[end]?.lemma ?? '';
  if (OUTDOORS.has(next) || INDOORS.has(next) || (next === 'in' && isIndoors(tokens, end + 1))) return true;
  const subject = [tokens[at - 2]?.lemma ?? '', tokens[at - 3]?.lemma ?? ''];
  return (
    (next === '' || next === 'and' || next === 'now' || next === 'right') &&
    subject.some((word) => word === 'it' || INDOORS.has(word) || word === 'temperature' || word === 'temp')
  );
}

function signed(tokens: Token[], at: number, { value, end }: Said): number {
  const below =
    tokens[end]?.lemma === 'below' || (DEGREE.has(tokens[end]?.lemma ?? '') && tokens[end + 1]?.lemma === 'below');
  return below || BELOW_ZERO.has(tokens[at - 1]?.lemma ?? '') ? -value : value;
}

function placeOf(tokens: Token[], start: number, end: number): Temperature['place'] {
  if (tokens[end]?.lemma === 'out' || tokens[end + 1]?.lemma === 'out') return 'outdoors';
  for (let distance = 0; distance < 6; distance++) {
    const near = [tokens[end + distance]?.lemma ?? '', tokens[start - 1 - distance]?.lemma ?? ''];
    if (near.some((word) => INDOORS.has(word))) return 'indoors';
    if (near.some((word) => OUTDOORS.has(word))) return 'outdoors';
  }
  return 'unknown';
}

const isSetPoint = (tokens: Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 4), at).some((token) => SETTINGS.has(token.lemma));

/** "in here", "in the house", "in my bedroom". */
const isIndoors = (tokens: Token[], at: number): boolean =>
  INDOORS.has(tokens[at]?.lemma ?? '') ||
  INDOORS.has(tokens[at + 1]?.lemma ?? '') ||
  INDOORS.has(tokens[at + 2]?.lemma ?? '');
