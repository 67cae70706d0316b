import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { config as configQuery } from '../../api/config.js';
import type { Config } from '../../api/types.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { PageFrame } from '../../components/page-frame.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { SettingsTabs } from '../../components/settings-tabs.js';
import { useAccount } from '../../components/use-account.js';
import classes from './settings-page.module.css';

interface SettingsFrameProps {
  title: string;
  about: string;
  children: (config: Config) => ReactNode;
}

/** A page of the settings: the tabs, and the settings once they are there. */
export function SettingsFrame({ title, about, children }: SettingsFrameProps) {
  const { accountId } = useAccount();
  const { data, isPending, error, refetch } = useQuery(configQuery(accountId));
  return (
    <PageFrame title={title} about={about} narrow>
      <SettingsTabs />
      {isPending && <LoadingRows what="the settings" rows={9} />}
      {error && <ProblemNotice what="The settings" error={error} retry={() => void refetch()} />}
      {data && <div className={classes.stack}>{children(data)}</div>}
    </PageFrame>
  );
}
