import { DomainError, notFound, stale } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { mayDial, parseE164, type E164 } from '@domain/phone/e164';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { ContactTestService } from './contact-test.service.js';
import { Contact } from './contact.entity.js';
import { OnCallRoster } from './on-call-roster.entity.js';
import { testResults } from './on-call.queries.js';
import { OnCallService } from './on-call.service.js';
import { toContactView, toOnCallView, type ContactView, type OnCallView } from './on-call.dto.js';
import type { ContactDraft, PersonDraft, RosterDraft } from './on-call.types.js';

/** The people who can be paged, and who of them is on call (VTCR 1.2). */
@Injectable()
export class TeamService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly onCall: OnCallService,
    private readonly tests: ContactTestService,
  ) {}

  read(accountId: AccountId): Promise<OnCallView> {
    return this.db.within(accountId, (tx) => this.view(tx));
  }

  /** Saves over `version` (0: the first save) and texts the primary a test. Throws `on-call-changed`, `phone-not-e164`. */
  async save(accountId: AccountId, version: number, draft: RosterDraft, actor: Actor): Promise<OnCallView> {
    const primaryId = await this.db.within(accountId, async (tx) => {
      const primaryContactId = await this.saved(tx, draft.primary);
      const backupContactId = draft.backup === null ? null : await this.saved(tx, draft.backup);
      const ownerContactId = await this.saved(tx, draft.owner);
      const people = { primaryContactId, backupContactId, ownerContactId };
      await this.replace(tx, version, { ...timingOf(draft), ...people });
      await this.journal.record(tx, { event: 'on_call.changed', subjectId: accountId, actor, data: people });
      return primaryContactId;
    });
    await this.tests.send(accountId, primaryId, actor);
    return this.read(accountId);
  }

  contacts(accountId: AccountId): Promise<ContactView[]> {
    return this.db.within(accountId, async (tx) => {
      const results = await testResults(tx);
      const contacts = await tx.find(Contact, {}, { name: 'ASC' });
      return contacts.map((contact) => toContactView(contact, results.get(contact.id) ?? null));
    });
  }

  /** Throws `phone-in-use` when another contact has that phone. */
  addContact(accountId: AccountId, draft: ContactDraft, actor: Actor): Promise<ContactView> {
    return this.db.within(accountId, async (tx) => {
      const phone = pageable(draft.phone);
      if (await tx.findOne(Contact, { phone })) throw phoneInUse();
      const id = newId();
      const { name, channels = ['voice', 'sms'], isActive = true } = draft;
      await tx.insert(Contact, {
        id,
        name,
        phone,
        channels,
        isActive,
        consentAt: this.clock.now(),
        createdAt: this.clock.now(),
      });
      return this.changed(tx, id, actor);
    });
  }

  /** A new phone has to be verified again. */
  changeContact(accountId: AccountId, id: string, draft: Partial<ContactDraft>, actor: Actor): Promise<ContactView> {
    return this.db.within(accountId, async (tx) => {
      const contact = await tx.lock(Contact, { id });
      if (!contact) throw notFound('contact');
      const { phone: typed, ...rest } = draft;
      const phone = typed === undefined ? contact.phone : pageable(typed);
      const other = await tx.findOne(Contact, { phone });
      if (other && other.id !== id) throw phoneInUse();
      await tx.update(Contact, { id }, { ...rest, ...phoneChange(contact, phone) });
      return this.changed(tx, id, actor);
    });
  }

  /** Sends the test text to one contact (VTCR 1.2). */
  async testContact(accountId: AccountId, id: string, actor: Actor): Promise<ContactView> {
    await this.tests.send(accountId, id, actor);
    return this.db.within(accountId, (tx) => this.contactView(tx, id));
  }

  private async view(tx: AccountTx): Promise<OnCallView> {
    const roster = await this.onCall.roster(tx);
    const row = await tx.findOne(OnCallRoster, {});
    const contacts = new Map((await tx.find(Contact, {})).map((contact) => [contact.id, contact]));
    return toOnCallView({ version: row?.version ?? 0, roster, contacts, tests: await testResults(tx) });
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

  private async replace(
    tx: AccountTx,
    version: number,
    row: Omit<OnCallRoster, 'accountId' | 'version' | 'updatedAt'>,
  ): Promise<void> {
    const known = await tx.lock(OnCallRoster, {});
    if ((known?.version ?? 0) !== version) throw stale('on-call');
    const stamped = { ...row, version: version + 1, updatedAt: this.clock.now() };
    if (known) await tx.update(OnCallRoster, { version }, stamped);
    else await tx.insert(OnCallRoster, stamped);
  }

  /** The contact of a slot: the named one changed, the one with this phone renamed, or a new one. */
  private async saved(tx: AccountTx, draft: PersonDraft): Promise<string> {
    const phone = pageable(draft.phone);
    const samePhone = await tx.findOne(Contact, { phone });
    const named = draft.id ? await tx.findOne(Contact, { id: draft.id }) : null;
    const contact = samePhone ?? named;
    if (contact) {
      await tx.update(
        Contact,
        { id: contact.id },
        { name: draft.name, isActive: true, ...phoneChange(contact, phone) },
      );
      return contact.id;
    }
    const id = newId();
    const now = this.clock.now();
    await tx.insert(Contact, {
      id,
      name: draft.name,
      phone,
      channels: ['voice', 'sms'],
      isActive: true,
      consentAt: now,
      createdAt: now,
    });
    return id;
  }
}

const phoneInUse = () => new DomainError('conflict', 'phone-in-use', 'Another contact has this phone number');

function pageable(typed: string): E164 {
  const phone = parseE164(typed);
  if (!mayDial(phone))
    throw new DomainError('invalid', 'phone-not-allowed', 'Only numbers in the US and Canada can be paged');
  return phone;
}

const phoneChange = (contact: Contact, phone: string): Partial<Contact> =>
  phone === contact.phone ? {} : { phone, verifiedAt: null, smsOptedOutAt: null };

const timingOf = (draft: RosterDraft) => ({
  warmTransferEnabled: draft.warmTransferEnabled,
  warmTransferTimeoutSeconds: draft.warmTransferTimeoutSeconds,
  smsOncallDelaySeconds: draft.smsOncallDelaySeconds,
  autoDialDelaySeconds: draft.autoDialDelaySeconds,
  backupDelaySeconds: draft.backupDelaySeconds,
  ownerDelaySeconds: draft.ownerDelaySeconds,
});
