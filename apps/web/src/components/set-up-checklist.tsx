import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { onboarding } from '../api/onboarding.js';
import { PageCard } from './page-frame.js';
import { STEP } from './set-up-steps.js';
import classes from './set-up-checklist.module.css';
import { useAccount, useCan } from './use-account.js';

/** Stays on the contractor's home until everything is proved. */
export function SetUpChecklist() {
  const { accountId } = useAccount();
  const mayRead = useCan('onboarding.read');
  const { data } = useQuery({ ...onboarding(accountId), enabled: mayRead });
  if (!data || data.isComplete) return null;
  const open = data.steps.filter(({ state }) => state !== 'done');
  return (
    <PageCard
      title={`Set-up: ${data.done} of ${data.steps.length} steps done`}
      aside={
        <Button
          size="xs"
          renderRoot={(props) => <Link to="/a/$accountId/set-up" params={{ accountId }} search={{}} {...props} />}
        >
          Go on
        </Button>
      }
    >
      <Progress value={(data.done / data.steps.length) * 100} aria-label="Set-up done" mb="sm" />
      <ul className={classes.open}>
        {open.map(({ step, missing }) => (
          <li key={step}>
            <Link to="/a/$accountId/set-up" params={{ accountId }} search={{ step }}>
              {STEP[step].name}
            </Link>
            <span>{missing[0]}</span>
          </li>
        ))}
      </ul>
    </PageCard>
  );
}
