import type { AccountId } from '@domain/ids';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount } from '../identity/current.decorators.js';
import { WakePeriod, WakeStatisticsView } from './wake.dto.js';
import { WakeService } from './wake.service.js';

@ApiTags('On-call')
@Controller('api/v1/accounts/:accountId/wake-statistics')
export class WakeController {
  constructor(private readonly wake: WakeService) {}

  @Get()
  @Can('on_call.read')
  @ApiOkResponse({ type: [WakeStatisticsView] })
  getWakeStatistics(
    @CurrentAccount() accountId: AccountId,
    @Query() period: WakePeriod,
  ): Promise<WakeStatisticsView[]> {
    return this.wake.statistics(accountId, period.days);
  }
}
