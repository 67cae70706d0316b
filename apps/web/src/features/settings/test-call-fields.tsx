import { Button, Select } from '@mantine/core';
import { IconPhoneOutgoing } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { testCalls, usePlaceTestCall } from '../../api/agent.js';
import { serverNow } from '../../api/server-clock.js';
import type { TestCallDesk } from '../../api/types.js';
import stack from '../../components/form-stack.module.css';
import { LoadingRows } from '../../components/loading-rows.js';
import { phoneInWords } from '../../components/phone-link.js';
import { say, sayRefused } from '../../components/say.js';
import { ago, stopwatch } from '../../components/times.js';
import { useAccount, useCan } from '../../components/use-account.js';

/** VTCR 1.3: your own agent calls a verified phone of yours, and hangs up after a minute. */
export function TestCallFields() {
  const { accountId } = useAccount();
  const { data } = useQuery(testCalls(accountId));
  if (!data) return <LoadingRows what="the test calls" rows={2} />;
  return (
    <div className={stack.stack}>
      <p className={stack.note}>
        Your phone rings and your agent answers with the saved greeting. It ends after 60 seconds and counts nowhere.
      </p>
      {data.phones.length === 0 ? (
        <p className={stack.note}>A test call rings a verified phone only. Verify one on the on-call page first.</p>
      ) : (
        <PlaceCall desk={data} />
      )}
      <ul className={stack.list}>
        {data.calls.slice(0, 4).map((call) => (
          <li key={call.id} className={stack.item} style={{ padding: '8px 0' }}>
            <span className={stack.itemMain}>
              {phoneInWords(call.phone)}, {ago(Date.parse(call.calledAt), serverNow())}
            </span>
            <span className="nd-muted">
              {STATUS[call.status] ?? call.status}
              {call.durationSeconds ? `, ${stopwatch(call.durationSeconds)}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const STATUS: Record<string, string> = {
  ringing: 'Ringing',
  in_progress: 'Talking',
  completed: 'Heard',
  failed: 'Failed',
  abandoned: 'Not answered',
};

function PlaceCall({ desk }: { desk: TestCallDesk }) {
  const { accountId } = useAccount();
  const mayPlace = useCan('test_calls.place');
  const [contactId, setContactId] = useState(desk.phones[0]?.contactId ?? null);
  const { mutate, isPending } = usePlaceTestCall(accountId);
  const place = (): void => {
    if (contactId)
      mutate(contactId, {
        onSuccess: () => say('Your phone rings in a moment.'),
        onError: sayRefused('The test call was not placed'),
      });
  };
  return (
    <div className={stack.row}>
      <Select
        label="Phone to ring"
        data={desk.phones.map(({ contactId: value, name, phone }) => ({
          value,
          label: `${name}, ${phoneInWords(phone)}`,
        }))}
        w={280}
        value={contactId}
        onChange={setContactId}
      />
      <Button
        leftSection={<IconPhoneOutgoing size={16} />}
        disabled={!mayPlace || desk.left === 0}
        loading={isPending}
        onClick={place}
      >
        Test Call
      </Button>
      {desk.left === 0 && <p className={stack.note}>No more test calls this hour.</p>}
    </div>
  );
}
