import { DomainError, notFound } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { newId } from '@platform/tenancy/new-id';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import { isSessionLive } from './access.queries.js';
import { recordEvent } from './events.queries.js';
import type { SessionSeen, SessionTokens, SignedInUser, Visitor } from './identity.types.js';
import { AUDIENCE, ISSUER } from './jwt.strategy.js';
import { digestOf, newSecret } from './one-time-secret.js';
import {
  activeUser,
  consumeToken,
  endSession,
  endSessionsBut,
  forgetSessions,
  hasFreshFactor,
  liveSessions,
  lockToken,
  openSession,
  storeToken,
  type SessionUser,
  type TokenRow,
} from './sessions.queries.js';

export const ACCESS_SECONDS = 15 * 60;
const TOKENS = { algorithms: ['HS256' as const], issuer: ISSUER, audience: AUDIENCE };

const signInAgain = () => new DomainError('unauthenticated', 'session-ended', 'Your session has ended. Sign in again.');

type Rotated = { kind: 'rotated'; tokens: SessionTokens } | { kind: 'refused' };

/**
 * Sessions: opening, refresh with rotation, the list and its end. They run on real time, not on the Clock: a demo that
 * plays a night in a minute must not sign people out. The session's id is no secret (only the refresh token is, and it
 * changes with every use), so a step-up keeps it.
 */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: PlatformDb,
    private readonly jwt: JwtService,
  ) {}

  /** A new session for somebody whose factors have been checked, in the transaction that checked them. */
  async open(query: PlatformQuery, user: SessionUser, how: { visitor: Visitor; aal: 1 | 2 }): Promise<SessionTokens> {
    const familyId = newId();
    await forgetSessions(query, user.id);
    await openSession(query, { familyId, userId: user.id, ...how });
    const { visitor, aal } = how;
    await recordEvent(query, { event: 'sign_in.succeeded', userId: user.id, familyId, visitor, data: { aal } });
    return this.issue(query, user, familyId);
  }

  /** Who sent a request on a route that is open to everybody; null without a token that is good now. */
  async whoIs(authorization: string | undefined): Promise<SignedInUser | null> {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) return null;
    const claims = await this.jwt.verifyAsync<{ sub: string; sid: string }>(token, TOKENS).catch(() => null);
    const user = claims && { id: claims.sub, familyId: claims.sid };
    return user && (await isSessionLive(this.db, user)) ? user : null;
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
      if (token) await this.endFamily(query, { id: token.user_id, familyId: token.family_id });
    });
  }

  list(userId: string): Promise<SessionSeen[]> {
    return this.db.within((query) => liveSessions(query, userId));
  }

  /** Ends one of the person's own sessions, on every replica at once. Throws `session-not-found` also for others' sessions. */
  async end(user: SignedInUser, familyId: string): Promise<void> {
    const ended = await this.db.within((query) => this.endFamily(query, { id: user.id, familyId }));
    if (!ended) throw notFound('session');
  }

  /** Ends every session but the one that asks. */
  async endOthers(user: SignedInUser): Promise<void> {
    await this.db.within((query) => this.endAllBut(query, user.id, user.familyId));
  }

  /** After a change of credentials: whoever came in with the old ones is out (AUT-07, AUT-12). `null` spares no session. */
  async endAllBut(query: PlatformQuery, userId: string, spared: string | null): Promise<void> {
    const ended = await endSessionsBut(query, userId, spared);
    if (ended > 0) await recordEvent(query, { event: 'session.ended', userId, familyId: spared, data: { ended } });
  }

  /** Throws `step-up-required` when the person has proved no factor in this session within five minutes. */
  async assertFreshFactor(query: PlatformQuery, user: SignedInUser): Promise<void> {
    if (await hasFreshFactor(query, user.familyId)) return;
    throw new DomainError('forbidden', 'step-up-required', 'Confirm that it is you, then try again.');
  }

  private async endFamily(query: PlatformQuery, user: SignedInUser): Promise<boolean> {
    const ended = await endSession(query, user.id, user.familyId);
    if (ended) await recordEvent(query, { event: 'session.ended', userId: user.id, familyId: user.familyId });
    return ended;
  }

  private async rotate(query: PlatformQuery, tokenHash: Buffer): Promise<Rotated> {
    const token = await lockToken(query, tokenHash);
    if (!token || token.is_over) return { kind: 'refused' };
    if (!token.is_reused) return this.replace(query, token);
    await recordEvent(query, { event: 'session.token_reused', userId: token.user_id, familyId: token.family_id });
    await this.endFamily(query, { id: token.user_id, familyId: token.family_id });
    return { kind: 'refused' };
  }

  private async replace(query: PlatformQuery, token: TokenRow): Promise<Rotated> {
    const user = await activeUser(query, token.user_id);
    if (!user) return { kind: 'refused' };
    await consumeToken(query, token.id);
    return { kind: 'rotated', tokens: await this.issue(query, user, token.family_id) };
  }

  private async issue(query: PlatformQuery, user: SessionUser, familyId: string): Promise<SessionTokens> {
    const { secret: refreshToken, hash: tokenHash } = newSecret();
    const refreshExpiresAt = await storeToken(query, { id: newId(), familyId, tokenHash });
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
