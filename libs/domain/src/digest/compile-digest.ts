import { digestCounts } from './digest-counts.js';
import { digestEntries } from './digest-entries.js';
import { digestText } from './digest-text.js';
import type { Digest, DigestCall, DigestWindow } from './digest.types.js';

/** What a digest is made of. */
export interface Night {
  /** YYYY-MM-DD: the local date it is the digest of. */
  date: string;
  window: DigestWindow;
  calls: DigestCall[];
  /** IANA name. */
  timeZone: string;
  averageEmergencyValueCents: number;
}

/** The morning summary of a night (PRD §9, VTCR 3.1). `calls` may hold calls that do not belong: they are left out. */
export function compileDigest(night: Night): Digest {
  const entries = digestEntries(night.calls, night.timeZone);
  return { window: night.window, entries, counts: digestCounts(entries), content: digestText(night, entries) };
}
