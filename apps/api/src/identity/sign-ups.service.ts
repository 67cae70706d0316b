import { Injectable } from '@nestjs/common';
import { newId } from '@platform/tenancy/new-id';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import { recordEvent } from './events.queries.js';
import type { SignUpKind, Visitor } from './identity.types.js';
import { SIGN_UP_HOURS } from './letter.types.js';
import { MailRoomService } from './mail-room.service.js';
import { newSecret } from './one-time-secret.js';
import { PasswordsService } from './passwords.service.js';
import { storeSignUp } from './sign-ups.queries.js';
import { letterRule, requestRules } from './throttle-rules.js';
import { ThrottleService } from './throttle.service.js';
import { addressOf } from './users.queries.js';

export interface SignUpWish {
  kind: SignUpKind;
  organisation: string;
  /** IANA name. */
  timeZone: string;
  name: string;
  email: string;
  password: string;
}

/** Joining: what somebody asked for, kept apart until the address has answered. */
@Injectable()
export class SignUpsService {
  constructor(
    private readonly db: PlatformDb,
    private readonly throttle: ThrottleService,
    private readonly passwords: PasswordsService,
    private readonly mailRoom: MailRoomService,
  ) {}

  /**
   * Answers, and works, the same for an address somebody has: its owner is told by mail instead. Throws
   * `mail-not-configured`, `too-many-tries` and what is wrong with the password.
   */
  async ask(wish: SignUpWish, visitor: Visitor): Promise<void> {
    this.mailRoom.assertOpen();
    await this.throttle.reserve(requestRules('sign-up', visitor));
    const email = addressOf(wish.email);
    const words = [wish.organisation, wish.name, email.split('@')[0] ?? ''];
    const passwordHash = await this.passwords.accept(wish.password, { hasSecondFactor: false, words });
    if (!(await this.throttle.admits(letterRule('sign-up', email)))) return;
    await this.db.within((query) => this.keep(query, { ...wish, email, passwordHash }, visitor));
  }

  private async keep(
    query: PlatformQuery,
    wish: SignUpWish & { passwordHash: string },
    visitor: Visitor,
  ): Promise<void> {
    const { kind, organisation, name, email } = wish;
    const { secret: token, hash: tokenHash } = newSecret();
    await storeSignUp(
      query,
      {
        id: newId(),
        kind,
        becomes_id: newId(),
        organisation,
        time_zone: wish.timeZone,
        name,
        email,
        password_hash: wish.passwordHash,
      },
      { tokenHash, hours: SIGN_UP_HOURS },
    );
    await recordEvent(query, { event: 'sign_up.asked', userId: null, visitor, data: { kind } });
    await this.mailRoom.post(query, email, { kind: 'sign-up', name, organisation, token });
  }
}
