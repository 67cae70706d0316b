import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ConfigModule } from '../config/config.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { OnCallModule } from '../on-call/on-call.module.js';
import { ProvisioningModule } from '../provisioning/provisioning.module.js';
import { ConfirmationService } from './confirmation.service.js';
import { ContractorHealthService } from './contractor-health.service.js';
import { ContractorImportsService } from './contractor-imports.service.js';
import { ContractorsController } from './contractors.controller.js';
import { ContractorsService } from './contractors.service.js';
import { NewContractorsService } from './new-contractors.service.js';
import { OnboardingController } from './onboarding.controller.js';
import { OnboardingFactsService } from './onboarding-facts.service.js';
import { OnboardingService } from './onboarding.service.js';
import { ProfileService } from './profile.service.js';

@Module({
  imports: [PlatformModule, IdentityModule, AccountsModule, ConfigModule, ProvisioningModule, OnCallModule],
  controllers: [OnboardingController, ContractorsController],
  providers: [
    ...[OnboardingService, OnboardingFactsService, ConfirmationService, ProfileService],
    ...[ContractorsService, ContractorHealthService, NewContractorsService, ContractorImportsService],
  ],
  exports: [ContractorImportsService],
})
export class OnboardingModule {}
