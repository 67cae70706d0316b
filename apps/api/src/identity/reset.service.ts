import { Injectable } from '@nestjs/common';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import { recordEvent } from './events.queries.js';
import type { Visitor } from './identity.types.js';
import { digestOf, linkNotValid } from './one-time-secret.js';
import { PasswordChangeService } from './password-change.service.js';
import { ProofService } from './proof.service.js';
import { lockReset, useResets } from './resets.queries.js';
import { hasSecondFactor } from './second-factor.queries.js';
import { requestRules } from './throttle-rules.js';
import { ThrottleService } from './throttle.service.js';
import { findUserByEmail, type UserRow } from './users.queries.js';

export interface NewPassword {
  token: string;
  password: string;
  code?: string;
}

/** A new password by the link that was mailed; it never goes past the second factor (AUT-07). */
@Injectable()
export class ResetService {
  constructor(
    private readonly db: PlatformDb,
    private readonly throttle: ThrottleService,
    private readonly proof: ProofService,
    private readonly passwordChange: PasswordChangeService,
  ) {}

  /** Throws `link-not-valid`, `code-needed`, `wrong-code`, `too-many-tries` and what is wrong with the password; then the link still works. */
  async reset(given: NewPassword, visitor: Visitor): Promise<void> {
    await this.throttle.reserve(requestRules('reset', visitor));
    const { user, needsCode } = await this.db.within((query) => this.holder(query, given.token));
    const reset = (query: PlatformQuery) => this.replace(query, given, visitor);
    if (needsCode) await this.proof.proveCode({ id: user.id, familyId: null }, given.code, visitor, reset);
    else await this.db.within(reset);
  }

  private async replace(query: PlatformQuery, given: NewPassword, visitor: Visitor): Promise<void> {
    const { user } = await this.holder(query, given.token);
    await this.passwordChange.replace(query, user, given.password, null);
    await useResets(query, user.email);
    await recordEvent(query, { event: 'password.reset', userId: user.id, visitor });
  }

  private async holder(query: PlatformQuery, token: string): Promise<{ user: UserRow; needsCode: boolean }> {
    const reset = await lockReset(query, digestOf(token));
    const user = reset && (await findUserByEmail(query, reset.email));
    if (!user?.is_active) throw linkNotValid();
    return { user, needsCode: await hasSecondFactor(query, user.id) };
  }
}
