import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { ForwardingCheckView, ForwardingView, toForwardingCheckView, toForwardingView } from './forwarding.dto.js';
import { ForwardingService } from './forwarding.service.js';
import { LineReleaseService } from './line-release.service.js';
import { ProvisioningViewService } from './provisioning-view.service.js';
import { SmsRegistrationService } from './sms-registration.service.js';
import { ProvisioningView, ReportSmsRegistration, toProvisioningView } from './provisioning.dto.js';

/** A line that is in service: giving it up, and proving that the business's number leads to it. */
@ApiTags('Provisioning')
@Controller('api/v1/accounts/:accountId')
export class LinesController {
  constructor(
    private readonly releases: LineReleaseService,
    private readonly view: ProvisioningViewService,
    private readonly forwarding: ForwardingService,
    private readonly registrations: SmsRegistrationService,
  ) {}

  /** The number goes on answering for 14 days and can be kept until then. */
  @Post('lines/:lineId/release')
  @Can('line.release')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ProvisioningView })
  async releaseLine(
    @CurrentMemberOf() member: CurrentMember,
    @Param('lineId', ParseUUIDPipe) lineId: string,
  ): Promise<ProvisioningView> {
    await this.releases.release(member.accountId, lineId, member.actor);
    return toProvisioningView(await this.view.show(member.accountId));
  }

  @Post('lines/:lineId/keep')
  @Can('provisioning.write')
  @HttpCode(200)
  @ApiOkResponse({ type: ProvisioningView })
  async keepLine(
    @CurrentMemberOf() member: CurrentMember,
    @Param('lineId', ParseUUIDPipe) lineId: string,
  ): Promise<ProvisioningView> {
    await this.releases.keep(member.accountId, lineId, member.actor);
    return toProvisioningView(await this.view.show(member.accountId));
  }

  /** What the carriers said of the line's registration for texting. Until it is `approved`, people are reached by call. */
  @Put('lines/:lineId/sms-registration')
  @Can('provisioning.write')
  @ApiOkResponse({ type: ProvisioningView })
  async reportSmsRegistration(
    @CurrentMemberOf() member: CurrentMember,
    @Param('lineId', ParseUUIDPipe) lineId: string,
    @Body() { registration }: ReportSmsRegistration,
  ): Promise<ProvisioningView> {
    await this.registrations.report(member, lineId, registration);
    return toProvisioningView(await this.view.show(member.accountId));
  }

  @Get('forwarding')
  @Can('provisioning.read')
  @ApiOkResponse({ type: ForwardingView })
  async getForwarding(@CurrentAccount() accountId: AccountId): Promise<ForwardingView> {
    return toForwardingView(await this.forwarding.show(accountId));
  }

  /** Calls the business's number; the call has to come in at the line within a minute. */
  @Post('forwarding/checks')
  @Can('provisioning.write')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ForwardingCheckView })
  async checkForwarding(@CurrentMemberOf() member: CurrentMember): Promise<ForwardingCheckView> {
    return toForwardingCheckView(await this.forwarding.check(member.accountId, member.actor));
  }
}
