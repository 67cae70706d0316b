import type { DigestHistory } from './digest-history.entity.js';

/** A digest that has become due, and what came before it. */
export interface DueDigest {
  /** When it was promised. */
  due: Date;
  now: Date;
  /** Where the previous one ended; null for the first. */
  previousEnd: Date | null;
}

/** One try at delivering a digest. */
export interface DeliveryAttempt {
  digestId: string;
  /** 1 is the first. */
  number: number;
  content: string;
  /** Null when the chosen channel cannot take it; `reason` says why. */
  webhookUrl: string | null;
  reason: string;
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
  lastDigest: DigestHistory | null;
}

export interface DigestPage {
  digests: DigestHistory[];
  nextCursor: string | null;
}
