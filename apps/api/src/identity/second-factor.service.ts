import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '@platform/secrets/secret-box';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import { recordEvent } from './events.queries.js';
import type { SignedInUser } from './identity.types.js';
import { MailRoomService } from './mail-room.service.js';
import { looksLikeRecoveryCode, newRecoveryCodes, recoveryHash } from './recovery-codes.js';
import {
  confirmSecondFactor,
  findSecondFactor,
  hasSecondFactor,
  recoveryCodesLeft,
  removeSecondFactor,
  replaceRecoveryCodes,
  spendRecoveryCode,
  spendStep,
  startSecondFactor,
} from './second-factor.queries.js';
import { activeUser, renewFactor, type SessionUser } from './sessions.queries.js';
import { SessionsService } from './sessions.service.js';
import { matchingStep, newSeed, otpauthUri } from './totp.js';

const placeOf = (userId: string): string => `identity.second_factors.sealed_seed:${userId}`;

const alreadyOn = () =>
  new DomainError(
    'conflict',
    'second-factor-on',
    'Two-step sign-in is on already. Remove it first to set up another app.',
  );
const notOn = () => new DomainError('conflict', 'second-factor-off', 'Two-step sign-in is not on.');
export const wrongCode = () =>
  new DomainError('unauthenticated', 'wrong-code', 'This code is wrong, too old or was used before.');

/** Authenticator apps (RFC 6238) and their recovery codes. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly db: PlatformDb,
    private readonly secrets: SecretBox,
    private readonly sessions: SessionsService,
    private readonly mailRoom: MailRoomService,
  ) {}

  status(userId: string): Promise<{ isOn: boolean; recoveryCodesLeft: number }> {
    return this.db.within(async (query) => ({
      isOn: await hasSecondFactor(query, userId),
      recoveryCodesLeft: await recoveryCodesLeft(query, userId),
    }));
  }

  /** A new seed, which counts once a code of it is confirmed. Throws `second-factor-on`, `step-up-required`. */
  start(user: SignedInUser): Promise<{ uri: string; secret: string }> {
    return this.db.within(async (query) => {
      await this.sessions.assertFreshFactor(query, user);
      const secret = newSeed();
      if (!(await startSecondFactor(query, user.id, this.secrets.seal(placeOf(user.id), secret)))) throw alreadyOn();
      await recordEvent(query, { event: 'second_factor.started', userId: user.id, familyId: user.familyId });
      return { uri: otpauthUri(secret, (await this.person(query, user.id)).email), secret };
    });
  }

  /** Switches it on and hands out the recovery codes, this once. Throws `wrong-code`, `second-factor-on`, `second-factor-off`. */
  confirm(user: SignedInUser, code: string): Promise<string[]> {
    return this.db.within(async (query) => {
      await this.sessions.assertFreshFactor(query, user);
      const factor = await findSecondFactor(query, user.id);
      if (!factor) throw notOn();
      if (factor.is_confirmed) throw alreadyOn();
      if (!(await this.spendTotp(query, user.id, code))) throw wrongCode();
      await confirmSecondFactor(query, user.id);
      await renewFactor(query, user.familyId, 2);
      await this.tell(query, user, 'second-factor-on');
      return this.handOutCodes(query, user.id);
    });
  }

  /** Ten new recovery codes; the old ones stop working. Throws `second-factor-off`, `step-up-required`. */
  replaceCodes(user: SignedInUser): Promise<string[]> {
    return this.db.within(async (query) => {
      await this.sessions.assertFreshFactor(query, user);
      if (!(await hasSecondFactor(query, user.id))) throw notOn();
      await recordEvent(query, { event: 'recovery_codes.replaced', userId: user.id, familyId: user.familyId });
      return this.handOutCodes(query, user.id);
    });
  }

  /** Whoever calls this has checked the password and a code. */
  async remove(query: PlatformQuery, user: SignedInUser): Promise<void> {
    await removeSecondFactor(query, user.id);
    await this.tell(query, user, 'second-factor-off');
  }

  /** Whether the code is the person's, using it up: the current step, the one before, or a recovery code (AUT-05). */
  async spend(query: PlatformQuery, user: SessionUser, code: string): Promise<boolean> {
    if (!looksLikeRecoveryCode(code)) return this.spendTotp(query, user.id, code);
    if (!(await spendRecoveryCode(query, user.id, recoveryHash(code)))) return false;
    const left = await recoveryCodesLeft(query, user.id);
    await recordEvent(query, { event: 'recovery_code.used', userId: user.id, data: { left } });
    await this.mailRoom.post(query, user.email, { kind: 'recovery-code-used', left });
    return true;
  }

  private async spendTotp(query: PlatformQuery, userId: string, code: string): Promise<boolean> {
    const factor = await findSecondFactor(query, userId);
    if (!factor) return false;
    const seed = this.secrets.open(placeOf(userId), factor.sealed_seed);
    const step = matchingStep(seed, code.replace(/\s+/g, ''), factor.now);
    return step !== null && spendStep(query, userId, step);
  }

  private async handOutCodes(query: PlatformQuery, userId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await replaceRecoveryCodes(query, userId, codes.map(recoveryHash));
    return codes;
  }

  /** A change of factors is recorded and mailed, and whoever came in by the old ones is out. */
  private async tell(
    query: PlatformQuery,
    user: SignedInUser,
    kind: 'second-factor-on' | 'second-factor-off',
  ): Promise<void> {
    const event = kind === 'second-factor-on' ? 'second_factor.confirmed' : 'second_factor.removed';
    await recordEvent(query, { event, userId: user.id, familyId: user.familyId });
    await this.sessions.endAllBut(query, user.id, user.familyId);
    await this.mailRoom.post(query, (await this.person(query, user.id)).email, { kind });
  }

  private async person(query: PlatformQuery, userId: string): Promise<SessionUser> {
    const person = await activeUser(query, userId);
    if (!person) throw new DomainError('unauthenticated', 'session-ended', 'Your session has ended. Sign in again.');
    return person;
  }
}
