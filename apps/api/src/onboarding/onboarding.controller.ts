import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { ConfirmationService } from './confirmation.service.js';
import { ConfirmStep, OnboardingView, ProfileView, SaveProfile, toOnboardingView } from './onboarding.dto.js';
import { OnboardingService } from './onboarding.service.js';
import { ProfileService } from './profile.service.js';

@ApiTags('Onboarding')
@Controller('api/v1/accounts/:accountId')
export class OnboardingController {
  constructor(
    private readonly onboarding: OnboardingService,
    private readonly confirmations: ConfirmationService,
    private readonly profiles: ProfileService,
  ) {}

  /** The nine steps to going live, each proved from what it is about. */
  @Get('onboarding')
  @Can('onboarding.read')
  @ApiOkResponse({ type: OnboardingView })
  async showOnboarding(@CurrentAccount() accountId: AccountId): Promise<OnboardingView> {
    return toOnboardingView(await this.onboarding.show(accountId));
  }

  /** "I have looked at this and it is right", kept with who said it and when. */
  @Post('onboarding/confirm')
  @HttpCode(200)
  @Can('onboarding.write')
  @ApiOkResponse({ type: OnboardingView })
  async confirmOnboardingStep(
    @CurrentMemberOf() member: CurrentMember,
    @Body() { step }: ConfirmStep,
  ): Promise<OnboardingView> {
    return toOnboardingView(await this.confirmations.confirm(member, step));
  }

  /** Switches the agent on once nothing is missing. */
  @Post('onboarding/go-live')
  @HttpCode(200)
  @Can('onboarding.write')
  @ApiOkResponse({ type: OnboardingView })
  async goLive(@CurrentMemberOf() member: CurrentMember): Promise<OnboardingView> {
    return toOnboardingView(await this.onboarding.goLive(member));
  }

  @Get('profile')
  @Can('config.read')
  @ApiOkResponse({ type: ProfileView })
  showProfile(@CurrentAccount() accountId: AccountId): Promise<ProfileView> {
    return this.profiles.show(accountId);
  }

  /** The business's name, time zone and state. The agent and the digest follow. */
  @Put('profile')
  @Can('config.write')
  @ApiOkResponse({ type: ProfileView })
  saveProfile(@CurrentMemberOf() member: CurrentMember, @Body() body: SaveProfile): Promise<ProfileView> {
    return this.profiles.save(member, body);
  }
}
