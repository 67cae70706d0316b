import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { OverviewView, toOverviewView } from './digest.dto.js';
import { OverviewService } from './overview.service.js';

@ApiTags('Overview')
@Controller('api/v1/accounts/:accountId/overview')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get()
  @Can('overview.read')
  @ApiOkResponse({ type: OverviewView })
  async getOverview(@CurrentMemberOf() member: CurrentMember): Promise<OverviewView> {
    return toOverviewView(await this.overview.read(member));
  }
}
