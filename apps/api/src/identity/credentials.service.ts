import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { recordEvent } from './events.queries.js';
import type { SignedInUser, Visitor } from './identity.types.js';
import { PasswordChangeService } from './password-change.service.js';
import { isLongEnoughAlone } from './password-policy.js';
import { ProofService } from './proof.service.js';
import { SecondFactorService } from './second-factor.service.js';

/** A signed-in person changes how they get in. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly db: PlatformDb,
    private readonly proof: ProofService,
    private readonly passwordChange: PasswordChangeService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  /** Throws `wrong-password`, `too-many-tries` and what is wrong with the new one. */
  async changePassword(
    user: SignedInUser,
    passwords: { currentPassword: string; newPassword: string },
    visitor: Visitor,
  ): Promise<void> {
    const person = await this.proof.provePassword(user, passwords.currentPassword, visitor);
    await this.db.within(async (query) => {
      await this.passwordChange.replace(query, person, passwords.newPassword, user.familyId);
      await recordEvent(query, { event: 'password.changed', userId: user.id, familyId: user.familyId, visitor });
    });
  }

  /** Back to the password alone, which must then be long enough. Throws `password-too-short` besides what proving throws. */
  async removeSecondFactor(
    user: SignedInUser,
    proof: { password: string; code: string },
    visitor: Visitor,
  ): Promise<void> {
    await this.proof.provePassword(user, proof.password, visitor);
    if (!isLongEnoughAlone(proof.password))
      throw new DomainError('conflict', 'password-too-short', 'Choose a password of at least 15 characters first.');
    await this.proof.proveCode(user, proof.code, visitor, (query) => this.secondFactor.remove(query, user));
  }
}
