import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { forwarding, useCheckForwarding } from '../../../api/provisioning.js';
import type { Forwarding } from '../../../api/types.js';
import { CopyText } from '../../../components/copy-secret.js';
import stack from '../../../components/form-stack.module.css';
import { LoadingRows } from '../../../components/loading-rows.js';
import { phoneInWords } from '../../../components/phone-link.js';
import { sayRefused } from '../../../components/say.js';
import { useAccount } from '../../../components/use-account.js';
import classes from './set-up.module.css';
import type { StepProps } from './step-props.js';
import { useStep } from './use-step.js';

export function ForwardingStep({ step, next }: StepProps) {
  const { accountId } = useAccount();
  const { data } = useQuery(forwarding(accountId));
  const { keep, isSaving } = useStep(next);
  if (!data) return <LoadingRows what="the forwarding" rows={5} />;
  return (
    <div className={stack.stack}>
      {data.lineNumber ? (
        <Codes forwarding={data} />
      ) : (
        <p className={stack.note}>First get a number in the step before.</p>
      )}
      <Check forwarding={data} />
      <div className={stack.end}>
        {step.state === 'done' ? (
          <Button onClick={next}>Continue</Button>
        ) : (
          <Button variant="default" loading={isSaving} onClick={() => keep({ confirms: 'forwarding' })}>
            Customers call the new number directly
          </Button>
        )}
      </div>
    </div>
  );
}

function Codes({ forwarding: { codes, lineNumber } }: { forwarding: Forwarding }) {
  const [carrier, setCarrier] = useState(codes[0]?.carrier ?? null);
  const chosen = codes.find((one) => one.carrier === carrier);
  const lines: [string, string | null][] = chosen
    ? [
        ['When nobody answers', chosen.noAnswer],
        ['When the line is busy', chosen.busy],
        ['Every call', chosen.all],
        ['To stop forwarding', chosen.stop],
      ]
    : [];
  return (
    <div>
      <Select
        label="Who carries your business number?"
        data={codes.map(({ carrier: value, label }) => ({ value, label }))}
        maw={300}
        mb="sm"
        value={carrier}
        onChange={setCarrier}
      />
      <p className={stack.note}>
        Dial these on the phone of your business number. They forward to {phoneInWords(lineNumber)}.
      </p>
      <dl style={{ margin: '8px 0 0' }}>
        {lines
          .filter(([, code]) => code)
          .map(([when, code]) => (
            <div key={when} className={classes.code}>
              <dt>{when}</dt>
              <dd className={stack.row} style={{ alignItems: 'center' }}>
                <code>{code}</code>
                <CopyText text={code ?? ''} />
              </dd>
            </div>
          ))}
      </dl>
      {chosen?.note && <p className={stack.note}>{chosen.note}</p>}
    </div>
  );
}

function Check({ forwarding: { businessNumber, lineNumber, lastCheck } }: { forwarding: Forwarding }) {
  const { accountId } = useAccount();
  const { mutate, isPending } = useCheckForwarding(accountId);
  const isCalling = lastCheck?.state === 'calling';
  return (
    <div className={stack.stack}>
      <div className={stack.row} style={{ alignItems: 'center' }}>
        <Button
          variant="default"
          disabled={!businessNumber || !lineNumber}
          loading={isPending || isCalling}
          onClick={() => mutate(undefined, { onError: sayRefused('The check did not start') })}
        >
          Call my number and check
        </Button>
        {businessNumber && <span className="nd-muted">{phoneInWords(businessNumber)}</span>}
      </div>
      <p
        role="status"
        className={lastCheck && !isCalling && lastCheck.state !== 'arrived' ? stack.problem : stack.note}
      >
        {lastCheck?.words ?? ''}
      </p>
    </div>
  );
}
