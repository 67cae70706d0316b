import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { QuietHoursView, SaveQuietHours } from './quiet-hours.dto.js';
import { QuietHoursService } from './quiet-hours.service.js';

@ApiTags('On-call')
@Controller('api/v1/accounts/:accountId/on-call/quiet-hours')
export class QuietHoursController {
  constructor(private readonly quietHours: QuietHoursService) {}

  /** When the next in line is not told that a shift was not confirmed. */
  @Get()
  @Can('on_call.read')
  @ApiOkResponse({ type: QuietHoursView })
  getQuietHours(@CurrentAccount() accountId: AccountId): Promise<QuietHoursView> {
    return this.quietHours.read(accountId);
  }

  @Put()
  @Can('on_call.write')
  @ApiOkResponse({ type: QuietHoursView })
  saveQuietHours(@CurrentMemberOf() member: CurrentMember, @Body() body: SaveQuietHours): Promise<QuietHoursView> {
    return this.quietHours.save(member.accountId, body, member.actor);
  }
}
