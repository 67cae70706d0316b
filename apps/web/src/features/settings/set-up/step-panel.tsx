import { IconCircleCheck } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { OnboardingStep, OnboardingStepName } from '../../../api/types.js';
import stack from '../../../components/form-stack.module.css';
import { useCan } from '../../../components/use-account.js';
import { BusinessStep } from './business-step.js';
import { ComplianceStep } from './compliance-step.js';
import { ForwardingStep } from './forwarding-step.js';
import { GoLiveStep } from './go-live-step.js';
import { HoursStep } from './hours-step.js';
import { NumberStep } from './number-step.js';
import { PeopleStep } from './people-step.js';
import { ServicesStep } from './services-step.js';
import classes from './set-up.module.css';
import type { StepProps } from './step-props.js';
import { VoiceStep } from './voice-step.js';

const STEPS: Record<OnboardingStepName, ComponentType<StepProps>> = {
  business: BusinessStep,
  services: ServicesStep,
  hours: HoursStep,
  number: NumberStep,
  forwarding: ForwardingStep,
  people: PeopleStep,
  voice: VoiceStep,
  compliance: ComplianceStep,
  go_live: GoLiveStep,
};

export function StepPanel(props: StepProps) {
  const mayWrite = useCan('onboarding.write');
  const Step = STEPS[props.step.step];
  return (
    <div className={stack.stack}>
      <Missing step={props.step} />
      <fieldset disabled={!mayWrite} className={stack.plain}>
        <Step {...props} />
      </fieldset>
    </div>
  );
}

function Missing({ step }: { step: OnboardingStep }) {
  if (step.state === 'done')
    return (
      <p className={classes.done} role="status">
        <IconCircleCheck size={17} aria-hidden /> Done
      </p>
    );
  return (
    <ul className={classes.missing} aria-label="Still missing">
      {step.missing.map((gap) => (
        <li key={gap}>{gap}</li>
      ))}
    </ul>
  );
}
