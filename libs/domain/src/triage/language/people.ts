import type { Token } from './tokens.js';
import { numberAt } from './numbers.js';

/** Somebody's age that was told, and where. Equipment has ages too ("a twelve year old furnace"); those are left out. */
export interface Age {
  group: 'elderly' | 'baby' | 'child';
  start: number;
  end: number;
}

const PERSON = new Set(
  'i he she mom mother dad father wife husband grandma grandpa aunt uncle lady man woman tenant neighbor brother sister who mama papa they baby son daughter kid parent parents'.split(
    ' ',
  ),
);
const EQUIPMENT = new Set(
  'furnace boiler ac heater unit system house home pipe pipes pump panel tank it one softener toilet faucet wiring thermostat building water condenser compressor roof conditioner air stove filter detector alarm alarms detectors that this plumbing outlet'.split(
    ' ',
  ),
);
const ABOUT = new Set([
  'push',
  'pushing',
  'turn',
  'almost',
  'nearly',
  'about',
  'over',
  'just',
  'only',
  'past',
  'going',
  'go',
  'on',
  'already',
]);
const MONTHS = new Set([
  'month',
  'months',
  'week',
  'weeks',
  'day',
  'days',
  'meses',
  'mo',
  'mos',
  'wk',
  'wks',
  'semanas',
  'dias',
]);
const YEARS = new Set(['year', 'years', 'anos', 'yr', 'yrs', 'yo']);
const DECADES = new Map([
  ['seventies', 70],
  ['eighties', 80],
  ['nineties', 90],
  ['sixties', 65],
  ['80s', 80],
  ['90s', 90],
  ['70s', 70],
]);

export function agesIn(tokens: Token[]): Age[] {
  const found: Age[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const decade = DECADES.get(tokens[at]?.word ?? '');
    const number = decade === undefined ? numberAt(tokens, at) : undefined;
    if (decade !== undefined && saysWhose(tokens[at - 1])) found.push({ group: 'elderly', start: at, end: at + 1 });
    const group = number && groupOf(tokens, at, number);
    if (number && group) found.push({ group, start: at, end: number.end });
    if (number) at = number.end - 1;
  }
  return found;
}

const saysWhose = (token: Token | undefined): boolean =>
  ['her', 'his', 'their', 'my', 'our', 'late', 'early', 'mid'].includes(token?.word ?? '');

function groupOf(tokens: Token[], at: number, number: { value: number; end: number }): Age['group'] | undefined {
  const unit = tokens[number.end]?.word ?? '';
  const old = tokens[number.end + 1]?.word === 'old';
  const counted = MONTHS.has(unit) || YEARS.has(unit);
  if (ofEquipment(tokens, at, counted ? number.end + (old ? 2 : 1) : tokens.length)) return undefined;
  if (MONTHS.has(unit) && old) return 'baby';
  if ((YEARS.has(unit) && (old || unit === 'anos' || unit === 'yo')) || isSaidOfPerson(tokens, at, unit))
    return groupByYears(number.value);
  return undefined;
}

/** "she's eighty eight", "my mom is ninety": no unit, a person before. */
function isSaidOfPerson(tokens: Token[], at: number, unit: string): boolean {
  let before = at - 1;
  while (ABOUT.has(tokens[before]?.lemma ?? '')) before--;
  const beforeIs = tokens[before]?.lemma === 'be' ? tokens[before - 1] : tokens[before];
  return (
    PERSON.has(beforeIs?.lemma ?? '') &&
    !['degree', 'degrees', 'minutes', 'percent', 'miles', 'months', 'weeks', 'years', 'of', 'am', 'pm'].includes(unit)
  );
}

function groupByYears(years: number): Age['group'] | undefined {
  if (years >= 65 && years < 115) return 'elderly';
  if (years <= 3) return 'baby';
  return years <= 17 ? 'child' : undefined;
}

function ofEquipment(tokens: Token[], start: number, end: number): boolean {
  const before = tokens[start - 1]?.lemma === 'be' ? tokens[start - 2] : undefined;
  return (
    EQUIPMENT.has(tokens[end]?.lemma ?? '') ||
    EQUIPMENT.has(tokens[end + 1]?.lemma ?? '') ||
    EQUIPMENT.has(before?.lemma ?? '')
  );
}
