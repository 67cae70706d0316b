import { Button, Select } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { useStartDrill } from '../../api/drills.js';
import { inWords } from '../../api/problem.js';
import type { Trade } from '../../api/types.js';
import { PageCard } from '../../components/page-frame.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './drill.module.css';
import { TRADES } from './ladder-tab.js';

export function StartDrill() {
  const { accountId } = useAccount();
  const mayRun = useCan('drills.run');
  const start = useStartDrill(accountId);
  const [trade, setTrade] = useState<Trade | null>(null);
  return (
    <PageCard title="Rehearse the ladder">
      <p className={classes.about}>
        Everybody on the ladder is really texted and called, one after the other; every text and call says that it is a
        drill. As soon as one answers, the next is paged. A real emergency ends it at once.
      </p>
      {mayRun ? (
        <div className={classes.start}>
          <Select
            label="Which ladder"
            placeholder="The account's own"
            clearable
            clearButtonProps={{ 'aria-label': "The account's own" }}
            data={TRADES}
            value={trade}
            onChange={(value) => setTrade(TRADES.find((one) => one.value === value)?.value ?? null)}
          />
          <Button loading={start.isPending} leftSection={<IconFlask size={16} />} onClick={() => start.mutate(trade)}>
            Rehearse now
          </Button>
        </div>
      ) : (
        <p className="nd-muted">An owner or a dispatcher can start a rehearsal.</p>
      )}
      <p className={classes.refused} role="alert">
        {start.error && inWords(start.error)}
      </p>
    </PageCard>
  );
}
