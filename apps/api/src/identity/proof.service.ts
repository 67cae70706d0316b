import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import { recordEvent } from './events.queries.js';
import type { SignedInUser, Visitor } from './identity.types.js';
import { PasswordsService } from './passwords.service.js';
import { looksLikeRecoveryCode } from './recovery-codes.js';
import { hasSecondFactor } from './second-factor.queries.js';
import { SecondFactorService, wrongCode } from './second-factor.service.js';
import { renewFactor } from './sessions.queries.js';
import { codeRules, guessRules, type ThrottleRule } from './throttle-rules.js';
import { ThrottleService } from './throttle.service.js';
import { findUser, type UserRow } from './users.queries.js';

/** What somebody who is signed in shows again before a dangerous act. */
export interface Proof {
  password?: string;
  code?: string;
}

/** Who proves it; no session yet when a password is reset. */
export interface Prover {
  id: string;
  familyId: string | null;
}

const wrongPassword = () => new DomainError('unauthenticated', 'wrong-password', 'This is not your password.');
const codeNeeded = () =>
  new DomainError('unauthenticated', 'code-needed', 'Enter the code of your authenticator app, or a recovery code.');

/** Step-up: a signed-in person proves again who they are (AUT-13), because a browser may be left open on a desk. */
@Injectable()
export class ProofService {
  constructor(
    private readonly db: PlatformDb,
    private readonly throttle: ThrottleService,
    private readonly passwords: PasswordsService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  /**
   * Makes the session's factor fresh for five minutes. With two-step sign-in on, only a code does. Throws `code-needed`,
   * `wrong-code`, `wrong-password`, `too-many-tries`.
   */
  async stepUp(user: SignedInUser, proof: Proof, visitor: Visitor): Promise<void> {
    const needsCode = await this.db.within((query) => hasSecondFactor(query, user.id));
    const renew = async (query: PlatformQuery) => {
      await renewFactor(query, user.familyId, needsCode ? 2 : 1);
      await recordEvent(query, { event: 'step_up.succeeded', userId: user.id, familyId: user.familyId, visitor });
    };
    if (needsCode) return this.proveCode(user, proof.code, visitor, renew);
    await this.provePassword(user, proof.password ?? '', visitor);
    await this.db.within(renew);
  }

  /** Throws `wrong-password`, `too-many-tries`. */
  async provePassword(who: Prover, password: string, visitor: Visitor): Promise<UserRow> {
    const person = await this.db.within((query) => findUser(query, who.id));
    const matches = () => this.passwords.matches(person?.password_hash, password);
    await this.guess(who, guessRules('proof', who.id, visitor), { isRight: matches, refusal: wrongPassword });
    if (!person) throw wrongPassword();
    return person;
  }

  /**
   * Uses the code up and does `work` in the same transaction: when the work is refused the code is still good. Throws
   * `code-needed`, `wrong-code`, `too-many-tries`, and what `work` does.
   */
  async proveCode(
    who: Prover,
    code: string | undefined,
    visitor: Visitor,
    work: (query: PlatformQuery) => Promise<void>,
  ): Promise<void> {
    if (!code) throw codeNeeded();
    const rules = looksLikeRecoveryCode(code) ? [] : codeRules(who.id, visitor);
    const spendAndWork = () =>
      this.db.within(async (query) => {
        const isRight = await this.spend(query, who.id, code);
        if (isRight) await work(query);
        return isRight;
      });
    await this.guess(who, rules, { isRight: spendAndWork, refusal: wrongCode });
  }

  private async spend(query: PlatformQuery, userId: string, code: string): Promise<boolean> {
    const person = await findUser(query, userId);
    return person !== undefined && this.secondFactor.spend(query, person, code);
  }

  private async guess(
    who: Prover,
    rules: ThrottleRule[],
    check: { isRight: () => Promise<boolean>; refusal: () => DomainError },
  ): Promise<void> {
    await this.throttle.reserve(rules);
    let isRight = true; // work that is refused was no wrong guess
    try {
      isRight = await check.isRight();
    } finally {
      if (isRight) await this.throttle.forgive(rules);
    }
    if (isRight) return;
    await this.db.within((query) =>
      recordEvent(query, { event: 'step_up.failed', userId: who.id, familyId: who.familyId }),
    );
    throw check.refusal();
  }
}
