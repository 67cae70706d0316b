import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { ProvisioningViewService } from './provisioning-view.service.js';
import {
  OfferedNumbers,
  ProvisioningView,
  SearchNumbers,
  StartProvisioning,
  toOfferedNumbers,
  toProvisioningView,
  wantedNumber,
} from './provisioning.dto.js';
import { ProvisioningService } from './provisioning.service.js';

/** How an account comes to its number and its voice agent, live. */
@ApiTags('Provisioning')
@Controller('api/v1/accounts/:accountId')
export class ProvisioningController {
  constructor(
    private readonly provisioning: ProvisioningService,
    private readonly view: ProvisioningViewService,
  ) {}

  @Get('provisioning')
  @Can('provisioning.read')
  @ApiOkResponse({ type: ProvisioningView })
  async getProvisioning(@CurrentAccount() accountId: AccountId): Promise<ProvisioningView> {
    return toProvisioningView(await this.view.show(accountId));
  }

  /** Runs by itself from here on; the journal tells of each step. */
  @Post('provisioning')
  @Can('provisioning.write')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ProvisioningView })
  async startProvisioning(
    @CurrentMemberOf() member: CurrentMember,
    @Body() body: StartProvisioning,
  ): Promise<ProvisioningView> {
    await this.provisioning.begin(member.accountId, wantedNumber(body), member.actor);
    return toProvisioningView(await this.view.show(member.accountId));
  }

  @Post('provisioning/retry')
  @Can('provisioning.write')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ProvisioningView })
  async retryProvisioning(@CurrentMemberOf() member: CurrentMember): Promise<ProvisioningView> {
    await this.provisioning.retry(member.accountId, member.actor);
    return toProvisioningView(await this.view.show(member.accountId));
  }

  /** Everything that was bought or made is given back. */
  @Post('provisioning/abandon')
  @Can('provisioning.write')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ProvisioningView })
  async abandonProvisioning(@CurrentMemberOf() member: CurrentMember): Promise<ProvisioningView> {
    await this.provisioning.abandon(member.accountId, member.actor);
    return toProvisioningView(await this.view.show(member.accountId));
  }

  /** Numbers for sale in an area code. */
  @Get('numbers')
  @Can('provisioning.write')
  @ApiOkResponse({ type: OfferedNumbers })
  async searchNumbers(@Query() { areaCode }: SearchNumbers): Promise<OfferedNumbers> {
    return toOfferedNumbers(await this.view.offers(areaCode));
  }
}
