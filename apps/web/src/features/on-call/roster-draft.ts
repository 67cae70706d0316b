import { rosterPreview } from '@domain/on-call/roster-preview';
import type { OnCallPerson, Roster } from '@domain/on-call/roster';
import { mayDial, parseE164, spokenForm } from '@domain/phone/e164';
import type { Person, RosterDraft } from '../../api/on-call.js';
import type { Contact, OnCall } from '../../api/types.js';

/** The form's own shape: phones as people write them. */
export interface RosterValues {
  primary: Person;
  backup: Person;
  owner: Person;
  warmTransferEnabled: boolean;
  warmTransferTimeoutSeconds: number;
  smsOncallDelaySeconds: number;
  autoDialDelaySeconds: number;
  backupDelaySeconds: number;
  ownerDelaySeconds: number;
}

const personOf = (contact: Contact | null): Person =>
  contact ? { id: contact.id, name: contact.name, phone: spokenForm(contact.phone) } : { name: '', phone: '' };

/** The PRD's defaults (VTCR 1.2): what the form shows before anything was saved. */
const FIRST: RosterValues = {
  primary: { name: '', phone: '' },
  backup: { name: '', phone: '' },
  owner: { name: '', phone: '' },
  warmTransferEnabled: true,
  warmTransferTimeoutSeconds: 25,
  smsOncallDelaySeconds: 0,
  autoDialDelaySeconds: 60,
  backupDelaySeconds: 600,
  ownerDelaySeconds: 1200,
};

export const draftOf = (roster: OnCall | null): RosterValues => (roster ? valuesOf(roster) : FIRST);

const valuesOf = (roster: OnCall): RosterValues => ({
  primary: personOf(roster.primary),
  backup: personOf(roster.backup),
  owner: personOf(roster.owner),
  warmTransferEnabled: roster.warmTransferEnabled,
  warmTransferTimeoutSeconds: roster.warmTransferTimeoutSeconds,
  smsOncallDelaySeconds: roster.smsOncallDelaySeconds,
  autoDialDelaySeconds: roster.autoDialDelaySeconds,
  backupDelaySeconds: roster.backupDelaySeconds,
  ownerDelaySeconds: roster.ownerDelaySeconds,
});

/** The version saved over, and numbers in international form. An empty backup is no backup. */
export const toSave = (roster: OnCall | null, values: RosterValues): RosterDraft => ({
  ...values,
  version: roster?.version ?? 0,
  primary: dialable(values.primary),
  backup: isEmpty(values.backup) ? null : dialable(values.backup),
  owner: dialable(values.owner),
});

const dialable = (person: Person): Person => ({ ...person, name: person.name.trim(), phone: parseE164(person.phone) });

const isEmpty = ({ name, phone }: Person): boolean => name.trim() === '' && phone.trim() === '';

/** PRD VTCR 1.2: primary and owner with a name and a number that can be dialled; the order of the delays makes a ladder. */
export function validateRoster(values: RosterValues): Record<string, string | null> {
  const backup = isEmpty(values.backup) ? {} : personErrors('backup', values.backup);
  return {
    ...personErrors('primary', values.primary),
    ...backup,
    ...personErrors('owner', values.owner),
    ownerDelaySeconds:
      values.ownerDelaySeconds < values.backupDelaySeconds
        ? 'The owner is the last resort: not before the backup'
        : null,
  };
}

const personErrors = (slot: string, { name, phone }: Person): Record<string, string | null> => ({
  [`${slot}.name`]: name.trim() ? null : 'Write a name',
  [`${slot}.phone`]: phoneError(phone),
});

export function phoneError(phone: string): string | null {
  try {
    return mayDial(parseE164(phone))
      ? null
      : 'This number cannot be dialled from here: only regular US and Canadian numbers can';
  } catch {
    return 'Write the number with its area code, such as (312) 555-0141';
  }
}

/** What the saved ladder would do, in the words of the ladder itself, while it is being changed. */
export function ladderSentence(values: RosterValues): string {
  const { primary, backup, owner, ...timing } = values;
  const roster: Roster = {
    primary: pageable(primary, 'the primary'),
    backup: isEmpty(backup) ? null : pageable(backup, 'the backup'),
    owner: pageable(owner, 'the owner'),
    timing,
  };
  return `${rosterPreview(roster)}. Not saved yet.`;
}

/** Somebody as the form knows them: with both channels, which a number just entered has. */
const pageable = ({ name, phone }: Person, otherwise: string): OnCallPerson => ({
  contactId: `${otherwise} ${phone}`,
  name: name.trim() || otherwise,
  phone,
  channels: ['voice', 'sms'],
  smsOptedOutAt: null,
  lineType: 'unknown',
  isActive: true,
  language: 'en',
});
