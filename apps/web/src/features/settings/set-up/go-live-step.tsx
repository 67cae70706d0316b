import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { agentStatus } from '../../../api/agent.js';
import { onboarding, useGoLive } from '../../../api/onboarding.js';
import { inWords } from '../../../api/problem.js';
import stack from '../../../components/form-stack.module.css';
import { phoneInWords } from '../../../components/phone-link.js';
import { say } from '../../../components/say.js';
import { STEP } from '../../../components/set-up-steps.js';
import { useAccount } from '../../../components/use-account.js';
import { TestCallFields } from '../test-call-fields.js';
import classes from './set-up.module.css';
import type { StepProps } from './step-props.js';

export function GoLiveStep({ config, step }: StepProps) {
  const { accountId } = useAccount();
  return (
    <div className={stack.stack}>
      <TestCallFields />
      {config.isActive ? <IsLive number={config.line.number} /> : <SwitchOn />}
      {step.state === 'done' && (
        <div className={stack.end}>
          <Button
            renderRoot={(props) => <Link to="/a/$accountId/live" params={{ accountId }} search={{}} {...props} />}
          >
            Open the live page
          </Button>
        </div>
      )}
    </div>
  );
}

function SwitchOn() {
  const { accountId } = useAccount();
  const { data } = useQuery(onboarding(accountId));
  const status = useQuery(agentStatus(accountId));
  const { mutate, isPending, error } = useGoLive(accountId);
  const open = (data?.steps ?? []).filter(({ step, state }) => step !== 'go_live' && state !== 'done');
  return (
    <div className={stack.stack}>
      {open.length > 0 && (
        <p className={stack.note}>
          Before you go live:{' '}
          {open.map(({ step }, index) => (
            <span key={step}>
              {index > 0 && ', '}
              <Link to="/a/$accountId/set-up" params={{ accountId }} search={{ step }}>
                {STEP[step].name}
              </Link>
            </span>
          ))}
          .
        </p>
      )}
      {error && (
        <p className={stack.problem} role="alert">
          {inWords(error)}
        </p>
      )}
      <Button
        size="md"
        disabled={open.length > 0}
        loading={isPending}
        onClick={() => mutate(undefined, { onSuccess: () => say(status.data?.liveMessage ?? 'Your agent is live.') })}
        style={{ justifySelf: 'start' }}
      >
        Go live
      </Button>
    </div>
  );
}

const IsLive = ({ number }: { number: string | null }) => (
  <p role="status">
    Your agent is live{number && <> on</>} <strong className={classes.liveNumber}>{phoneInWords(number)}</strong>
  </p>
);
