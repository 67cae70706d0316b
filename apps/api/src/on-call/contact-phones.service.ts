import type { E164 } from '@domain/phone/e164';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { Contact } from './contact.entity.js';
import { LineTypesService } from './line-types.service.js';
import type { ContactDraft } from './on-call.types.js';

/** What entering a number means: consent to page it, a proof still to come, and a line nobody knows yet. */
@Injectable()
export class ContactPhonesService {
  constructor(
    private readonly clock: Clock,
    private readonly lineTypes: LineTypesService,
  ) {}

  /** Entering a number is the consent to page it; STOP withdraws it. Returns the new contact's id. */
  async added(tx: AccountTx, draft: ContactDraft & { phone: E164 }): Promise<string> {
    const { name, phone, channels = ['voice', 'sms'], isActive = true, language = 'en' } = draft;
    const id = newId();
    const now = this.clock.now();
    await tx.insert(Contact, { id, name, phone, channels, isActive, language, consentAt: now, createdAt: now });
    await this.lineTypes.wonder(tx, id);
    return id;
  }

  /** Another number is another phone: neither its proof nor its STOP is known, and entering it is the consent. */
  async entered(tx: AccountTx, contact: Contact, phone: E164): Promise<Partial<Contact>> {
    const isNew = phone !== contact.phone;
    if (isNew || contact.lineTypeAt === null) await this.lineTypes.wonder(tx, contact.id);
    if (!isNew) return {};
    const unknown = { verifiedAt: null, smsOptedOutAt: null, lineType: 'unknown', lineTypeAt: null } as const;
    return { phone, ...unknown, consentAt: this.clock.now() };
  }
}
