import { DomainError } from '@domain/errors/domain-error';
import { Body, Controller, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiForbiddenResponse,
  ApiHeader,
  ApiOkResponse,
  ApiTags,
  ApiUnauthorizedResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { Public } from '@platform/http/public.decorators';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdmissionsService } from './admissions.service.js';
import { CodeNeededView, SignIn, SignInWithCode } from './identity.dto.js';
import type { Visitor } from './identity.types.js';
import { SessionView } from './session-view.types.js';
import { SessionCookie } from './session-cookie.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { CurrentVisitor } from './visitor.decorators.js';

/** Sign-in for the SPA. */
@ApiTags('Sign-in')
@ApiExtraModels(SessionView, CodeNeededView)
@Public()
@Controller('api/v1/auth')
export class SessionsController {
  constructor(
    private readonly signIns: SignInService,
    private readonly admissions: AdmissionsService,
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @ApiOkResponse({ schema: { oneOf: [{ $ref: getSchemaPath(SessionView) }, { $ref: getSchemaPath(CodeNeededView) }] } })
  @ApiUnauthorizedResponse()
  async signIn(
    @Body() body: SignIn,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView | CodeNeededView> {
    const step = await this.signIns.signIn(body, visitor);
    return step.kind === 'signed-in'
      ? this.cookie.handOver(reply, step.tokens)
      : { needs: 'code', ticket: step.ticket, by: step.by };
  }

  @Post('sign-in/code')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  @ApiUnauthorizedResponse()
  async signInWithCode(
    @Body() body: SignInWithCode,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.cookie.handOver(reply, await this.admissions.admitWithCode(body.ticket, body.code, visitor));
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiHeader({
    name: 'x-requested-with',
    description: 'Any value: a form on another site cannot send it',
    required: true,
  })
  @ApiOkResponse({ type: SessionView })
  @ApiUnauthorizedResponse()
  @ApiForbiddenResponse()
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('x-requested-with') sender?: string,
  ): Promise<SessionView> {
    if (!sender) throw new DomainError('forbidden', 'cross-site', 'Send X-Requested-With.');
    return this.cookie.handOver(reply, await this.sessions.refresh(this.cookie.tokenOf(request)));
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(this.cookie.tokenOf(request));
    this.cookie.clear(reply);
  }
}
