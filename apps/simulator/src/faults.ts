import { isUnder } from './log.js';

/**
 * What can go wrong with a request to a stand-in. `before` means nothing was done, `after` means it was done and the
 * answer got lost. Milliseconds are real time: they are there to meet the caller's own time-outs.
 */
const REQUEST_FAULTS = [
  'slow',
  'http500-before',
  'http429',
  'hang-before',
  'http500-after',
  'reset-after',
  'hang-after',
] as const;
/** What can go wrong with a webhook. `delayed` is in virtual milliseconds, `duplicated` sends `times` copies at once. */
export const WEBHOOK_FAULTS = ['lost', 'duplicated', 'reordered', 'delayed'] as const;
/**
 * What only the stand-in itself can play: a vendor error code at creation or as a later status, a list that lags behind, a
 * text that never gets further than `sent` (a text on `twilio.messages` can also be `delayed`).
 */
const VENDOR_FAULTS = [
  'error-code',
  'later-error-code',
  'list-lag',
  'stays-sent',
  'garbage',
  'blocked',
  'never-connects',
  'stream-closes',
] as const;

export const FAULT_KINDS = [...REQUEST_FAULTS, ...WEBHOOK_FAULTS, ...VENDOR_FAULTS] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultOrder {
  /** Dotted scope it applies to, with everything under it; `*` is everywhere. E.g. `twilio.messages`, `webhooks.call-status`. */
  scope: string;
  kind: FaultKind;
  /** Milliseconds for slow, delayed and list-lag. */
  ms?: number;
  /** Vendor error code, e.g. 21610, 30034. */
  code?: number;
  /** Copies for duplicated (default 2). */
  times?: number;
  /** How often it strikes before it is used up; without it, until removed. */
  count?: number;
  /** Strikes only where this text occurs in the URL or body: a phone number, a status. */
  match?: string;
}

export interface Fault extends FaultOrder {
  id: string;
  struck: number;
}

/** Faults on demand: tests and the handset page put them in, the stand-ins ask before they act. */
export class Faults {
  private active: Fault[] = [];
  private lastId = 0;

  add(order: FaultOrder): Fault {
    this.lastId += 1;
    const fault: Fault = { ...order, id: `fault-${this.lastId}`, struck: 0 };
    this.active.push(fault);
    return fault;
  }

  list(): readonly Fault[] {
    return this.active;
  }

  /** @returns false when there is no such fault. */
  remove(id: string): boolean {
    const before = this.active.length;
    this.active = this.active.filter((fault) => fault.id !== id);
    return this.active.length < before;
  }

  clear(): void {
    this.active = [];
  }

  /**
   * The oldest fault of one of these kinds that applies here, counted as having struck; undefined when all is well.
   * `about` is the text that the fault's `match` is looked for in.
   */
  strike(scope: string, kinds: readonly FaultKind[], about = ''): Fault | undefined {
    const fault = this.active.find((candidate) => kinds.includes(candidate.kind) && appliesTo(candidate, scope, about));
    if (!fault) return undefined;
    fault.struck += 1;
    if (fault.count !== undefined && fault.struck >= fault.count) this.remove(fault.id);
    return fault;
  }
}

function appliesTo(fault: Fault, scope: string, about: string): boolean {
  if (fault.scope !== '*' && !isUnder(scope, fault.scope)) return false;
  return fault.match === undefined || about.includes(fault.match);
}
