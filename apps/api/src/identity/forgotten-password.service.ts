import { Injectable } from '@nestjs/common';
import { newId } from '@platform/tenancy/new-id';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { recordEvent } from './events.queries.js';
import type { Visitor } from './identity.types.js';
import { RESET_MINUTES } from './letter.types.js';
import { MailRoomService } from './mail-room.service.js';
import { newSecret } from './one-time-secret.js';
import { storeReset } from './resets.queries.js';
import { letterRule, requestRules } from './throttle-rules.js';
import { ThrottleService } from './throttle.service.js';
import { addressOf, findUserByEmail } from './users.queries.js';

/** A forgotten password: the link that lets its owner choose another. */
@Injectable()
export class ForgottenPasswordService {
  constructor(
    private readonly db: PlatformDb,
    private readonly throttle: ThrottleService,
    private readonly mailRoom: MailRoomService,
  ) {}

  /**
   * Answers, and works, the same for an address nobody has: the letter is dropped when it is to be written. Throws
   * `mail-not-configured`, `too-many-tries` (of the place it comes from, never of the address).
   */
  async ask(email: string, visitor: Visitor): Promise<void> {
    this.mailRoom.assertOpen();
    await this.throttle.reserve(requestRules('forgot', visitor));
    const address = addressOf(email);
    if (!(await this.throttle.admits(letterRule('forgot', address)))) return;
    const { secret: token, hash: tokenHash } = newSecret();
    await this.db.within(async (query) => {
      await storeReset(query, { id: newId(), email: address, tokenHash, minutes: RESET_MINUTES });
      const user = await findUserByEmail(query, address);
      await recordEvent(query, { event: 'password.reset_asked', userId: user?.id ?? null, visitor });
      await this.mailRoom.post(query, address, { kind: 'reset', token });
    });
  }
}
