import type { AccountId } from '@domain/ids';
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '@platform/http/if-match.decorators';
import { VersionTag } from '@platform/http/version-tag.interceptor';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { CoverageService } from './coverage.service.js';
import { SaveSchedule, ShiftQuery, WhoQuery } from './schedule.dto.js';
import { OnCallNowView } from './on-call-now-view.dto.js';
import { GapView, SchedulePreview, ScheduleView, ShiftView } from './schedule-view.dto.js';
import { ScheduleService } from './schedule.service.js';

/** Layers of turns: who is on call when. */
@ApiTags('On-call')
@Controller('api/v1/accounts/:accountId/on-call')
export class ScheduleController {
  constructor(
    private readonly schedules: ScheduleService,
    private readonly coverage: CoverageService,
  ) {}

  /** Who is paged first, now or at any instant, for a trade and a ZIP code. */
  @Get('now')
  @Can('on_call.read')
  @ApiOkResponse({ type: OnCallNowView })
  getOnCallNow(@CurrentAccount() accountId: AccountId, @Query() query: WhoQuery): Promise<OnCallNowView> {
    return this.coverage.now(accountId, query);
  }

  /** Everybody's shifts, cut at both ends; at most 92 days. */
  @Get('shifts')
  @Can('on_call.read')
  @ApiOkResponse({ type: [ShiftView] })
  listShifts(@CurrentAccount() accountId: AccountId, @Query() { from, to }: ShiftQuery): Promise<ShiftView[]> {
    return this.coverage.shifts(accountId, from, to);
  }

  /** Hours of the next 14 days in which no layer answers and the office doesn't either. */
  @Get('gaps')
  @Can('on_call.read')
  @ApiOkResponse({ type: [GapView] })
  listGaps(@CurrentAccount() accountId: AccountId): Promise<GapView[]> {
    return this.coverage.gaps(accountId);
  }

  @Get('schedule')
  @Can('on_call.read')
  @UseInterceptors(VersionTag)
  @ApiOkResponse({ type: ScheduleView })
  getSchedule(@CurrentAccount() accountId: AccountId): Promise<ScheduleView> {
    return this.schedules.read(accountId);
  }

  /** Layers take the roster form's place. Both are saved under one version. */
  @Put('schedule')
  @Can('on_call.write')
  @ApiHeader({ name: 'If-Match', description: 'The version you have seen; "0" for the first save', required: true })
  @UseInterceptors(VersionTag)
  @ApiOkResponse({ type: ScheduleView })
  saveSchedule(
    @CurrentMemberOf() member: CurrentMember,
    @IfMatch() version: number,
    @Body() body: SaveSchedule,
  ): Promise<ScheduleView> {
    return this.schedules.save(member.accountId, version, body, member.actor);
  }

  /** Back to the roster form. Overrides of single layers go with them. */
  @Delete('schedule')
  @Can('on_call.write')
  @ApiHeader({ name: 'If-Match', description: 'The version you have seen', required: true })
  @UseInterceptors(VersionTag)
  @ApiOkResponse({ type: ScheduleView })
  clearSchedule(@CurrentMemberOf() member: CurrentMember, @IfMatch() version: number): Promise<ScheduleView> {
    return this.schedules.clear(member.accountId, version, member.actor);
  }

  /** What a schedule would look like; nothing is saved. */
  @Post('schedule/preview')
  @HttpCode(200)
  @Can('on_call.read')
  @ApiOkResponse({ type: SchedulePreview })
  previewSchedule(@CurrentAccount() accountId: AccountId, @Body() body: SaveSchedule): Promise<SchedulePreview> {
    return this.coverage.preview(accountId, body);
  }
}
