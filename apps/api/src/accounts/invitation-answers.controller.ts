import { Body, Controller, Get, Headers, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiForbiddenResponse, ApiOkResponse, ApiTags, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { Public } from '@platform/http/public.decorators';
import type { FastifyReply } from 'fastify';
import type { Visitor } from '../identity/identity.types.js';
import { InvitationAcceptanceService } from '../identity/invitation-acceptance.service.js';
import { SessionCookie } from '../identity/session-cookie.service.js';
import { SessionsService } from '../identity/sessions.service.js';
import { CurrentVisitor } from '../identity/visitor.decorators.js';
import { InvitationAnswersService } from './invitation-answers.service.js';
import {
  AcceptedView,
  AcceptInvitation,
  InvitationLink,
  InvitationOfferView,
  toInvitationOfferView,
} from './invitations.dto.js';

/** For the person who was invited. */
@ApiTags('Sign-in')
@Public()
@Controller('api/v1/auth/invitation')
export class InvitationAnswersController {
  constructor(
    private readonly acceptance: InvitationAcceptanceService,
    private readonly answers: InvitationAnswersService,
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @ApiOkResponse({ type: InvitationOfferView })
  async showInvitation(@Query() { token }: InvitationLink): Promise<InvitationOfferView> {
    return toInvitationOfferView(await this.acceptance.offer(token));
  }

  /** With a bearer token for whoever has an account; with a name and a password for somebody new. */
  @Post('accept')
  @HttpCode(200)
  @ApiOkResponse({ type: AcceptedView })
  @ApiUnauthorizedResponse()
  @ApiForbiddenResponse()
  async acceptInvitation(
    @Body() body: AcceptInvitation,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('authorization') authorization?: string,
  ): Promise<AcceptedView> {
    const signedIn = await this.sessions.whoIs(authorization);
    const { team, tokens } = await this.answers.accept({ ...body, signedIn, visitor });
    return { ...team, session: tokens && this.cookie.handOver(reply, tokens) };
  }
}
