import { onCallAt, type OnCallNow } from '@domain/on-call/on-call-at';
import { PRACTICE_OPEN_MS } from '@domain/on-call/practice';
import type { OnCallPerson, Roster } from '@domain/on-call/roster';
import type { LayeredSchedule, OnCallWant } from '@domain/on-call/schedule.types';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { busyContacts } from './busy.queries.js';
import { Contact } from './contact.entity.js';
import { noRoster } from './on-call.errors.js';
import { testSentAt } from './on-call.queries.js';
import { OnCallRoster } from './on-call-roster.entity.js';
import { openPracticeSince, PRACTICE_ANSWERED_EVENT } from './practice.queries.js';
import { scheduleOf } from './schedule-of-rows.js';
import { ringGroupMembers, scheduleRows } from './schedule.queries.js';

/** A test text stays unanswered this long before an "OK" can mean anything else again. */
const TEST_OPEN_MS = 12 * 60 * 60 * 1000;

/** Who is on call, and what their phones told us. */
@Injectable()
export class OnCallService {
  constructor(private readonly journal: Journal) {}

  /** The account's roster. Throws `no-on-call-roster` (409) before the first save. */
  async roster(tx: AccountTx): Promise<Roster> {
    const row = await tx.findOne(OnCallRoster, {});
    if (!row) throw noRoster();
    return toRoster(row, await tx.find(Contact, {}));
  }

  /** Everything that decides who is on call from `since` on. Throws as `roster`. */
  async schedule(tx: AccountTx, since: Date): Promise<LayeredSchedule> {
    const rows = await scheduleRows(tx, since);
    if (!rows) throw noRoster();
    return scheduleOf(rows);
  }

  /** Who stands behind the line at `at`, for what the caller wants. Throws as `roster`. */
  async onCallAt(tx: AccountTx, at: Date, want: OnCallWant = {}): Promise<OnCallNow> {
    return onCallAt(await this.schedule(tx, at), at, want);
  }

  /** Ids of those who said that they are busy. */
  busyAt(tx: AccountTx, at: Date): Promise<ReadonlySet<string>> {
    return busyContacts(tx, at);
  }

  /** The people of a ring group, in the order they are rung; none when there is no such group. */
  async ringGroup(tx: AccountTx, groupId: string): Promise<OnCallPerson[]> {
    const ids = await ringGroupMembers(tx, groupId);
    const contacts = ids.length > 0 ? await tx.find(Contact, {}) : [];
    return ids.flatMap((id) => contacts.filter((contact) => contact.id === id).map(toPerson));
  }

  /** The contact with this phone (E.164), or null: a stranger. */
  async contactByPhone(tx: AccountTx, phone: string): Promise<OnCallPerson | null> {
    const contact = await tx.findOne(Contact, { phone });
    return contact ? toPerson(contact) : null;
  }

  /** Texts to this contact stop. Returns the name, or null when that was known already. */
  async optOut(tx: AccountTx, contactId: string, at: Date): Promise<string | null> {
    const contact = await tx.lock(Contact, { id: contactId });
    if (!contact || contact.smsOptedOutAt !== null) return null;
    await tx.update(Contact, { id: contactId }, { smsOptedOutAt: at });
    return contact.name;
  }

  /** The contact texted START. */
  async optIn(tx: AccountTx, contactId: string): Promise<void> {
    await tx.update(Contact, { id: contactId }, { smsOptedOutAt: null });
  }

  /**
   * Takes a contact's "OK" for the answer to an open test text, if there is one, and marks the phone as verified.
   * True means the word is used up: it must not acknowledge an incident as well (VTCR 1.2).
   */
  async confirmTest(tx: AccountTx, contactId: string, at: Date): Promise<boolean> {
    const contact = await tx.lock(Contact, { id: contactId });
    const sentAt = await testSentAt(tx, contactId);
    if (!contact || !sentAt || at.getTime() - sentAt.getTime() > TEST_OPEN_MS) return false;
    if (contact.verifiedAt !== null && contact.verifiedAt > sentAt) return false;
    await tx.update(Contact, { id: contactId }, { verifiedAt: at });
    await this.journal.record(tx, {
      event: 'on_call.verified',
      subjectId: contactId,
      actor: { type: 'contact', id: contactId },
    });
    return true;
  }

  /**
   * Takes an answer without a code for the one to a practice page, if one went out of late; the next answer means what it
   * says again.
   */
  async answersPractice(tx: AccountTx, contactId: string, at: Date): Promise<boolean> {
    if (!(await openPracticeSince(tx, contactId, new Date(at.getTime() - PRACTICE_OPEN_MS)))) return false;
    const actor = { type: 'contact', id: contactId } as const;
    await this.journal.record(tx, { event: PRACTICE_ANSWERED_EVENT, subjectId: contactId, actor });
    return true;
  }
}

function toRoster(row: OnCallRoster, contacts: Contact[]): Roster {
  const people = new Map(contacts.map((contact) => [contact.id, toPerson(contact)]));
  const person = (id: string): OnCallPerson => {
    const found = people.get(id);
    if (!found) throw new Error(`contact ${id} of the roster is missing`);
    return found;
  };
  return {
    primary: person(row.primaryContactId),
    backup: row.backupContactId === null ? null : person(row.backupContactId),
    owner: person(row.ownerContactId),
    timing: {
      warmTransferEnabled: row.warmTransferEnabled,
      warmTransferTimeoutSeconds: row.warmTransferTimeoutSeconds,
      smsOncallDelaySeconds: row.smsOncallDelaySeconds,
      autoDialDelaySeconds: row.autoDialDelaySeconds,
      backupDelaySeconds: row.backupDelaySeconds,
      ownerDelaySeconds: row.ownerDelaySeconds,
    },
  };
}

const toPerson = (contact: Contact): OnCallPerson => ({
  contactId: contact.id,
  name: contact.name,
  phone: contact.phone,
  channels: contact.channels,
  smsOptedOutAt: contact.smsOptedOutAt,
  lineType: contact.lineType,
  isActive: contact.isActive,
  language: contact.language,
});
