import { BELOW_ZERO, DEGREE, fahrenheit, isCelsius, words } from './degrees.js';
import { numberAt } from './numbers.js';
import { lemmaAt, wordAt } from './tokens.js';
import type { Token } from './tokens.js';

/** A temperature somebody named, in Fahrenheit, and what it is the temperature of. */
export interface Temperature {
  degrees: number;
  place: 'outdoors' | 'indoors' | 'unknown';
  /** Offsets in the turn's text. */
  start: number;
  end: number;
}

const OUTDOORS = words(
  'outside outdoors weather afuera forecast today tonight overnight wind fuera windchill chill fellow news porch sign bank',
);
const INDOORS = words(
  'inside indoors house home room bedroom apartment thermostat upstairs here adentro casa living nursery dial condo store office hallway hall kitchen den trailer cabin loft flat church camper rv',
);
const OUT_OF_DOORS = words('out outside above');
/** What people read the weather from: "nineteen on my phone". */
const SIGNS = words('phone radio dash car truck tv app computer ipad');
const LEADS = words(
  'low high lows highs be at to hit read say about around almost near only nearly reach past under over just probably maybe like',
);
const FALLS = words('down drop get dip fall go climb up low high plunge');
const OTHER_UNITS = words(
  'year years minute minutes hour hours day days week weeks month months am pm oclock o dollar dollars bucks percent inch inches foot feet gallon gallons amp amps ppm people of th st times time kid kids oak main elm volt volts thousand grand million k thirty fifteen unit units ton tons street avenue road drive bedroom bedrooms story',
);
const DAYTIMES = words('morning afternoon evening night');
const FORETOLD = words('to will would gonna might');
const PEOPLE = words('i he she we they you mother father mom dad wife husband baby son daughter kid grandma grandpa');
const ROUNDED = words('something ish odd');
const SETTINGS = words('set setting want turn turned put cranked');
const BEFORE_DECADE = words('the low mid high upper');
const TOWARDS = words('to of at');
const ENDS_THE_THOUGHT: ReadonlySet<string> = new Set(['', 'and', 'now', 'right', 'no', 'but', 'with', 'so']);
const GOES_ON = words('when this last before already');
const LAST_HOUR = 12;
const HOTTEST = 125;
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
    const said = saidAt(tokens, at);
    if (!said) continue;
    if (said.named && !isSetPoint(tokens, at))
      found.push({
        degrees: fahrenheit(tokens, at, said),
        place: placeOf(tokens, at, said.end),
        ...offsetsOf(tokens, at, said),
      });
    at = said.end - 1;
  }
  return found;
}

/** The number with its "degrees", where it has one. */
function offsetsOf(tokens: Token[], at: number, { end }: Said): { start: number; end: number } {
  const last = DEGREE.has(lemmaAt(tokens, end)) ? end : end - 1;
  return { start: tokens[at]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

interface Said {
  value: number;
  end: number;
  /** The words around it make it a temperature. */
  named: boolean;
}

function saidAt(tokens: Token[], at: number): Said | undefined {
  const decade = DECADES.get(wordAt(tokens, at));
  if (decade !== undefined) return { value: decade, end: at + 1, named: BEFORE_DECADE.has(wordAt(tokens, at - 1)) };
  const number = roundedAt(tokens, at);
  return number && { ...number, named: hasDegree(tokens, at, number.end) || isBareTemperature(tokens, at, number) };
}

/** "Fifty-something" is fifty. */
function roundedAt(tokens: Token[], at: number): { value: number; end: number } | undefined {
  const number = numberAt(tokens, at);
  return number && ROUNDED.has(lemmaAt(tokens, number.end)) ? { value: number.value, end: number.end + 1 } : number;
}

/** "Three degrees off", "ten degrees warmer" is no reading. */
const COMPARED = words('off higher lower warmer hotter cooler colder difference different more less apart every an');

const hasDegree = (tokens: Token[], at: number, end: number): boolean =>
  (DEGREE.has(lemmaAt(tokens, end)) && !COMPARED.has(wordAt(tokens, end + 1))) ||
  lemmaAt(tokens, end) === 'below' ||
  BELOW_ZERO.has(lemmaAt(tokens, at - 1)) ||
  isCelsius(tokens, end);

function isBareTemperature(tokens: Token[], at: number, number: { value: number; end: number }): boolean {
  if (isOtherMeasure(tokens, at, number)) return false;
  if (isFalling(tokens, at, number.end) || isHeld(tokens, at) || isForetold(tokens, at, number.end)) return true;
  if (isShown(tokens, number.end) || isOfARoom(tokens, at, number.end)) return true;
  return LEADS.has(lemmaAt(tokens, at - 1)) && isPlaced(tokens, at, number.end);
}

const isOtherMeasure = (tokens: Token[], at: number, { value, end }: { value: number; end: number }): boolean =>
  OTHER_UNITS.has(lemmaAt(tokens, end)) ||
  value > HOTTEST ||
  DAYTIMES.has(lemmaAt(tokens, end + 2)) ||
  isOfDetector(tokens, at);

/** "The detector in the baby's room reads 48." */
const isOfDetector = (tokens: Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - DETECTOR_REACH), at).some(({ lemma }) => DETECTORS.has(lemma));

const DETECTORS = words('detector alarm monitor sensor monoxide carbon');
const DETECTOR_REACH = 8;

/** "Down to four", "we're at fifty-two and dropping". */
const isFalling = (tokens: Token[], at: number, end: number): boolean =>
  (TOWARDS.has(lemmaAt(tokens, at - 1)) && FALLS.has(lemmaAt(tokens, at - 2))) ||
  (AND.has(wordAt(tokens, end)) && SINKING.has(wordAt(tokens, end + 1)));

/** "The house holds seventy", "it's holding at sixty-eight". */
const isHeld = (tokens: Token[], at: number): boolean =>
  [at - 1, at - 2].some((place) => lemmaAt(tokens, place) === 'hold' || wordAt(tokens, place) === 'holding');

/** "It's supposed to hit sixteen." */
const isForetold = (tokens: Token[], at: number, end: number): boolean =>
  lemmaAt(tokens, at - 1) === 'hit' &&
  FORETOLD.has(lemmaAt(tokens, at - 2)) &&
  (OUTDOORS.has(lemmaAt(tokens, end)) || ENDS_THE_THOUGHT.has(lemmaAt(tokens, end)));

const AND = words('and an n y');
const SINKING = words('dropping falling sinking bajando');

/** "Thirty-six on the bank sign", "forty-seven on the thermostat", "nineteen out". */
const isShown = (tokens: Token[], end: number): boolean =>
  isOnASign(tokens, end) || isOnThermometer(tokens, end) || OUT_OF_DOORS.has(lemmaAt(tokens, end));

/** "Thirty-six on the bank sign." */
const isOnASign = (tokens: Token[], end: number): boolean =>
  lemmaAt(tokens, end) === 'on' && [end + 2, end + 3].some((place) => OUTDOORS.has(lemmaAt(tokens, place)));

/** A place follows, or nothing does and "it" or the house is what stands at the number. */
function isPlaced(tokens: Token[], at: number, end: number): boolean {
  const next = lemmaAt(tokens, end);
  if (OUTDOORS.has(next)) return !isBirthday(tokens, at);
  if (INDOORS.has(next) || isReadFrom(tokens, end) || isOnThermometer(tokens, end)) return true;
  if (next === 'in') return [end + 1, end + 2, end + 3].some((place) => INDOORS.has(lemmaAt(tokens, place)));
  return isOfTheHouse(tokens, at, next) || isOfUs(tokens, at, end) || isLeftStanding(tokens, at, end);
}

/** "It's ninety.": nothing follows; "I'm fifty." is an age. */
const isLeftStanding = (tokens: Token[], at: number, end: number): boolean =>
  endsThere(tokens, at, end) &&
  !isBirthday(tokens, at) &&
  [at - 2, at - 3].some((place) => isMeasured(lemmaAt(tokens, place)));

/** "Her house is at forty-one, she…"; a street may follow the number of an address. */
const isOfTheHouse = (tokens: Token[], at: number, next: string): boolean =>
  lemmaAt(tokens, at - 1) === 'at' &&
  lemmaAt(tokens, at - 2) === 'be' &&
  INDOORS.has(lemmaAt(tokens, at - 3)) &&
  PEOPLE.has(next);

/** "We're at fifty-one." */
const isOfUs = (tokens: Token[], at: number, end: number): boolean =>
  lemmaAt(tokens, at - 1) === 'at' &&
  lemmaAt(tokens, at - 2) === 'be' &&
  lemmaAt(tokens, at - 3) === 'we' &&
  endsThere(tokens, at, end);

/** "She's ninety today." */
const isBirthday = (tokens: Token[], at: number): boolean =>
  lemmaAt(tokens, at - 1) === 'be' && PEOPLE.has(lemmaAt(tokens, at - 2));

const isReadFrom = (tokens: Token[], end: number): boolean =>
  lemmaAt(tokens, end) === 'on' && SIGNS.has(lemmaAt(tokens, end + 2));

/** "It was fourteen when I got up"; up to twelve it may have been o'clock. */
function endsThere(tokens: Token[], at: number, end: number): boolean {
  const next = lemmaAt(tokens, end);
  if (ENDS_THE_THOUGHT.has(next)) return true;
  return (GOES_ON.has(next) || isPausedAfter(tokens, end)) && (numberAt(tokens, at)?.value ?? 0) > LAST_HOUR;
}

/** A point or a comma stands behind the word. */
const isPausedAfter = (tokens: Token[], end: number): boolean =>
  (tokens[end]?.start ?? 0) - (tokens[end - 1]?.end ?? 0) > 1;

const isMeasured = (word: string): boolean =>
  INDOORS.has(word) ||
  OUTDOORS.has(word) ||
  word === 'thermometer' ||
  word === 'it' ||
  word === 'temperature' ||
  word === 'temp';

/** "Ninety-eight in the hallway", "heaters everywhere, forty-nine in the kitchen"; "adentro estamos a noventa". */
const isOfARoom = (tokens: Token[], at: number, end: number): boolean =>
  (isInARoom(tokens, end) && (at === 0 || isColdRoom(tokens, at))) ||
  (lemmaAt(tokens, at - 1) === 'a' && STANDS_AT.has(lemmaAt(tokens, at - 2)));

const isInARoom = (tokens: Token[], end: number): boolean =>
  lemmaAt(tokens, end) === 'in' && INDOORS.has(lemmaAt(tokens, end + 2));

/** More than anybody counts in a room, too cool to be told for any other reason, and not what a meter found there. */
function isColdRoom(tokens: Token[], at: number): boolean {
  const degrees = numberAt(tokens, at)?.value ?? 0;
  return degrees > MOST_THINGS && degrees < COOL && !FOUND.has(lemmaAt(tokens, at - 1));
}

const MOST_THINGS = 33;
const COOL = 60;
const FOUND = words('measure find found get show register detect pick pull');
const STANDS_AT = words('estamos esta estan estoy andamos anda');

/** "Ninety-six on my hallway thermometer." */
const isOnThermometer = (tokens: Token[], end: number): boolean =>
  lemmaAt(tokens, end) === 'on' &&
  [end + 1, end + 2, end + 3].some((place) => ['thermometer', 'thermostat'].includes(lemmaAt(tokens, place)));

function placeOf(tokens: Token[], start: number, end: number): Temperature['place'] {
  const next = lemmaAt(tokens, end);
  if (isReadFrom(tokens, end)) return 'outdoors';
  if (OUT_OF_DOORS.has(next) || lemmaAt(tokens, end + 1) === 'out') return 'outdoors';
  for (let distance = 0; distance < 6; distance++) {
    const near = [lemmaAt(tokens, end + distance), lemmaAt(tokens, start - 1 - distance)];
    if (near.some((word) => INDOORS.has(word))) return 'indoors';
    if (near.some((word) => OUTDOORS.has(word))) return 'outdoors';
  }
  return 'unknown';
}

const isSetPoint = (tokens: Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 4), at).some((token) => SETTINGS.has(token.lemma));
