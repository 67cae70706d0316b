import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount } from '../identity/current.decorators.js';
import {
  AgentStatus,
  DayBarView,
  holidayPreset,
  HolidayPreset,
  HolidayQuery,
  toAgentStatus,
  toWeek,
  WeekQuery,
} from './schedule-view.dto.js';
import { SettingsService } from './settings.service.js';

/** The switch and the weekly grid as the settings page draws them (VTCR 1.1). */
@ApiTags('Config')
@Controller('api/v1/accounts/:accountId/config')
export class ScheduleViewController {
  constructor(
    private readonly settings: SettingsService,
    private readonly clock: Clock,
  ) {}

  @Get('status')
  @Can('config.read')
  @ApiOkResponse({ type: AgentStatus })
  async getAgentStatus(@CurrentAccount() accountId: AccountId): Promise<AgentStatus> {
    return toAgentStatus(await this.settings.show(accountId), this.clock.now());
  }

  /** Seven colour bars. */
  @Get('week')
  @Can('config.read')
  @ApiOkResponse({ type: [DayBarView] })
  async getWeek(@CurrentAccount() accountId: AccountId, @Query() query: WeekQuery): Promise<DayBarView[]> {
    return toWeek(await this.settings.show(accountId), query.from, this.clock.now());
  }

  /** US federal holidays, as a preset for the closures. */
  @Get('holidays')
  @Can('config.read')
  @ApiOkResponse({ type: HolidayPreset })
  listHolidays(@Query() { year }: HolidayQuery): HolidayPreset {
    return holidayPreset(year);
  }
}
