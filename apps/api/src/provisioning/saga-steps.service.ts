import type { ProvisioningStepName } from '@domain/provisioning/saga-steps';
import type { SagaStep } from './provisioning.types.js';

/** Which class takes which step; filled by provisioning.module.ts. */
export abstract class SagaSteps {
  abstract readonly of: Record<ProvisioningStepName, SagaStep>;
}
