import type { SpecialDay } from '../../api/types.js';
import { longDateInWords, wallTime } from '../../components/times.js';

export type ClosureKind = 'days' | 'hours' | 'opening';

/** What is typed before it becomes a closure; empty where nothing is. */
export interface ClosureDraft {
  kind: ClosureKind;
  date: string;
  lastDate: string;
  from: string;
  until: string;
  name: string;
}

export const NO_CLOSURE: ClosureDraft = { kind: 'days', date: '', lastDate: '', from: '', until: '', name: '' };

/** A time field knows no 24:00; midnight as an end is the one after the day. */
const endOfDay = (time: string): string => (time === '00:00' ? '24:00' : time);

/** Null as long as something needed is missing. */
export function closureOf({ kind, date, lastDate, from, until, name }: ClosureDraft): SpecialDay | null {
  if (date === '' || (kind !== 'days' && (from === '' || until === ''))) return null;
  const days = { date, ...(lastDate && lastDate !== date ? { lastDate } : {}) };
  if (kind === 'opening')
    return { ...days, name: name.trim() || 'Open', intervals: [{ opens: from, closes: endOfDay(until) }] };
  const closed = kind === 'hours' ? { closed: { from, until: endOfDay(until) } } : {};
  return { ...days, name: name.trim() || 'Closed', intervals: [], ...closed };
}

/** "Thursday, December 24, 2026, 12:00 PM, to Saturday, December 26, 2026, 8:00 AM". */
export function closureInWords({ date, lastDate, intervals, closed }: SpecialDay): string {
  const last = lastDate ?? date;
  const days = last === date ? longDateInWords(date) : `${longDateInWords(date)} to ${longDateInWords(last)}`;
  if (closed && last === date) return `${days} · closed ${clock(closed.from)} to ${clock(closed.until)}`;
  if (closed)
    return `closed ${longDateInWords(date)}, ${clock(closed.from)}, to ${longDateInWords(last)}, ${clock(closed.until)}`;
  if (intervals.length === 0) return `${days} · closed all day`;
  return `${days} · open ${intervals.map(({ opens, closes }) => `${clock(opens)} to ${clock(closes)}`).join(' and ')}`;
}

const clock = (time: string): string => (time === '24:00' ? 'midnight' : wallTime(time));

/** Two closures may share a day: its morning and its evening. */
export const keyOf = ({ date, name, closed }: SpecialDay): string => `${date} ${closed?.from ?? ''} ${name}`;
