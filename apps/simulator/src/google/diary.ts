/** A moment as Google writes it: an instant with the zone it was meant in. */
interface EventTime {
  dateTime: string;
  timeZone?: string;
}

export interface DiaryEvent {
  id: string;
  status: 'confirmed' | 'cancelled';
  summary: string;
  description?: string;
  location?: string;
  start: EventTime;
  end: EventTime;
  transparency: 'opaque' | 'transparent';
  extendedProperties?: { private?: Record<string, string> };
}

/** One calendar of one person. */
export interface Diary {
  id: string;
  summary: string;
  primary: boolean;
  accessRole: 'owner' | 'writer' | 'reader';
  events: DiaryEvent[];
}

export interface Period {
  start: string;
  end: string;
}

const NEVER_READ = 'reader';

/** What somebody who signs in at the stand-in has: their own calendar, one of the office, one they can only look at. */
export function diariesOf(address: string): Diary[] {
  const [name = '', host = ''] = address.split('@');
  return [
    { id: address, summary: address, primary: true, accessRole: 'owner', events: [] },
    {
      id: `jobs.${name}.${host}@group.calendar.google.com`,
      summary: 'Jobs',
      primary: false,
      accessRole: 'writer',
      events: [],
    },
    {
      id: `holidays.${host}@group.v.calendar.google.com`,
      summary: 'Holidays',
      primary: false,
      accessRole: NEVER_READ,
      events: [],
    },
  ];
}

const startOf = (event: DiaryEvent): number => Date.parse(event.start.dateTime);
const endOf = (event: DiaryEvent): number => Date.parse(event.end.dateTime);

/** What is in a calendar between two moments, the earliest first. An end that touches the beginning is outside. */
export function eventsBetween(diary: Diary, from: number, to: number): DiaryEvent[] {
  return diary.events
    .filter((event) => event.status === 'confirmed' && startOf(event) < to && endOf(event) > from)
    .sort((one, other) => startOf(one) - startOf(other));
}

/** Busy times as Google tells them: cut to the window, overlapping ones in one piece. */
export function busyBetween(diary: Diary, from: number, to: number): Period[] {
  const pieces: [number, number][] = [];
  for (const event of eventsBetween(diary, from, to).filter(({ transparency }) => transparency === 'opaque')) {
    const [start, end] = [Math.max(startOf(event), from), Math.min(endOf(event), to)];
    const last = pieces.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else pieces.push([start, end]);
  }
  return pieces.map(([start, end]) => ({ start: iso(start), end: iso(end) }));
}

/** Without milliseconds, as Google writes them. */
const iso = (moment: number): string => new Date(moment).toISOString().replace('.000Z', 'Z');
