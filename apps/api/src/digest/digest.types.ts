import type { DigestCounts } from '@domain/digest/digest.types';
import type { AccountId } from '@domain/ids';
import type { CalendarLinkState } from '../calendar/calendar.types.js';
import type { DigestHistory } from './digest-history.entity.js';

/** A digest that has become due, and what came before it. */
export interface DueDigest {
  /** When it was promised. */
  due: Date;
  now: Date;
  /** Where the previous one ended; null for the first. */
  previousEnd: Date | null;
}

/** Where a digest goes; `nowhere` says why it can only be read in the app. */
export type DigestAddress =
  | { kind: 'slack'; webhookUrl: string }
  | { kind: 'email'; to: string }
  | { kind: 'sms'; from: string; to: string }
  | { kind: 'nowhere'; reason: string };

/** One try at delivering a digest. */
export interface DeliveryAttempt {
  digestId: string;
  /** 1 is the first. */
  number: number;
  content: string;
  counts: DigestCounts;
  accountId: AccountId;
  accountName: string;
  address: DigestAddress;
}

/** The After-Hours page at a glance. */
export interface Overview {
  /** The clock that decides what is due: a demo's may be elsewhere than the viewer's. */
  now: Date;
  account: { name: string; timeZone: string };
  agent: { active: boolean; answering: boolean; badge: string };
  liveCalls: number;
  openIncidents: number;
  needsCallback: number;
  onCallName: string | null;
  lineNumber: string | null;
  calendar: CalendarLinkState;
  lastDigest: DigestHistory | null;
}

export interface DigestPage {
  digests: DigestHistory[];
  nextCursor: string | null;
}
