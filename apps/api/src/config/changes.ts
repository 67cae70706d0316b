import type { AfterHoursConfig, ConfigPatch, ConfigSnapshot } from './config.types.js';

/** One field of the settings that differs between two versions. */
export interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

/** The settings of a version without what nobody may read: the Slack address becomes "there is one". */
export function snapshotOf(config: AfterHoursConfig): ConfigSnapshot {
  const { version: _, digestSlackWebhook, ...settings } = config;
  return { ...settings, digestSlackWebhookSet: digestSlackWebhook !== null };
}

/** By the fields' names: the database keeps them in an order of its own. */
export const changesBetween = (before: ConfigSnapshot, after: ConfigSnapshot): Change[] =>
  differing(before, after).sort((one, other) => (one.field < other.field ? -1 : 1));

function differing(before: ConfigSnapshot, after: ConfigSnapshot): Change[] {
  const old = before as unknown as Record<string, unknown>;
  return Object.entries(after)
    .filter(([field, value]) => canonical(old[field]) !== canonical(value))
    .map(([field, value]) => ({ field, from: old[field] ?? null, to: value }));
}

/** What a save changed. A new Slack address is told by its name alone, also where there was one before. */
export function savedChanges(before: AfterHoursConfig, after: AfterHoursConfig): Change[] {
  const changes = differing(snapshotOf(before), snapshotOf(after));
  const open = changes.filter(({ field }) => field !== 'digestSlackWebhookSet');
  const sameAddress = before.digestSlackWebhook === after.digestSlackWebhook;
  return sameAddress ? open : [...open, { field: 'digestSlackWebhook', from: null, to: null }];
}

/** People's names and numbers are in the settings, but not in the journal, which other systems read. */
const PERSONAL = new Set(['ownerName', 'businessNumber', 'digestEmail', 'digestPhone', 'digestSlackWebhook']);
const LONGEST_TOLD = 300;

/** As the journal tells a change: personal fields by name only, long texts cut. */
export const toldChanges = (changes: Change[]): (Change | { field: string })[] =>
  changes.map(({ field, from, to }) => (PERSONAL.has(field) ? { field } : { field, from: cut(from), to: cut(to) }));

/**
 * What going back to an older version changes. The switch stays where it is: restoring an old greeting must not take the
 * line out of service. A secret that was never stored stays too.
 */
export function patchFrom(snapshot: ConfigSnapshot): ConfigPatch {
  const { isActive: _a, digestSlackWebhookSet: _b, accountName: _c, timeZone: _d, state: _e, ...patch } = snapshot;
  return patch;
}

function cut(value: unknown): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD)}…` : value;
}

/** The database hands jsonb back with its keys in an order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, each]) => `${key}:${canonical(each)}`).join(',')}}`;
}
