import { joined } from './coverage.js';
import { DAY_MS, dateOf, instantOf, naive, readingAt, type Span } from './local-time.js';
import { onCallAt } from './on-call-at.js';
import { canText, type OnCallPerson } from './roster.js';
import type { LayeredSchedule } from './schedule.types.js';
import { shiftsBetween } from './shifts.js';

/** Hours of one person's being on call, in instants. */
export interface CoverStretch {
  startsAt: Date;
  endsAt: Date;
}

/** What "tonight" means to a contractor (reference/oncall 7.5: "You're on call 5 PM–8 AM"). */
const NIGHT = { from: '17:00', to: '08:00' };
const NIGHTS_AHEAD = 28;

/** The night an instant lies in, or the next one, on the local clock; both clock changes fall into one. */
function nightAt(at: number, timeZone: string): Span {
  const today = naive(dateOf(readingAt(at, timeZone)));
  const morning = instantOf(today + naiveTime(NIGHT.to), timeZone);
  const first = at < morning ? today - DAY_MS : today;
  return {
    from: instantOf(first + naiveTime(NIGHT.from), timeZone),
    to: instantOf(first + DAY_MS + naiveTime(NIGHT.to), timeZone, 'last'),
  };
}

const naiveTime = (time: string): number => naive('1970-01-01', time);

/** What is left of this person's shift tonight, until it or the night ends; null when they are not on call. */
export function tonightOf(schedule: LayeredSchedule, contactId: string, now: Date): CoverStretch | null {
  const night = nightAt(now.getTime(), schedule.timeZone);
  return stretchIn(schedule, contactId, { from: Math.max(now.getTime(), night.from), to: night.to });
}

/** What of the night that begins on the evening of `date` (YYYY-MM-DD) is this person's and not `besides`' as well. */
export function nightOn(
  schedule: LayeredSchedule,
  contactId: string,
  date: string,
  { now, besides }: { now: Date; besides: string },
): CoverStretch | null {
  const { from, to } = nightAt(instantOf(naive(date, NIGHT.from), schedule.timeZone), schedule.timeZone);
  const range = { from: Math.max(now.getTime(), from), to };
  if (range.from >= to || stretchIn(schedule, besides, range)) return null;
  return stretchIn(schedule, contactId, range);
}

/** The person's next night on call, tonight included, that `besides` does not have as well; null within four weeks. */
export function nextNightOf(
  schedule: LayeredSchedule,
  contactId: string,
  since: Date,
  besides: string,
): CoverStretch | null {
  let at = since.getTime();
  for (let nights = 0; nights < NIGHTS_AHEAD; nights += 1) {
    const { from, to } = nightAt(at, schedule.timeZone);
    const range = { from: Math.max(since.getTime(), from), to };
    const found = stretchIn(schedule, contactId, range);
    if (found && !stretchIn(schedule, besides, range)) return found;
    at = to;
  }
  return null;
}

function stretchIn(schedule: LayeredSchedule, contactId: string, { from, to }: Span): CoverStretch | null {
  const shifts = shiftsBetween(schedule, new Date(from), new Date(to)).filter((shift) => shift.contactId === contactId);
  const spans = shifts.map((shift) => ({ from: shift.startsAt.getTime(), to: shift.endsAt.getTime() }));
  const [first] = joined(spans);
  return first ? { startsAt: new Date(first.from), endsAt: new Date(first.to) } : null;
}

/**
 * Who can be asked to cover somebody, in the order in which they would be paged without them: the stand-in, the layers
 * behind, the backups, the owner. Only people whom a text reaches and who are not away themselves.
 */
export function coverChain(
  schedule: LayeredSchedule,
  absentId: string,
  { startsAt, endsAt }: CoverStretch,
): OnCallPerson[] {
  const away = { contactId: absentId, startsAt, endsAt };
  const without = { ...schedule, timeOff: [...schedule.timeOff, away] };
  const { primary, backup, layers, owner } = onCallAt(without, startsAt);
  const inOrder = [primary, ...(backup ? [backup] : []), ...layers.map(({ person }) => person), ...schedule.backups];
  const isThere = (person: OnCallPerson): boolean =>
    person.contactId !== absentId && canText(person) && !isOff(schedule, person, startsAt);
  const there = [...inOrder, owner].filter(isThere);
  return there.filter((person, index) => there.findIndex((other) => other.contactId === person.contactId) === index);
}

const isOff = ({ timeOff }: LayeredSchedule, { contactId }: OnCallPerson, at: Date): boolean =>
  timeOff.some((off) => off.contactId === contactId && off.startsAt <= at && at < off.endsAt);

/** Whom a typed name means among the team: the whole name, else the only one with that first name. */
export function personNamed(name: string, people: readonly OnCallPerson[]): OnCallPerson | null {
  const team = people.filter((person) => person.isActive);
  const whole = team.filter((person) => spelled(person.name) === spelled(name));
  const found =
    whole.length > 0 ? whole : team.filter((person) => spelled(person.name).split(' ')[0] === spelled(name));
  return found.length === 1 ? (found[0] ?? null) : null;
}

const spelled = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .trim()
    .toLowerCase();
