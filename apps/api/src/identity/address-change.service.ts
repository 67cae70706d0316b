import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { newId } from '@platform/tenancy/new-id';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import { lockAddressChange, storeAddressChange, voidAddressChanges } from './address-changes.queries.js';
import { recordEvent } from './events.queries.js';
import type { SignedInUser, Visitor } from './identity.types.js';
import { ADDRESS_MINUTES } from './letter.types.js';
import { MailRoomService } from './mail-room.service.js';
import { digestOf, linkNotValid, newSecret } from './one-time-secret.js';
import { useResets } from './resets.queries.js';
import { SessionsService } from './sessions.service.js';
import { letterRule, requestRules } from './throttle-rules.js';
import { ThrottleService } from './throttle.service.js';
import { voidTickets } from './tickets.queries.js';
import { addressOf, findUser, setAddress } from './users.queries.js';

/** "d…@example.com": enough to recognise one's own, too little for whoever reads an old mailbox. */
const hinted = (email: string): string => email.replace(/^(.).*(?=@)/u, '$1…');

/** A person's own e-mail address: it changes when the new one has answered, and the old one hears of it both times. */
@Injectable()
export class AddressChangeService {
  constructor(
    private readonly db: PlatformDb,
    private readonly throttle: ThrottleService,
    private readonly sessions: SessionsService,
    private readonly mailRoom: MailRoomService,
  ) {}

  /**
   * Answers the same for an address that somebody has: its owner is told by mail instead. Throws `step-up-required`,
   * `address-unchanged`, `mail-not-configured`, `too-many-tries`.
   */
  async ask(user: SignedInUser, wanted: string, visitor: Visitor): Promise<void> {
    this.mailRoom.assertOpen();
    await this.throttle.reserve(requestRules('email-change', visitor));
    const email = addressOf(wanted);
    if (!(await this.throttle.admits(letterRule('email-change', email)))) return;
    await this.db.within(async (query) => {
      await this.sessions.assertFreshFactor(query, user);
      await this.keep(query, user, email);
      await recordEvent(query, { event: 'email.change_asked', userId: user.id, familyId: user.familyId, visitor });
    });
  }

  /** By the link that went to the new address. Every session ends. Throws `link-not-valid`, `too-many-tries`. */
  async confirm(token: string, visitor: Visitor): Promise<void> {
    await this.throttle.reserve(requestRules('email-confirm', visitor));
    await this.db.within(async (query) => {
      const change = await lockAddressChange(query, digestOf(token));
      const person = change && (await findUser(query, change.userId));
      if (!person || !(await setAddress(query, person.id, change.email))) throw linkNotValid();
      await this.endWhatWas(query, person);
      const { name, email: old } = person;
      await this.mailRoom.post(query, old, { kind: 'address-changed', name, newAddress: hinted(change.email) });
      await recordEvent(query, { event: 'email.changed', userId: person.id, visitor });
    });
  }

  private async keep(query: PlatformQuery, user: SignedInUser, email: string): Promise<void> {
    const person = await findUser(query, user.id);
    if (!person || person.email === email)
      throw new DomainError('invalid', 'address-unchanged', 'This is your address already.');
    await voidAddressChanges(query, user.id);
    const { secret: token, hash: tokenHash } = newSecret();
    await storeAddressChange(query, { id: newId(), userId: user.id, email, tokenHash, minutes: ADDRESS_MINUTES });
    await this.mailRoom.post(query, email, { kind: 'new-address', name: person.name, token });
    await this.mailRoom.post(query, person.email, { kind: 'address-changing', newAddress: hinted(email) });
  }

  /** Links and half-made sign-ins of the old address, and whoever is signed in. */
  private async endWhatWas(query: PlatformQuery, person: { id: string; email: string }): Promise<void> {
    await voidAddressChanges(query, person.id);
    await useResets(query, person.email);
    await voidTickets(query, person.id);
    await this.sessions.endAllBut(query, person.id, null);
  }
}
