import { Module, type Provider } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { ConfigModule } from '../config/config.module.js';
import { AssistantStep, CredentialStep, ImportStep } from './agent-steps.service.js';
import { CarrierVault } from './carrier-vault.service.js';
import { ForwardingArrival } from './forwarding-arrival.service.js';
import { ForwardingBook } from './forwarding-book.service.js';
import { ForwardingCall } from './forwarding-call.service.js';
import { ForwardingService } from './forwarding.service.js';
import { LineAuditBook } from './line-audit-book.service.js';
import { LineAudit } from './line-audit.service.js';
import { LineConnectionService } from './line-connection.service.js';
import { LineDismantling } from './line-dismantling.service.js';
import { LineHealth } from './line-health.service.js';
import { LineReader } from './line-reader.service.js';
import { LineStandingService } from './line-standing.service.js';
import { LineReleaseService } from './line-release.service.js';
import { LinesController } from './lines.controller.js';
import { NumberStep } from './number-step.service.js';
import { ProvisioningViewService } from './provisioning-view.service.js';
import { ProvisioningWork } from './provisioning-work.service.js';
import { ProvisioningController } from './provisioning.controller.js';
import { ProvisioningService } from './provisioning.service.js';
import { SagaBook } from './saga-book.service.js';
import { SagaRun } from './saga-run.service.js';
import { SagaSteps } from './saga-steps.service.js';
import { HealthStep, RoutingStep, UrlsStep } from './service-steps.service.js';
import { SmsRegistrationService } from './sms-registration.service.js';
import { SubaccountStep } from './subaccount-step.service.js';

const STEP_CLASSES = [
  SubaccountStep,
  NumberStep,
  CredentialStep,
  ImportStep,
  UrlsStep,
  AssistantStep,
  HealthStep,
  RoutingStep,
] as const;

type Instances<Classes extends readonly (new (...parts: never[]) => object)[]> = {
  [Position in keyof Classes]: InstanceType<Classes[Position]>;
};

const stepsOf = (...steps: Instances<typeof STEP_CLASSES>): SagaSteps => {
  const [subaccount, number, credential, imported, urls, assistant, health, routing] = steps;
  return { of: { subaccount, number, credential, import: imported, urls, assistant, health, routing } };
};

/** Everything of the feature that works without HTTP. */
export const PROVISIONING_PROVIDERS: Provider[] = [
  ...STEP_CLASSES,
  { provide: SagaSteps, inject: [...STEP_CLASSES], useFactory: stepsOf },
  ...[SagaBook, SagaRun, CarrierVault, LineHealth, LineConnectionService],
  ...[LineAudit, LineAuditBook, LineReader, LineReleaseService, LineDismantling, SmsRegistrationService],
  ...[ForwardingService, ForwardingBook, ForwardingCall, ForwardingArrival],
  ...[ProvisioningService, ProvisioningViewService, ProvisioningWork, LineStandingService],
];

@Module({
  imports: [PlatformModule, ConfigModule],
  controllers: [ProvisioningController, LinesController],
  providers: PROVISIONING_PROVIDERS,
  exports: [
    ...[ProvisioningService, ProvisioningViewService, LineConnectionService, ForwardingService],
    ...[ProvisioningWork, ForwardingCall, ForwardingArrival, LineStandingService],
  ],
})
export class ProvisioningModule {}
