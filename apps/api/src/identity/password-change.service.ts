import { Injectable } from '@nestjs/common';
import type { PlatformQuery } from '@platform/tenancy/platform-db';
import { voidAddressChanges } from './address-changes.queries.js';
import { MailRoomService } from './mail-room.service.js';
import { PasswordsService } from './passwords.service.js';
import { hasSecondFactor } from './second-factor.queries.js';
import { SessionsService } from './sessions.service.js';
import { voidTickets } from './tickets.queries.js';
import { organisationsOf, setPasswordHash, type UserRow } from './users.queries.js';

/** A new password for somebody who has proved who they are, one way or the other. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly mailRoom: MailRoomService,
  ) {}

  /** Every session but `spared` ends, half-made sign-ins and a wish for another address are void, and the person is told (AUT-07). Throws what `PasswordsService.accept` does. */
  async replace(query: PlatformQuery, user: UserRow, password: string, spared: string | null): Promise<void> {
    const words = [user.name, user.email.split('@')[0] ?? '', ...(await organisationsOf(query, user.email))];
    const subject = { hasSecondFactor: await hasSecondFactor(query, user.id), words };
    await setPasswordHash(query, user.id, await this.passwords.accept(password, subject));
    await voidTickets(query, user.id);
    await voidAddressChanges(query, user.id);
    await this.sessions.endAllBut(query, user.id, spared);
    await this.mailRoom.post(query, user.email, { kind: 'password-changed' });
  }
}
