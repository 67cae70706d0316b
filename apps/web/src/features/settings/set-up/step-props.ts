import type { Config, OnboardingStep, Profile } from '../../../api/types.js';

/** What every step of the set-up is given. */
export interface StepProps {
  step: OnboardingStep;
  config: Config;
  profile: Profile;
  /** To the step after this one. */
  next: () => void;
}
