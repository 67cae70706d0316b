import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CredentialsService } from './credentials.service.js';
import { CurrentUser } from './current.decorators.js';
import { ChangePassword, SeenSessionView, StepUp, toSeenSessionView } from './identity.dto.js';
import type { SignedInUser, Visitor } from './identity.types.js';
import { ProofService } from './proof.service.js';
import { SessionsService } from './sessions.service.js';
import { CurrentVisitor } from './visitor.decorators.js';

/** A person's own sessions and password. */
@ApiTags('Sign-in')
@ApiBearerAuth()
@Controller('api/v1/auth')
export class MySessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly proof: ProofService,
    private readonly credentials: CredentialsService,
  ) {}

  @Get('sessions')
  @ApiOkResponse({ type: [SeenSessionView] })
  async listSessions(@CurrentUser() user: SignedInUser): Promise<SeenSessionView[]> {
    return (await this.sessions.list(user.id)).map((session) => toSeenSessionView(session, user.familyId));
  }

  /** Ends every session but the one that asks. */
  @Delete('sessions')
  @HttpCode(204)
  @ApiNoContentResponse()
  endOtherSessions(@CurrentUser() user: SignedInUser): Promise<void> {
    return this.sessions.endOthers(user);
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @ApiNoContentResponse()
  endSession(@CurrentUser() user: SignedInUser, @Param('sessionId', ParseUUIDPipe) sessionId: string): Promise<void> {
    return this.sessions.end(user, sessionId);
  }

  /** Proves again who is there; dangerous acts are open for five minutes. */
  @Post('step-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  stepUp(@CurrentUser() user: SignedInUser, @Body() body: StepUp, @CurrentVisitor() visitor: Visitor): Promise<void> {
    return this.proof.stepUp(user, body, visitor);
  }

  /** Ends every other session. */
  @Post('password')
  @HttpCode(204)
  @ApiNoContentResponse()
  changePassword(
    @CurrentUser() user: SignedInUser,
    @Body() body: ChangePassword,
    @CurrentVisitor() visitor: Visitor,
  ): Promise<void> {
    return this.credentials.changePassword(user, body, visitor);
  }
}
