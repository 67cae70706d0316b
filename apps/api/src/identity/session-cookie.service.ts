import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionTokens } from './identity.types.js';

const COOKIE = 'nd_refresh';
const COOKIE_PATH = '/api/v1/auth';

/** Hands a session to a browser: the access token in the body, the refresh token where no script can read it (AUT-16). */
@Injectable()
export class SessionCookie {
  constructor(private readonly env: Env) {}

  handOver(
    reply: FastifyReply,
    tokens: SessionTokens,
  ): { accessToken: string; expiresAt: string; user: SessionTokens['user'] } {
    void reply.setCookie(COOKIE, tokens.refreshToken, {
      httpOnly: true,
      sameSite: 'strict',
      path: COOKIE_PATH,
      expires: tokens.refreshExpiresAt,
      secure: this.env.PUBLIC_URL.startsWith('https:'),
    });
    return { accessToken: tokens.accessToken, expiresAt: tokens.expiresAt.toISOString(), user: tokens.user };
  }

  tokenOf(request: FastifyRequest): string | undefined {
    return request.cookies[COOKIE];
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(COOKIE, { path: COOKIE_PATH });
  }
}
