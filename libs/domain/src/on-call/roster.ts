import type { PagerLanguage } from './pager-language.js';

/** How a person can be paged. */
export type ContactChannel = 'voice' | 'sms';

/** What kind of line a number is, as far as anybody has said; texts to a landline go nowhere. */
export const LINE_TYPES = ['mobile', 'landline', 'fixed_voip', 'non_fixed_voip', 'toll_free', 'unknown'] as const;
export type LineType = (typeof LINE_TYPES)[number];

/** A person who can be paged (tech, backup, owner). Not a login. */
export interface OnCallPerson {
  contactId: string;
  name: string;
  /** E.164. */
  phone: string;
  channels: ContactChannel[];
  /** When the person texted STOP: carriers then drop our texts, so only voice is left. */
  smsOptedOutAt: Date | null;
  lineType: LineType;
  isActive: boolean;
  /** They are written to and called in it. */
  language: PagerLanguage;
}

/** Editable delays of the ladder (VTCR 1.2), seconds after the emergency was opened. */
export interface LadderTiming {
  warmTransferEnabled: boolean;
  warmTransferTimeoutSeconds: number;
  smsOncallDelaySeconds: number;
  autoDialDelaySeconds: number;
  backupDelaySeconds: number;
  ownerDelaySeconds: number;
}

/** The PRD's simple on-call form: exactly equivalent to a schedule of one layer that never rotates. */
export interface Roster {
  primary: OnCallPerson;
  backup: OnCallPerson | null;
  owner: OnCallPerson;
  timing: LadderTiming;
}

/** Whether texts reach such a line at all. Internet phones take them, as far as anybody can say beforehand. */
export const takesTexts = ({ lineType }: Pick<OnCallPerson, 'lineType'>): boolean => lineType !== 'landline';

/**
 * Whether a text could arrive: the person wants texts, has not opted out, and the line takes any. The column
 * `contacts.can_text` says the same to SQL.
 */
export const canText = (person: Omit<OnCallPerson, 'contactId'>): boolean =>
  person.isActive && person.channels.includes('sms') && person.smsOptedOutAt === null && takesTexts(person);

/** Whether a call may be placed. */
export const canCall = (person: OnCallPerson): boolean => person.isActive && person.channels.includes('voice');
