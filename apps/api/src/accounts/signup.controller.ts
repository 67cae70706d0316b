import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiOkResponse,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import { Public } from '@platform/http/public.decorators';
import type { FastifyReply } from 'fastify';
import { SessionView } from '../identity/session-view.types.js';
import type { Visitor } from '../identity/identity.types.js';
import { SessionCookie } from '../identity/session-cookie.service.js';
import { SignUpsService } from '../identity/sign-ups.service.js';
import { CurrentVisitor } from '../identity/visitor.decorators.js';
import { SignUp, VerifyEmail } from './signup.dto.js';
import { SignupService } from './signup.service.js';

/** Until somebody says otherwise; the wizard asks first thing. */
const USUAL_ZONE = 'America/New_York';

/** Joining as an agency or as a single contractor. */
@ApiTags('Sign-in')
@Public()
@Controller('api/v1/auth')
export class SignupController {
  constructor(
    private readonly signUps: SignUpsService,
    private readonly signup: SignupService,
    private readonly cookie: SessionCookie,
  ) {}

  /** The same answer whether or not somebody has this address; a link goes to it by e-mail. */
  @Post('sign-up')
  @HttpCode(202)
  @ApiAcceptedResponse()
  @ApiServiceUnavailableResponse()
  signUp(@Body() body: SignUp, @CurrentVisitor() visitor: Visitor): Promise<void> {
    return this.signUps.ask({ ...body, timeZone: body.timeZone ?? USUAL_ZONE }, visitor);
  }

  /** Opens the agency or the contractor's account and signs its first member in. */
  @Post('verify')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  @ApiConflictResponse()
  async verifyEmail(
    @Body() body: VerifyEmail,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.cookie.handOver(reply, await this.signup.verify(body.token, visitor));
  }
}
