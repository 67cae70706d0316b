import type { Spoken } from '@domain/call/caller-hears';
import type { EmergencyFacts } from './facts.js';

/** What a technician's phone says in one language. Where a caller's own words come in between, each voice reads its own. */
export interface LegWords {
  /** Who and what: what a person hears who picks up. */
  page: (facts: EmergencyFacts) => Spoken[];
  /** The three keys (decision 5). No key press means not reached. */
  keys: Spoken;
  /** In front of a page, to somebody who asked not to be paged. */
  busy: Spoken;
  /** To whoever took an emergency a while ago and can't be texted. */
  watchdog: (facts: EmergencyFacts) => Spoken[];
  watchdogKeys: Spoken;
  thanks: Spoken;
  taken: (takerName: string) => Spoken;
  over: Spoken;
  connecting: Spoken;
  callBack: Spoken;
  passed: Spoken;
  gone: Spoken;
  noNumber: Spoken;
  /** To the technician whose conversation broke off before it began. */
  rejoin: Spoken;
  /** A technician rings the line while an emergency is theirs, or waits for them. */
  menu: (firstName: string, open: EmergencyFacts[], whoKey: string) => Spoken[];
  onCall: (primary: string, backup: string | null, owner: string) => Spoken;
}
