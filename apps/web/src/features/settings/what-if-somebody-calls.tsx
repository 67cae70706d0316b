import { TextInput } from '@mantine/core';
import { IconPhoneIncoming } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { whatIf } from '../../api/config.js';
import { inWords } from '../../api/problem.js';
import type { Config } from '../../api/types.js';
import { PageCard } from '../../components/page-frame.js';
import { serverNow } from '../../api/server-clock.js';
import { localInput } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import classes from './settings-page.module.css';

/** "What happens if someone calls at ...?", answered by the same rule that routes real calls. */
export function WhatIfSomebodyCalls({ config }: { config: Config }) {
  const { accountId } = useAccount();
  const [local, setLocal] = useState(() => localInput(config.timeZone, serverNow()));
  const { data, error } = useQuery({ ...whatIf(accountId, local), enabled: local !== '' });
  return (
    <PageCard title="What happens if somebody calls?">
      <div className={classes.whatIf}>
        <TextInput
          type="datetime-local"
          label={`On (${config.timeZone.replace('_', ' ')})`}
          value={local}
          onChange={(event) => setLocal(event.currentTarget.value)}
        />
        <p className={classes.whatIfAnswer} role="status">
          <IconPhoneIncoming size={16} aria-hidden />
          <span>
            {error ? inWords(error) : (data?.explanation ?? 'Choose a day and a time.')}
            {data?.special && <em> {data.special}.</em>} {data?.note}
          </span>
        </p>
      </div>
    </PageCard>
  );
}
