import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import { Public } from '@platform/http/public.decorators';
import { AddressChangeService } from './address-change.service.js';
import { CurrentUser } from './current.decorators.js';
import { ChangeAddress, ConfirmAddress } from './identity.dto.js';
import type { SignedInUser, Visitor } from './identity.types.js';
import { CurrentVisitor } from './visitor.decorators.js';

/** The address a person signs in with. */
@ApiTags('Sign-in')
@Controller('api/v1/auth/email')
export class AddressController {
  constructor(private readonly changes: AddressChangeService) {}

  /** Mails a link to the new address; the old one stays until it is opened. Asks for a fresh proof of who you are. */
  @Post()
  @HttpCode(202)
  @ApiBearerAuth()
  @ApiAcceptedResponse()
  @ApiServiceUnavailableResponse()
  changeEmail(
    @CurrentUser() user: SignedInUser,
    @Body() { email }: ChangeAddress,
    @CurrentVisitor() visitor: Visitor,
  ): Promise<void> {
    return this.changes.ask(user, email, visitor);
  }

  /** By the link of the mail. Ends every session; sign in with the new address afterwards. */
  @Post('confirm')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  confirmEmail(@Body() { token }: ConfirmAddress, @CurrentVisitor() visitor: Visitor): Promise<void> {
    return this.changes.confirm(token, visitor);
  }
}
