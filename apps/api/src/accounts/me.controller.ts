import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../identity/current.decorators.js';
import type { SignedInUser } from '../identity/identity.types.js';
import { AccountsService } from './accounts.service.js';
import { MeView, toMeView } from './accounts.dto.js';

@ApiTags('Sign-in')
@ApiBearerAuth()
@Controller('api/v1/me')
export class MeController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @ApiOkResponse({ type: MeView })
  async me(@CurrentUser() user: SignedInUser): Promise<MeView> {
    return toMeView(await this.accounts.me(user.id));
  }
}
