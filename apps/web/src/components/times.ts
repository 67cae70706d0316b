const LOCALE = 'en-US';
const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options });
  formats.set(key, made);
  return made;
}

// Intl puts a narrow no-break space before AM; digests, texts and people write a plain one.
const written = (zone: string, at: number, options: Intl.DateTimeFormatOptions): string =>
  format(zone, options).format(at).replaceAll('\u202f', ' ');

/** 9:22 PM */
export const clockTime = (zone: string, at: number): string =>
  written(zone, at, { hour: 'numeric', minute: '2-digit' });

/** 9:22:45 PM */
export const exactTime = (zone: string, at: number): string =>
  written(zone, at, { hour: 'numeric', minute: '2-digit', second: '2-digit' });

/** Fri, Feb 13 */
export const shortDay = (zone: string, at: number): string =>
  written(zone, at, { weekday: 'short', month: 'short', day: 'numeric' });

/** Friday, February 13 */
const longDay = (zone: string, at: number): string =>
  written(zone, at, { weekday: 'long', month: 'long', day: 'numeric' });

/** Thu 5:00 PM; with its date when it lies so far from `now` that the weekday alone could be another: Thu, Dec 3 5:00 PM */
export function weekdayTime(zone: string, at: number, now: number): string {
  const day = Math.abs(at - now) < 6 * DAY_MS ? written(zone, at, { weekday: 'short' }) : shortDay(zone, at);
  return `${day} ${clockTime(zone, at)}`;
}

const dayKey = (zone: string, at: number): string =>
  written(zone, at, { year: 'numeric', month: '2-digit', day: '2-digit' });

/** Today and yesterday by name, the last week by weekday, older ones by date: "Yesterday 9:22 PM". */
export function dayAndTime(zone: string, at: number, now: number): string {
  return `${dayName(zone, at, now)} ${clockTime(zone, at)}`;
}

function dayName(zone: string, at: number, now: number): string {
  if (dayKey(zone, at) === dayKey(zone, now)) return 'Today';
  if (dayKey(zone, at) === dayKey(zone, now - DAY_MS)) return 'Yesterday';
  return now - at < 6 * DAY_MS && at < now ? written(zone, at, { weekday: 'long' }) : shortDay(zone, at);
}

/** "just now", "4 min ago", "3 h ago", "2 d ago". */
export function ago(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h ago` : `${Math.floor(minutes / 1440)} d ago`;
}

/** 1:40, 12:05, 1:02:09 from seconds. */
export function stopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = `${hours > 0 ? String(minutes).padStart(2, '0') : minutes}:${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** "1 minute 40 seconds": the same duration for ears. */
export function spokenDuration(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.floor(seconds % 60)];
  const part = (count: number, word: string): string =>
    count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`;
  return [part(minutes, 'minute'), part(rest, 'second')].filter(Boolean).join(' ') || '0 seconds';
}

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const offsetName = (zone: string, at: number, style: 'shortGeneric' | 'longOffset'): string =>
  format(zone, { timeZoneName: style })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value ?? zone;

/** "CT" when the account's clocks differ from the viewer's at that instant, nothing when they agree. */
export const zoneIfForeign = (zone: string, at: number): string =>
  offsetName(zone, at, 'longOffset') === offsetName(HERE, at, 'longOffset') ? '' : offsetName(zone, at, 'shortGeneric');

/** A `YYYY-MM-DD` date has no zone of its own: it is read and written in UTC. */
export const dateInWords = (date: string): string => shortDay('UTC', Date.parse(`${date}T00:00:00Z`));
export const longDateInWords = (date: string): string => longDay('UTC', Date.parse(`${date}T00:00:00Z`));

/** "17:00" as people in the US write it: 5:00 PM. */
export const wallTime = (hhmm: string): string => clockTime('UTC', Date.parse(`2026-01-01T${hhmm}:00Z`));

/** `2026-02-13T21:22`, the value of a datetime-local field, in the account's zone. */
export const localInput = (zone: string, at: number): string => {
  const parts = format(zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
};

/** The instant at which the account's clocks show `local`; null while it is incomplete. */
export function instantOf(zone: string, local: string): number | null {
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const shift = (at: number): number => Date.parse(`${localInput(zone, at)}:00Z`) - at;
  // Twice, because the offset in force may differ between the guess and the answer on a night the clocks move.
  return asUtc - shift(asUtc - shift(asUtc));
}
