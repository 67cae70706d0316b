import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { Public } from '@platform/http/public.decorators';
import { ForgottenPasswordService } from './forgotten-password.service.js';
import { ForgotPassword, ResetPassword } from './identity.dto.js';
import type { Visitor } from './identity.types.js';
import { ResetService } from './reset.service.js';
import { CurrentVisitor } from './visitor.decorators.js';

/** A forgotten password. */
@ApiTags('Sign-in')
@Public()
@Controller('api/v1/auth')
export class ResetController {
  constructor(
    private readonly forgotten: ForgottenPasswordService,
    private readonly resets: ResetService,
  ) {}

  /** The same answer whether or not anybody has this address. */
  @Post('forgot')
  @HttpCode(202)
  @ApiAcceptedResponse()
  @ApiServiceUnavailableResponse()
  forgotPassword(@Body() body: ForgotPassword, @CurrentVisitor() visitor: Visitor): Promise<void> {
    return this.forgotten.ask(body.email, visitor);
  }

  /** Ends every session; sign in afterwards. */
  @Post('reset')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiUnauthorizedResponse()
  resetPassword(@Body() body: ResetPassword, @CurrentVisitor() visitor: Visitor): Promise<void> {
    return this.resets.reset(body, visitor);
  }
}
