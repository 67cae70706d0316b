import { Button, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconLoader2 } from '@tabler/icons-react';
import { useDecideSetUp } from '../../../api/provisioning.js';
import type { Provisioning } from '../../../api/types.js';
import stack from '../../../components/form-stack.module.css';
import { sayRefused } from '../../../components/say.js';
import { useAccount } from '../../../components/use-account.js';
import classes from './set-up.module.css';

type SetUp = NonNullable<Provisioning['setUp']>;
type Step = SetUp['steps'][number];

const STEP: Record<Step['step'], string> = {
  subaccount: 'Opening your own carrier account',
  number: 'Getting the number',
  credential: 'Letting the voice agent use it',
  import: 'Giving the number to the voice agent',
  urls: 'Pointing calls and texts to Nightdesk',
  assistant: 'Writing your agent',
  health: 'Checking that everything answers',
  routing: 'Opening the line',
};

const STATE: Record<Step['state'], string> = {
  pending: 'waiting',
  started: 'under way',
  done: 'done',
  failed: 'failed',
  undone: 'given back',
};

/** The saga as it runs; the journal's events keep it moving. */
export function ProvisioningProgress({ setUp }: { setUp: SetUp }) {
  const done = setUp.steps.filter(({ state }) => state === 'done').length;
  return (
    <div className={stack.stack}>
      <p role="status" className={stack.note}>
        {HEAD[setUp.state]} {setUp.state !== 'abandoned' && `${done} of ${setUp.steps.length} parts done.`}
      </p>
      <ol className={classes.progress} aria-label="Parts of the set-up">
        {setUp.steps.map((step) => (
          <li key={step.step}>
            <span className={classes.mark} data-state={step.state} aria-hidden>
              <Mark state={step.state} />
            </span>
            <span>
              {STEP[step.step]}
              <VisuallyHidden>, {STATE[step.state]}</VisuallyHidden>
            </span>
            {step.problem && <p>{step.problem}</p>}
          </li>
        ))}
      </ol>
      {setUp.state === 'failed' && <Decide problem={setUp.problem} />}
    </div>
  );
}

const HEAD: Record<SetUp['state'], string> = {
  running: 'Setting up your line; this takes about a minute. You can leave this page.',
  failed: 'The set-up has stopped.',
  abandoning: 'Giving everything back.',
  finished: 'Your line is set up.',
  abandoned: 'The set-up was abandoned, and everything was given back.',
};

function Mark({ state }: { state: Step['state'] }) {
  if (state === 'done') return <IconCheck size={14} stroke={2.6} />;
  if (state === 'failed') return <IconAlertTriangle size={13} stroke={2} />;
  return state === 'started' ? <IconLoader2 size={14} stroke={2.2} className={classes.turning} /> : null;
}

function Decide({ problem }: { problem: string | null }) {
  const { accountId } = useAccount();
  const { mutate, isPending } = useDecideSetUp(accountId);
  const decide = (decision: 'retry' | 'abandon'): void =>
    mutate(decision, { onError: sayRefused('That did not work') });
  return (
    <>
      {problem && (
        <p className={stack.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={stack.end}>
        <Button variant="default" disabled={isPending} onClick={() => decide('abandon')}>
          Abandon
        </Button>
        <Button loading={isPending} onClick={() => decide('retry')}>
          Try again
        </Button>
      </div>
    </>
  );
}
