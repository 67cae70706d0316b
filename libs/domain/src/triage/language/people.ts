import { numberAt } from './numbers.js';
import { lemmaAt, wordAt } from './tokens.js';
import type { Token } from './tokens.js';

/** Somebody's age that was told, and where. Equipment has ages too ("a twelve year old furnace"); those are left out. */
export interface Age {
  group: 'elderly' | 'baby' | 'child';
  start: number;
  end: number;
}

const PERSON = new Set(
  'i he she mom mother dad father wife husband grandma grandpa aunt uncle lady man woman tenant neighbor brother sister who mama papa they baby nena nene bebe hijo hija nino nina son daughter kid parent parents'.split(
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
  'maybe',
  'around',
  'roughly',
  'probably',
]);
/** "She is ninety", "mi nena de cinco meses". */
const JOINS = new Set(['be', 'de', 'tiene']);
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
/** "Twin eight-month-olds". */
const OLD = new Set(['old', 'olds']);
const DECADES = new Set(['sixties', 'seventies', 'eighties', 'nineties', '70s', '80s', '90s']);
const WHOSE = new Set(['her', 'his', 'their', 'my', 'our', 'late', 'early', 'mid']);
const NO_AGE = new Set('degree degrees minutes percent miles months weeks years of am pm'.split(' '));

export function agesIn(tokens: Token[]): Age[] {
  const found: Age[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const number = numberAt(tokens, at);
    const age = number ? ageAt(tokens, at, number) : decadeAt(tokens, at);
    if (age) found.push(age);
    if (number) at = number.end - 1;
  }
  return found;
}

/** "in her eighties" */
const decadeAt = (tokens: Token[], at: number): Age | undefined =>
  DECADES.has(wordAt(tokens, at)) && WHOSE.has(wordAt(tokens, at - 1))
    ? { group: 'elderly', start: at, end: at + 1 }
    : undefined;

interface Count {
  value: number;
  end: number;
}

function ageAt(tokens: Token[], at: number, number: Count): Age | undefined {
  const group = groupOf(tokens, at, number);
  return group && { group, start: at, end: number.end };
}

function groupOf(tokens: Token[], at: number, { value, end }: Count): Age['group'] | undefined {
  const unit = wordAt(tokens, end);
  const old = OLD.has(wordAt(tokens, end + 1));
  if (isOfEquipment(tokens, at, ageEnd(tokens, end))) return undefined;
  if (MONTHS.has(unit) && old) return 'baby';
  if (MONTHS.has(unit)) return isSaidOfPerson(tokens, at, '') ? 'baby' : undefined;
  return saysYears(unit, old) || isSaidOfPerson(tokens, at, unit) ? groupAt(tokens, at, value) : undefined;
}

/** Children are as old as heaters are, and nobody's heater is eighty. */
function groupAt(tokens: Token[], at: number, years: number): Age['group'] | undefined {
  const group = groupByYears(years);
  return group === 'elderly' || !followsEquipment(tokens, at) ? group : undefined;
}

const LITTLE = new Set(['little', 'young', 'youngest', 'oldest', 'small']);

/** "It's a gas one, about twelve years old". */
function followsEquipment(tokens: Token[], at: number): boolean {
  let before = at - 1;
  while (ABOUT.has(lemmaAt(tokens, before))) before--;
  return EQUIPMENT.has(lemmaAt(tokens, before)) && !LITTLE.has(lemmaAt(tokens, before - 1));
}

/** Behind "years old"; a bare number has nothing behind it that it could be the age of. */
function ageEnd(tokens: Token[], end: number): number {
  const unit = wordAt(tokens, end);
  if (!MONTHS.has(unit) && !YEARS.has(unit)) return tokens.length;
  return OLD.has(wordAt(tokens, end + 1)) ? end + 2 : end + 1;
}

const saysYears = (unit: string, old: boolean): boolean => YEARS.has(unit) && (old || unit === 'anos' || unit === 'yo');

/** "she's eighty eight", "my mom is ninety": no unit, a person before. */
function isSaidOfPerson(tokens: Token[], at: number, unit: string): boolean {
  let before = at - 1;
  while (ABOUT.has(lemmaAt(tokens, before))) before--;
  const person = lemmaAt(tokens, JOINS.has(lemmaAt(tokens, before)) ? before - 1 : before);
  return PERSON.has(person) && !NO_AGE.has(unit);
}

function groupByYears(years: number): Age['group'] | undefined {
  if (years >= 65 && years < 115) return 'elderly';
  if (years <= 3) return 'baby';
  return years <= 17 ? 'child' : undefined;
}

function isOfEquipment(tokens: Token[], start: number, end: number): boolean {
  const subject = lemmaAt(tokens, start - 1) === 'be' ? lemmaAt(tokens, start - 2) : '';
  return [lemmaAt(tokens, end), lemmaAt(tokens, end + 1), subject].some((word) => EQUIPMENT.has(word));
}
