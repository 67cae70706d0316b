import { IconCheck, IconLoader2, IconLock } from '@tabler/icons-react';
import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { OnboardingStep, OnboardingStepName } from '../../../api/types.js';
import { STEP } from '../../../components/set-up-steps.js';
import { useAccount } from '../../../components/use-account.js';
import classes from './set-up.module.css';

export function StepList({ steps, current }: { steps: OnboardingStep[]; current: OnboardingStepName }) {
  const { accountId } = useAccount();
  return (
    <nav aria-label="Set-up steps">
      <ol className={classes.steps}>
        {steps.map(({ step, state }, index) => (
          <li key={step}>
            <Link
              to="/a/$accountId/set-up"
              params={{ accountId }}
              search={{ step }}
              className={classes.step}
              data-state={state}
              data-current={step === current || undefined}
              aria-current={step === current ? 'step' : undefined}
            >
              <span className={classes.mark} aria-hidden>
                <Mark state={state} number={index + 1} />
              </span>
              <span className={classes.stepName}>{STEP[step].name}</span>
              <VisuallyHidden>, {STATE[state]}</VisuallyHidden>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const STATE = { done: 'done', todo: 'to do', running: 'under way', blocked: 'after the others' };

function Mark({ state, number }: { state: OnboardingStep['state']; number: number }) {
  if (state === 'done') return <IconCheck size={14} stroke={2.6} />;
  if (state === 'running') return <IconLoader2 size={14} stroke={2.2} className={classes.turning} />;
  return state === 'blocked' ? <IconLock size={13} stroke={2} /> : number;
}
