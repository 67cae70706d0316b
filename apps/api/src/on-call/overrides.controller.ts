import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { BusyService } from './busy.service.js';
import { CoverageService } from './coverage.service.js';
import { OverridesService } from './overrides.service.js';
import { AddBusy, AddOverride, AddTimeOff, SwapShifts, TakePager } from './schedule.dto.js';
import { OnCallNowView } from './on-call-now-view.dto.js';
import { BusyView, OverrideView, TimeOffView } from './schedule-view.dto.js';
import { TimeOffService } from './time-off.service.js';

/** Exceptions from the plan: stand-ins, swaps, "I take it", time off, "I'm busy". */
@ApiTags('On-call')
@Controller('api/v1/accounts/:accountId/on-call')
export class OverridesController {
  constructor(
    private readonly overrides: OverridesService,
    private readonly timeOff: TimeOffService,
    private readonly coverage: CoverageService,
    private readonly busy: BusyService,
  ) {}

  @Post('overrides')
  @Can('on_call.write')
  @ApiCreatedResponse({ type: OverrideView })
  addOverride(@CurrentMemberOf() member: CurrentMember, @Body() body: AddOverride): Promise<OverrideView> {
    return this.overrides.add(member.accountId, body, member.actor);
  }

  @Delete('overrides/:overrideId')
  @HttpCode(204)
  @Can('on_call.write')
  @ApiNoContentResponse()
  cancelOverride(
    @CurrentMemberOf() member: CurrentMember,
    @Param('overrideId', ParseUUIDPipe) overrideId: string,
  ): Promise<void> {
    return this.overrides.cancel(member.accountId, overrideId, member.actor);
  }

  /** Two people exchange shifts. */
  @Post('swap')
  @Can('on_call.write')
  @ApiCreatedResponse({ type: [OverrideView] })
  swapShifts(@CurrentMemberOf() member: CurrentMember, @Body() body: SwapShifts): Promise<OverrideView[]> {
    return this.overrides.swap(member.accountId, body, member.actor);
  }

  /** Takes the pager from now until a time, whatever is planned. */
  @Post('take')
  @HttpCode(200)
  @Can('on_call.write')
  @ApiOkResponse({ type: OnCallNowView })
  async takePager(@CurrentMemberOf() member: CurrentMember, @Body() body: TakePager): Promise<OnCallNowView> {
    await this.overrides.take(member.accountId, body, member.actor);
    return this.coverage.now(member.accountId, {});
  }

  /** This person is paged after everybody else until then, twelve hours at most; the plan does not change. */
  @Post('busy')
  @Can('on_call.write')
  @ApiCreatedResponse({ type: BusyView })
  addBusy(@CurrentMemberOf() member: CurrentMember, @Body() body: AddBusy): Promise<BusyView> {
    return this.busy.add(member.accountId, body, member.actor);
  }

  @Delete('busy/:busyId')
  @HttpCode(204)
  @Can('on_call.write')
  @ApiNoContentResponse()
  endBusy(@CurrentMemberOf() member: CurrentMember, @Param('busyId', ParseUUIDPipe) busyId: string): Promise<void> {
    return this.busy.end(member.accountId, busyId, member.actor);
  }

  @Post('time-off')
  @Can('on_call.write')
  @ApiCreatedResponse({ type: TimeOffView })
  addTimeOff(@CurrentMemberOf() member: CurrentMember, @Body() body: AddTimeOff): Promise<TimeOffView> {
    return this.timeOff.add(member.accountId, body, member.actor);
  }

  @Delete('time-off/:timeOffId')
  @HttpCode(204)
  @Can('on_call.write')
  @ApiNoContentResponse()
  endTimeOff(
    @CurrentMemberOf() member: CurrentMember,
    @Param('timeOffId', ParseUUIDPipe) timeOffId: string,
  ): Promise<void> {
    return this.timeOff.end(member.accountId, timeOffId, member.actor);
  }
}
