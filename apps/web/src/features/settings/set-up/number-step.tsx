import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inWords } from '../../../api/problem.js';
import { offeredNumbers, provisioning, useStartSetUp } from '../../../api/provisioning.js';
import type { Provisioning, StartProvisioning } from '../../../api/types.js';
import stack from '../../../components/form-stack.module.css';
import { LoadingRows } from '../../../components/loading-rows.js';
import { phoneInWords } from '../../../components/phone-link.js';
import { sayRefused } from '../../../components/say.js';
import { useAccount } from '../../../components/use-account.js';
import { dialled, isPhone } from './phone-entry.js';
import { ProvisioningProgress } from './provisioning-progress.js';
import classes from './set-up.module.css';
import type { StepProps } from './step-props.js';

export function NumberStep({ next }: StepProps) {
  const { accountId } = useAccount();
  const { data } = useQuery(provisioning(accountId));
  if (!data) return <LoadingRows what="the line" rows={4} />;
  const line = data.lines.find(({ state }) => state === 'live');
  return (
    <div className={stack.stack}>
      {line && <p className={classes.liveNumber}>{phoneInWords(line.number)}</p>}
      {isShown(data) && data.setUp && <ProvisioningProgress setUp={data.setUp} />}
      {line ? (
        <div className={stack.end}>
          <Button onClick={next}>Continue</Button>
        </div>
      ) : (
        !isWaiting(data) && <ChooseNumber />
      )}
    </div>
  );
}

/** An abandoned set-up has given everything back; there is nothing to show of it. */
const isShown = ({ setUp }: Provisioning): boolean => setUp !== null && setUp.state !== 'abandoned';
const isWaiting = ({ setUp }: Provisioning): boolean =>
  setUp !== null && ['running', 'failed', 'abandoning'].includes(setUp.state);

function ChooseNumber() {
  const [way, setWay] = useState<'buy' | 'bring'>('buy');
  return (
    <>
      <SegmentedControl
        aria-label="Where the number comes from"
        value={way}
        onChange={(value) => setWay(value === 'bring' ? 'bring' : 'buy')}
        data={[
          { value: 'buy', label: 'Find a new number' },
          { value: 'bring', label: 'Bring one' },
        ]}
        style={{ justifySelf: 'start' }}
      />
      {way === 'buy' ? <SearchNumbers /> : <BringNumber />}
    </>
  );
}

function useStart(): { start: (wanted: StartProvisioning) => void; isPending: boolean } {
  const { accountId } = useAccount();
  const { mutate, isPending } = useStartSetUp(accountId);
  return { start: (wanted) => mutate(wanted, { onError: sayRefused('The set-up did not start') }), isPending };
}

function SearchNumbers() {
  const { accountId } = useAccount();
  const [areaCode, setAreaCode] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, isFetching } = useQuery(offeredNumbers(accountId, areaCode));
  const { start, isPending } = useStart();
  return (
    <>
      <TextInput
        label="Area code"
        description="People trust a number that looks like theirs."
        inputMode="numeric"
        maxLength={3}
        w={160}
        value={areaCode}
        error={error && inWords(error)}
        onChange={(event) => (setAreaCode(event.currentTarget.value.replace(/\D/g, '')), setChosen(null))}
      />
      {isFetching && <LoadingRows what="the free numbers" rows={3} />}
      {data?.data.length === 0 && <p className={stack.note}>No number is free there. Try a neighbouring area code.</p>}
      {data && data.data.length > 0 && (
        <div className={classes.numbers} role="radiogroup" aria-label="Free numbers">
          {data.data.map(({ number, label, locality, region }) => (
            <button
              key={number}
              type="button"
              role="radio"
              aria-checked={chosen === number}
              className={classes.number}
              onClick={() => setChosen(number)}
            >
              <strong>{label}</strong>
              <span>{[locality, region].filter(Boolean).join(', ')}</span>
            </button>
          ))}
        </div>
      )}
      <div className={stack.end}>
        <Button disabled={!chosen} loading={isPending} onClick={() => chosen && start({ kind: 'buy', number: chosen })}>
          Buy and set up
        </Button>
      </div>
    </>
  );
}

function BringNumber() {
  const [number, setNumber] = useState('');
  const { start, isPending } = useStart();
  return (
    <>
      <p className={stack.note}>
        A number that already belongs to this platform at the carrier. To keep a number you have elsewhere, forward it
        in the next step instead; nothing has to be moved.
      </p>
      <TextInput
        label="Number"
        type="tel"
        placeholder="(312) 555-0147"
        w={220}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <div className={stack.end}>
        <Button
          disabled={!isPhone(number)}
          loading={isPending}
          onClick={() => start({ kind: 'bring', number: dialled(number) })}
        >
          Set up this number
        </Button>
      </div>
    </>
  );
}
