import { useQuery } from '@tanstack/react-query';
import { config as configQuery } from '../../api/config.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { PageFrame } from '../../components/page-frame.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAccount } from '../../components/use-account.js';
import { AgentSwitch } from './agent-switch.js';
import { SettingsForm } from './settings-form.js';
import { WhatIfSomebodyCalls } from './what-if-somebody-calls.js';
import classes from './settings-page.module.css';

/** PRD VTCR 1.1 and 1.3: when the agent answers, and how it speaks. */
export function SettingsPage() {
  const { accountId } = useAccount();
  const { data, isPending, error, refetch } = useQuery(configQuery(accountId));
  return (
    <PageFrame title="Hours & agent" about="When the voice agent answers your line, and what it says." narrow>
      {isPending && <LoadingRows what="the settings" rows={9} />}
      {error && <ProblemNotice what="The settings" error={error} retry={() => void refetch()} />}
      {data && (
        <div className={classes.stack}>
          <AgentSwitch config={data} />
          <WhatIfSomebodyCalls config={data} />
          <SettingsForm config={data} />
        </div>
      )}
    </PageFrame>
  );
}
