import { DomainError } from '@domain/errors/domain-error';
import { onCallAt, type OnCallNow } from '@domain/on-call/on-call-at';
import type { OnCallPerson, Roster } from '@domain/on-call/roster';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { Injectable } from '@nestjs/common';
import { Contact } from './contact.entity.js';
import { OnCallRoster } from './on-call-roster.entity.js';

/** Who is on call. */
@Injectable()
export class OnCallService {
  /** The account's roster. Throws `no-on-call-roster` (409): the AI can't be switched on without one. */
  async roster(tx: AccountTx): Promise<Roster> {
    const row = await tx.findOne(OnCallRoster, {});
    if (!row)
      throw new DomainError('conflict', 'no-on-call-roster', 'Name a primary on-call contact and an owner first');
    const contacts = await tx.find(Contact, {});
    return toRoster(row, contacts);
  }

  /** Who stands behind the line at `at`. */
  async onCallAt(tx: AccountTx, at: Date): Promise<OnCallNow> {
    return onCallAt({ kind: 'roster', roster: await this.roster(tx) }, at);
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
    timing: { ...row },
  };
}

const toPerson = (contact: Contact): OnCallPerson => ({
  contactId: contact.id,
  name: contact.name,
  phone: contact.phone,
  channels: contact.channels,
  smsOptedOutAt: contact.smsOptedOutAt,
  isActive: contact.isActive,
});
