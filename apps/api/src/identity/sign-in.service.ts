import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { AdmissionsService } from './admissions.service.js';
import type { SignInStep, Visitor } from './identity.types.js';
import { PasswordsService } from './passwords.service.js';
import { guessRules } from './throttle-rules.js';
import { ThrottleService } from './throttle.service.js';
import { addressOf, findUserByEmail, setPasswordHash, type UserRow } from './users.queries.js';

const wrongPassword = () =>
  new DomainError('unauthenticated', 'wrong-credentials', 'The e-mail address or the password is wrong.');

/** The door: an address and a password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: PlatformDb,
    private readonly throttle: ThrottleService,
    private readonly passwords: PasswordsService,
    private readonly admissions: AdmissionsService,
  ) {}

  /**
   * Throws `wrong-credentials` alike, and after the same work, for an unknown address, a wrong password and a disabled
   * user; `too-many-tries` alike for addresses that exist and that do not (AUT-08, AUT-09).
   */
  async signIn({ email, password }: { email: string; password: string }, visitor: Visitor): Promise<SignInStep> {
    const address = addressOf(email);
    const rules = guessRules('password', address, visitor);
    const failures = await this.throttle.reserve(rules);
    const user = await this.db.within((query) => findUserByEmail(query, address));
    const isRight = await this.passwords.matches(user?.password_hash, password);
    if (!isRight || !user?.is_active) {
      await this.admissions.refuse(user?.id ?? null, { address, visitor, failures });
      throw wrongPassword();
    }
    await this.throttle.forgive(rules);
    await this.renewHash(user, password);
    return this.admissions.admit(user, { address, visitor, failures });
  }

  /** The only moment the password is known again. */
  private async renewHash(user: UserRow, password: string): Promise<void> {
    const hash = await this.passwords.renewed(user.password_hash, password);
    if (hash) await this.db.within((query) => setPasswordHash(query, user.id, hash));
  }
}
