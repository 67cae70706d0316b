import { DomainError, notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { mayDial, parseE164, type E164 } from '@domain/phone/e164';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ContactPhonesService } from './contact-phones.service.js';
import { ContactTestService } from './contact-test.service.js';
import { Contact } from './contact.entity.js';
import { OnCallRoster } from './on-call-roster.entity.js';
import { toContactView, type ContactView } from './on-call.dto.js';
import { testResults } from './on-call.queries.js';
import type { ContactDraft, PersonDraft } from './on-call.types.js';

const TEST_IN_VAIN = new Set(['tests-limited', 'texts-do-not-arrive']);

/** The people who can be paged. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly phones: ContactPhonesService,
    private readonly tests: ContactTestService,
  ) {}

  list(accountId: AccountId): Promise<ContactView[]> {
    return this.db.within(accountId, async (tx) => {
      const results = await testResults(tx);
      const contacts = await tx.find(Contact, {}, { name: 'ASC' });
      return contacts.map((contact) => toContactView(contact, results.get(contact.id) ?? null));
    });
  }

  /** Throws `phone-in-use` when another contact has that phone. */
  add(accountId: AccountId, draft: ContactDraft, actor: Actor): Promise<ContactView> {
    return this.db.within(accountId, async (tx) => {
      const phone = pageable(draft.phone);
      if (await tx.findOne(Contact, { phone })) throw phoneInUse();
      const id = await this.phones.added(tx, { ...draft, phone });
      return this.changed(tx, id, actor);
    });
  }

  /** A new phone has to be verified again. Throws `contact-not-found`, `phone-in-use`, `owner-stays`. */
  change(accountId: AccountId, id: string, draft: Partial<ContactDraft>, actor: Actor): Promise<ContactView> {
    return this.db.within(accountId, async (tx) => {
      const contact = await tx.lock(Contact, { id });
      if (!contact) throw notFound('contact');
      const { name = contact.name, channels = contact.channels, language = contact.language } = draft;
      const { isActive = contact.isActive } = draft;
      const phone = draft.phone === undefined ? (contact.phone as E164) : pageable(draft.phone);
      await this.assertChangeable(tx, { id, phone, isActive });
      const entered = await this.phones.entered(tx, contact, phone);
      await tx.update(Contact, { id }, { name, channels, isActive, language, ...entered });
      return this.changed(tx, id, actor);
    });
  }

  /** Sends the test text to one contact (VTCR 1.2). */
  async test(accountId: AccountId, id: string, actor: Actor): Promise<ContactView> {
    await this.tests.send(accountId, id, actor);
    return this.db.within(accountId, (tx) => this.contactView(tx, id));
  }

  /** The test after a save: a phone that has had enough of them, or takes no texts, is left alone, and the save stands. */
  async testIfAllowed(accountId: AccountId, id: string, actor: Actor): Promise<void> {
    try {
      await this.tests.send(accountId, id, actor);
    } catch (error) {
      if (!(error instanceof DomainError && TEST_IN_VAIN.has(error.code))) throw error;
    }
  }

  /** One contact as the screen shows it. Throws `contact-not-found`. */
  read(accountId: AccountId, id: string): Promise<ContactView> {
    return this.db.within(accountId, (tx) => this.contactView(tx, id));
  }

  /** The contact of a slot: the named one changed, the one with this phone renamed, or a new one. */
  async saved(tx: AccountTx, draft: PersonDraft): Promise<string> {
    const phone = pageable(draft.phone);
    const samePhone = await tx.findOne(Contact, { phone });
    const named = draft.id ? await tx.findOne(Contact, { id: draft.id }) : null;
    const contact = samePhone ?? named;
    if (!contact) return this.phones.added(tx, { name: draft.name, phone });
    const known = { name: draft.name, isActive: true, ...(await this.phones.entered(tx, contact, phone)) };
    await tx.update(Contact, { id: contact.id }, known);
    return contact.id;
  }

  private async assertChangeable(
    tx: AccountTx,
    { id, phone, isActive }: Pick<Contact, 'id' | 'phone' | 'isActive'>,
  ): Promise<void> {
    const other = await tx.findOne(Contact, { phone });
    if (other && other.id !== id) throw phoneInUse();
    if (!isActive && (await tx.findOne(OnCallRoster, { ownerContactId: id }))) throw ownerStays();
  }

  private async contactView(tx: AccountTx, id: string): Promise<ContactView> {
    const contact = await tx.findOne(Contact, { id });
    if (!contact) throw notFound('contact');
    return toContactView(contact, (await testResults(tx)).get(id) ?? null);
  }

  private async changed(tx: AccountTx, id: string, actor: Actor): Promise<ContactView> {
    await this.journal.record(tx, { event: 'on_call.contact_changed', subjectId: id, actor });
    return this.contactView(tx, id);
  }
}

const ownerStays = () =>
  new DomainError('conflict', 'owner-stays', "The owner is paged last and can't leave. Name another owner first.");

const phoneInUse = () => new DomainError('conflict', 'phone-in-use', 'Another contact has this phone number');

function pageable(typed: string): E164 {
  const phone = parseE164(typed);
  if (!mayDial(phone))
    throw new DomainError('invalid', 'phone-not-allowed', 'Only numbers in the US and Canada can be paged');
  return phone;
}
