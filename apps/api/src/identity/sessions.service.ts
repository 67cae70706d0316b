import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { hash, verify } from '@node-rs/argon2';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import { newId } from '@platform/tenancy/new-id';
import { createHash, randomBytes } from 'node:crypto';
import type { SessionTokens } from './identity.types.js';
import {
  consumeToken,
  findUserByEmail,
  findUserOfToken,
  lockToken,
  revokeFamily,
  storeToken,
  type TokenRow,
} from './sessions.queries.js';

export const ACCESS_SECONDS = 15 * 60;
const REFRESH_DAYS = 7;
/** OWASP's floor for argon2id: 19 MiB, two passes. */
const ARGON2 = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

const wrongPassword = () =>
  new DomainError('unauthenticated', 'wrong-credentials', 'The e-mail address or the password is wrong.');
const signInAgain = () => new DomainError('unauthenticated', 'session-ended', 'Your session has ended. Sign in again.');
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

type Rotated = { kind: 'rotated'; tokens: SessionTokens } | { kind: 'refused' };

/** Hash for a stored password (argon2id). */
export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2);

/**
 * Sign-in, refresh with rotation, sign-out. Sessions run on real time, not on the Clock: a demo that plays a night in a
 * minute must not sign people out.
 */
@Injectable()
export class SessionsService {
  private readonly decoy = hashPassword(randomBytes(16).toString('hex'));

  constructor(
    private readonly db: PlatformDb,
    private readonly jwt: JwtService,
  ) {}

  /** Throws `wrong-credentials` alike for an unknown address, a wrong password and a disabled user, after the same work. */
  async signIn(email: string, password: string): Promise<SessionTokens> {
    const user = await findUserByEmail(this.db, email.trim().toLowerCase());
    const matches = await verify(user?.password_hash ?? (await this.decoy), password);
    if (!user || !matches || !user.is_active) throw wrongPassword();
    return this.db.within((query) => this.issue(query, user, newId()));
  }

  /** A new pair for a refresh token. A token used before was stolen from somebody: its whole family ends. */
  async refresh(refreshToken: string | undefined): Promise<SessionTokens> {
    if (!refreshToken) throw signInAgain();
    const outcome = await this.db.within((query) => this.rotate(query, digestOf(refreshToken)));
    if (outcome.kind === 'refused') throw signInAgain();
    return outcome.tokens;
  }

  async signOut(refreshToken: string | undefined): Promise<void> {
    if (!refreshToken) return;
    await this.db.within(async (query) => {
      const token = await lockToken(query, digestOf(refreshToken));
      if (token) await revokeFamily(query, token.family_id);
    });
  }

  private async rotate(query: PlatformQuery, tokenHash: Buffer): Promise<Rotated> {
    const token = await lockToken(query, tokenHash);
    if (!token || token.is_over) return { kind: 'refused' };
    if (token.is_reused) {
      await revokeFamily(query, token.family_id);
      return { kind: 'refused' };
    }
    return this.replace(query, token);
  }

  private async replace(query: PlatformQuery, token: TokenRow): Promise<Rotated> {
    const user = await findUserOfToken(query, token.user_id);
    if (!user) return { kind: 'refused' };
    await consumeToken(query, token.id);
    return { kind: 'rotated', tokens: await this.issue(query, user, token.family_id) };
  }

  private async issue(
    query: PlatformQuery,
    user: { id: string; email: string; name: string },
    familyId: string,
  ): Promise<SessionTokens> {
    const refreshToken = randomBytes(32).toString('base64url');
    const refreshExpiresAt = await storeToken(query, {
      id: newId(),
      familyId,
      userId: user.id,
      tokenHash: digestOf(refreshToken),
      days: REFRESH_DAYS,
    });
    const accessToken = await this.jwt.signAsync({ sub: user.id, sid: familyId });
    const { exp } = this.jwt.decode<{ exp: number }>(accessToken);
    return {
      accessToken,
      expiresAt: new Date(exp * 1000),
      refreshToken,
      refreshExpiresAt,
      user: { id: user.id, email: user.email, name: user.name },
    };
  }
}
