import type { Token } from './tokens.js';
import { numberAt } from './numbers.js';

/** A temperature somebody named, in Fahrenheit, and what it is the temperature of. */
export interface Temperature {
  degrees: number;
  place: 'outdoors' | 'indoors' | 'unknown';
}

const OUTDOORS = new Set([
  'outside',
  'outdoors',
  'out',
  'weather',
  'afuera',
  'forecast',
  'tonight',
  'wind',
  'afuera',
  'fuera',
  'low',
  'drop',
]);
const INDOORS = new Set([
  'inside',
  'indoors',
  'house',
  'home',
  'room',
  'bedroom',
  'apartment',
  'thermostat',
  'upstairs',
  'here',
  'adentro',
  'casa',
  'living',
  'nursery',
]);
const DEGREE = new Set(['degree', 'degrees', 'f', 'fahrenheit', 'grados', 'below']);
const LEAD = new Set([
  'be',
  'at',
  'to',
  'hit',
  'read',
  'say',
  'about',
  'around',
  'down',
  'almost',
  'over',
  'near',
  'only',
  'nearly',
  'reach',
  'climb',
  'just',
  'past',
  'under',
  'below',
  'above',
]);
const SET = new Set(['set', 'setting', 'want', 'turn']);

/** "15 degrees", "it's 98 in here", "down to ten below outside". Set points ("thermostat set to 72") don't count. */
export function temperaturesIn(tokens: Token[]): Temperature[] {
  const found: Temperature[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const number = numberAt(tokens, at);
    if (!number) continue;
    const temperature = temperatureAt(tokens, at, number);
    if (temperature) found.push(temperature);
    at = number.end - 1;
  }
  return found;
}

function temperatureAt(tokens: Token[], at: number, number: { value: number; end: number }): Temperature | undefined {
  const unit = tokens[number.end]?.lemma ?? '';
  const lead = tokens[at - 1]?.lemma ?? '';
  const place = placeOf(tokens, at, number.end);
  const named = DEGREE.has(unit) || (LEAD.has(lead) && placedNext(tokens, number.end)) || unit === 'out';
  if (!named || isSetPoint(tokens, at)) return undefined;
  const below =
    unit === 'below' ||
    ['negative', 'minus'].includes(lead) ||
    (tokens[number.end + 1]?.lemma === 'below' && tokens[number.end + 2]?.lemma !== 'normal');
  return { degrees: below ? -number.value : number.value, place };
}

function placedNext(tokens: Token[], end: number): boolean {
  const near = tokens.slice(end, end + 3).map((token) => token.lemma);
  return (
    (near[0] === 'in' && (near[1] === 'here' || near[1] === 'the' || near[1] === 'my')) ||
    OUTDOORS.has(near[0] ?? '') ||
    INDOORS.has(near[0] ?? '') ||
    near[0] === 'and'
  );
}

function placeOf(tokens: Token[], start: number, end: number): Temperature['place'] {
  for (let distance = 0; distance < 6; distance++) {
    const words = [tokens[end + distance]?.lemma ?? '', tokens[start - 1 - distance]?.lemma ?? ''];
    if (words.some((word) => INDOORS.has(word))) return 'indoors';
    if (words.some((word) => OUTDOORS.has(word))) return 'outdoors';
  }
  return 'unknown';
}

const isSetPoint = (tokens: Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 4), at).some((token) => SET.has(token.lemma));
