import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, Put, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '@platform/http/if-match.decorators';
import { VersionTag } from '@platform/http/version-tag.interceptor';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { AppointmentDesk } from './appointment-desk.service.js';
import { SlotListView, toSlotListView } from './appointments.dto.js';
import { BookingSettingsService } from './booking-settings.service.js';
import { BookingSettingsView, SaveBookingSettings, toBookingSettingsView, toRulesPatch } from './booking.dto.js';

@ApiTags('Booking')
@Controller('api/v1/accounts/:accountId/booking')
export class BookingController {
  constructor(
    private readonly settings: BookingSettingsService,
    private readonly desk: AppointmentDesk,
  ) {}

  @Get('settings')
  @Can('config.read')
  @UseInterceptors(VersionTag)
  @ApiOkResponse({ type: BookingSettingsView })
  async getBookingSettings(@CurrentAccount() accountId: AccountId): Promise<BookingSettingsView> {
    return toBookingSettingsView(await this.settings.show(accountId));
  }

  /** Only what is sent is changed. The agent begins or stops to speak of times within seconds. */
  @Put('settings')
  @Can('config.write')
  @ApiHeader({ name: 'If-Match', description: 'The version you have seen, e.g. "3"', required: true })
  @UseInterceptors(VersionTag)
  @ApiOkResponse({ type: BookingSettingsView })
  async saveBookingSettings(
    @CurrentMemberOf() member: CurrentMember,
    @IfMatch() version: number,
    @Body() body: SaveBookingSettings,
  ): Promise<BookingSettingsView> {
    const change = { version, patch: toRulesPatch(body), actor: member.actor };
    return toBookingSettingsView(await this.settings.save(member.accountId, change));
  }

  /** Windows nobody has, soonest first, as the agent would find them. */
  @Get('slots')
  @Can('appointments.read')
  @ApiOkResponse({ type: SlotListView })
  async listOpenSlots(@CurrentAccount() accountId: AccountId): Promise<SlotListView> {
    return toSlotListView(await this.desk.slots(accountId));
  }
}
