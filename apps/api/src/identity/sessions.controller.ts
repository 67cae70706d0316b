import { DomainError } from '@domain/errors/domain-error';
import { Body, Controller, Headers, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Env } from '@platform/env/env';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionView, SignIn } from './identity.dto.js';
import type { SessionTokens } from './identity.types.js';
import { Public } from '@platform/http/public.decorators';
import { SessionsService } from './sessions.service.js';

const COOKIE = 'nd_refresh';
const COOKIE_PATH = '/api/v1/auth';

/** Sign-in for the SPA. */
@ApiTags('Sign-in')
@Public()
@Controller('api/v1/auth')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly env: Env,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  @ApiOkResponse({ type: SessionView })
  async signIn(@Body() body: SignIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    return this.handOver(reply, await this.sessions.signIn(body.email, body.password));
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiHeader({
    name: 'x-requested-with',
    description: 'Any value: a form on another site cannot send it',
    required: true,
  })
  @ApiOkResponse({ type: SessionView })
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('x-requested-with') sender?: string,
  ): Promise<SessionView> {
    if (!sender) throw new DomainError('forbidden', 'cross-site', 'Send X-Requested-With.');
    return this.handOver(reply, await this.sessions.refresh(request.cookies[COOKIE]));
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(request.cookies[COOKIE]);
    void reply.clearCookie(COOKIE, { path: COOKIE_PATH });
  }

  private handOver(reply: FastifyReply, tokens: SessionTokens): SessionView {
    void reply.setCookie(COOKIE, tokens.refreshToken, {
      httpOnly: true,
      sameSite: 'strict',
      path: COOKIE_PATH,
      expires: tokens.refreshExpiresAt,
      secure: this.env.PUBLIC_URL.startsWith('https:'),
    });
    return { accessToken: tokens.accessToken, expiresAt: tokens.expiresAt.toISOString(), user: tokens.user };
  }
}
