import {
  CONFIRMED_STEPS,
  isOnboarded,
  ONBOARDING_STEPS,
  type ConfirmedStep,
  type OnboardingStep,
  type OnboardingStepName,
} from '@domain/onboarding/onboarding-steps';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsTimeZone, Length, Matches, MaxLength } from 'class-validator';

const ONE_LINE = /^[^\r\n]*\S[^\r\n]*$/;

export class ConfirmStep {
  @ApiProperty({ enum: CONFIRMED_STEPS, enumName: 'ConfirmedStep' }) @IsIn(CONFIRMED_STEPS) step!: ConfirmedStep;
}

export class SaveProfile {
  /** The name callers know. @example Metro Plumbing */
  @Length(1, 120) @Matches(ONE_LINE, { message: 'name must be one line' }) name!: string;
  /** IANA name. @example America/Chicago */
  @MaxLength(64)
  @IsTimeZone({ message: 'timeZone must be a time zone such as America/Chicago' })
  timeZone!: string;
  /** Two letters. */
  @ApiProperty({ required: false, type: String, nullable: true, example: 'IL' })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, { message: 'state must be two letters, e.g. IL' })
  state: string | null = null;
}

export class ProfileView {
  name!: string;
  timeZone!: string;
  @ApiProperty({ type: String, nullable: true }) state!: string | null;
}

export class OnboardingStepView {
  @ApiProperty({ enum: ONBOARDING_STEPS, enumName: 'OnboardingStepName' }) step!: OnboardingStepName;
  @ApiProperty({ enum: ['done', 'todo', 'running', 'blocked'], enumName: 'OnboardingStepState' })
  state!: OnboardingStep['state'];
  /** What is missing, in sentences. */
  missing!: string[];
}

export class OnboardingView {
  steps!: OnboardingStepView[];
  done!: number;
  /** Everything is proved: the checklist leaves the home. */
  isComplete!: boolean;
}

export const toOnboardingView = (steps: OnboardingStep[]): OnboardingView => ({
  steps: steps.map(({ step, state, missing }) => ({ step, state, missing })),
  done: steps.filter((step) => step.state === 'done').length,
  isComplete: isOnboarded(steps),
});
