import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import type { LineUrls } from '@domain/ports/line-provider';
import type { ProvisioningKind, ProvisioningStepName } from '@domain/provisioning/saga-steps';

/** What is wanted: a number of ours that is bought, or one the platform's carrier account has already. */
export type WantedNumber = { kind: 'buy'; areaCode: string } | { kind: ProvisioningKind; number: E164 };

/** What the steps found and made so far: ids of providers, never a secret. */
export interface ProvisioningFacts {
  carrierSid?: string | null;
  /** The number that is being bought: written down before the purchase, so that a lost answer is asked about. */
  candidate?: E164;
  number?: E164;
  numberSid?: string;
  /** Where a brought number led before, to be put back when the set-up is abandoned. */
  previousUrls?: LineUrls;
  credentialId?: string;
  voiceNumberId?: string;
  assistantId?: string;
  assistantHash?: string;
  assistantVersion?: number;
}

/** One saga as its steps see it. */
export interface SagaWork {
  accountId: AccountId;
  /** Also the tag under which a number and an assistant are found again. */
  id: string;
  lineId: string;
  kind: ProvisioningKind;
  wantedNumber: E164 | null;
  wantedAreaCode: string | null;
  createdAt: Date;
  facts: ProvisioningFacts;
  /** Commits an intention before it is acted on. */
  remember(facts: ProvisioningFacts): Promise<void>;
}

/** One step of the saga: looks before it acts, may run any number of times. */
export interface SagaStep {
  take(work: SagaWork): Promise<ProvisioningFacts>;
  /** Removes whatever `take` may have left, recorded or not. */
  undo(work: SagaWork): Promise<void>;
}

export interface SagaTurn {
  direction: 'do' | 'undo';
  step: ProvisioningStepName;
  work: SagaWork;
}
