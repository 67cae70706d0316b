import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { secondFactor, useNewRecoveryCodes, useStartSecondFactor } from '../../api/security.js';
import { Badge } from '../../components/badge.js';
import classes from '../../components/form-stack.module.css';
import { PageCard } from '../../components/page-frame.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { sayRefused } from '../../components/say.js';
import { EnrolmentForm } from './enrolment-form.js';
import { RecoveryCodes } from './recovery-codes.js';
import { RemovalForm } from './removal-form.js';

export function SecondFactorCard() {
  const { data, error, refetch } = useQuery(secondFactor());
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <PageCard
      title="Two-step sign-in"
      aside={data && <Badge tone={data.isOn ? 'ok' : 'neutral'}>{data.isOn ? 'On' : 'Off'}</Badge>}
    >
      {error && <ProblemNotice what="Two-step sign-in" error={error} retry={() => void refetch()} />}
      {codes && <RecoveryCodes codes={codes} kept={() => setCodes(null)} />}
      {data &&
        !codes &&
        (data.isOn ? <IsOn left={data.recoveryCodesLeft} show={setCodes} /> : <IsOff show={setCodes} />)}
    </PageCard>
  );
}

function IsOff({ show }: { show: (codes: string[]) => void }) {
  const start = useStartSecondFactor();
  if (start.data) return <EnrolmentForm start={start.data} done={show} />;
  return (
    <div className={classes.stack}>
      <p className={classes.note}>
        A code of an app on your phone, asked for beside the password. Whoever learns your password still stays outside.
      </p>
      <div>
        <Button
          loading={start.isPending}
          onClick={() => start.mutate(undefined, { onError: sayRefused('Two-step sign-in was not started') })}
        >
          Turn on
        </Button>
      </div>
    </div>
  );
}

function IsOn({ left, show }: { left: number; show: (codes: string[]) => void }) {
  const fresh = useNewRecoveryCodes();
  const [removing, setRemoving] = useState(false);
  if (removing) return <RemovalForm close={() => setRemoving(false)} />;
  const renew = (): void =>
    fresh.mutate(undefined, {
      onSuccess: ({ recoveryCodes }) => show(recoveryCodes),
      onError: sayRefused('No new codes were made'),
    });
  return (
    <div className={classes.stack}>
      <p className={classes.note}>
        Signing in asks for a code of your authenticator app. {left} of your 10 recovery codes are left.
      </p>
      <div className={classes.row}>
        <Button variant="default" loading={fresh.isPending} onClick={renew}>
          New recovery codes
        </Button>
        <Button variant="default" onClick={() => setRemoving(true)}>
          Turn off
        </Button>
      </div>
    </div>
  );
}
