import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiConflictResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CredentialsService } from './credentials.service.js';
import { CurrentUser } from './current.decorators.js';
import {
  ConfirmSecondFactor,
  RecoveryCodesView,
  RemoveSecondFactor,
  SecondFactorStartView,
  SecondFactorView,
} from './identity.dto.js';
import type { SignedInUser, Visitor } from './identity.types.js';
import { SecondFactorService } from './second-factor.service.js';
import { CurrentVisitor } from './visitor.decorators.js';

/** Two-step sign-in with an authenticator app. */
@ApiTags('Sign-in')
@ApiBearerAuth()
@Controller('api/v1/auth/mfa')
export class SecondFactorController {
  constructor(
    private readonly secondFactor: SecondFactorService,
    private readonly credentials: CredentialsService,
  ) {}

  @Get()
  @ApiOkResponse({ type: SecondFactorView })
  showSecondFactor(@CurrentUser() user: SignedInUser): Promise<SecondFactorView> {
    return this.secondFactor.status(user.id);
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: SecondFactorStartView })
  @ApiConflictResponse()
  startSecondFactor(@CurrentUser() user: SignedInUser): Promise<SecondFactorStartView> {
    return this.secondFactor.start(user);
  }

  @Post('confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodesView })
  @ApiConflictResponse()
  async confirmSecondFactor(
    @CurrentUser() user: SignedInUser,
    @Body() body: ConfirmSecondFactor,
  ): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.secondFactor.confirm(user, body.code) };
  }

  /** Ten new ones; the old ones stop working. */
  @Post('recovery-codes')
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodesView })
  @ApiConflictResponse()
  async replaceRecoveryCodes(@CurrentUser() user: SignedInUser): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.secondFactor.replaceCodes(user) };
  }

  @Post('remove')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiConflictResponse()
  removeSecondFactor(
    @CurrentUser() user: SignedInUser,
    @Body() body: RemoveSecondFactor,
    @CurrentVisitor() visitor: Visitor,
  ): Promise<void> {
    return this.credentials.removeSecondFactor(user, body, visitor);
  }
}
