import { WEEKDAYS } from '@domain/hours/hours.types';
import { dateOf, naive, readingAt, spokenTime, weekdayIndex } from './local-time.js';
import type { LayerWindow, Rotation, ScheduleLayer } from './schedule.types.js';

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const SHORT = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const HOLIDAYS = { normal: '', skip: ', not on holidays', only: ', on holidays only' };

/** What is shown of a layer: the names of each turn instead of contact ids. */
export type SpokenLayer = Pick<ScheduleLayer, 'rotation' | 'trades' | 'zips' | 'windows' | 'holidays'> & {
  turns: string[];
};

/**
 * A layer in one sentence: "Mike, then Dana, each for a week, handing off Fridays at 5 PM. Mon-Thu 5 PM-8 AM. Every
 * trade, everywhere."
 */
export function layerSentence(layer: SpokenLayer): string {
  const said = [turnWords(layer), `${windowWords(layer)}${HOLIDAYS[layer.holidays]}`, callWords(layer)];
  // Names may end with a full stop of their own: "Dana W."
  return said.map((words) => (words.endsWith('.') ? words : `${words}.`)).join(' ');
}

function turnWords({ turns, rotation }: SpokenLayer): string {
  if (turns.length === 0) return 'Nobody yet';
  if (!rotation || turns.length === 1) {
    const [first = '', ...others] = turns;
    return others.length === 0 ? `Always ${first}` : `${first}; when away, ${others.join(', then ')}`;
  }
  return `${turns.join(', then ')}, each for ${lengthWords(rotation)}, handing off ${handOffWords(rotation)}`;
}

const lengthWords = ({ every, unit }: Rotation): string =>
  every > 1 ? `${every} ${unit}s` : `${unit === 'hour' ? 'an' : 'a'} ${unit}`;

function handOffWords({ startsOn, handOff, unit }: Rotation): string {
  const at = `at ${clockWords(handOff)}`;
  if (unit === 'hour') return `from ${clockWords(handOff)} on`;
  return unit === 'week' ? `${DAY_NAMES[weekdayIndex(naive(startsOn))] ?? ''}s ${at}` : at;
}

function windowWords({ windows }: SpokenLayer): string {
  if (windows.length === 0) return 'Around the clock';
  return windows.map((window) => `${dayWords(window)} ${hoursWords(window)}`).join(', ');
}

/** "Mon-Thu", "Sat and Sun", "Mon, Wed and Fri", "every day". */
function dayWords({ days }: LayerWindow): string {
  const places = WEEKDAYS.flatMap((day, place) => (days.includes(day) ? [place] : []));
  if (places.length === 0) return 'on no day';
  if (places.length === 7) return 'every day';
  const names = places.map((place) => SHORT[place] ?? '');
  const isRun = places.every((place, index) => index === 0 || place === (places[index - 1] ?? 0) + 1);
  if (isRun && names.length > 2) return `${names[0] ?? ''}-${names.at(-1) ?? ''}`;
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
}

function hoursWords({ from, to }: LayerWindow): string {
  if (from === '00:00' && to === '24:00') return 'all day';
  return `${clockWords(from)}-${clockWords(to)}`;
}

function callWords({ trades, zips }: SpokenLayer): string {
  const names = trades.map((trade) => (trade === 'hvac' ? 'HVAC' : trade)).join(' and ');
  const what = names === '' ? 'Every trade' : `${names.charAt(0).toUpperCase()}${names.slice(1)} calls`;
  if (zips.length === 0) return `${what}, everywhere`;
  return `${what}, in ${zips.length === 1 ? `ZIP ${zips[0] ?? ''}` : `${zips.length} ZIP codes`}`;
}

/** "5 PM", "5:30 PM", "midnight". */
function clockWords(time: string): string {
  if (time === '00:00' || time === '24:00') return 'midnight';
  return spokenTime(naive('1970-01-01', time), 'UTC');
}

/**
 * Whether the clocks move between two instants in a zone, and the local date on which: what people ask about a hand-off
 * in March or November. Null: they don't.
 */
export function clocksMove(from: number, to: number, timeZone: string): string | null {
  const offsetAt = (at: number): number => readingAt(at, timeZone) - at;
  if (offsetAt(from) === offsetAt(to)) return null;
  let [before, after] = [from, to];
  while (after - before > 60_000) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offsetAt(from)) before = middle;
    else after = middle;
  }
  return dateOf(readingAt(after, timeZone));
}
