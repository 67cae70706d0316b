import { Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useSaveConfig } from '../../api/config.js';
import { overview } from '../../api/overview.js';
import { inWords } from '../../api/problem.js';
import type { Config } from '../../api/types.js';
import { Badge } from '../../components/badge.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './settings-page.module.css';

const LIVE = 'After-hours agent is live. Calls outside your business hours will be answered by AI.';
const OFF = 'After-hours agent is off. Every call rings through to your business line.';

/** The large switch of PRD VTCR 1.1. It acts at once; everything below it waits for Save. */
export function AgentSwitch({ config }: { config: Config }) {
  const { accountId } = useAccount();
  const mayWrite = useCan('config.write');
  const { data } = useQuery(overview(accountId));
  const { mutate, isPending } = useSaveConfig(accountId);
  const isSetUp = config.line.number !== null;
  const turn = (isActive: boolean): void =>
    mutate(
      { version: config.version, change: { isActive } },
      {
        onSuccess: () => void notifications.show({ message: isActive ? LIVE : OFF }),
        onError: (error) =>
          void notifications.show({ color: 'red', title: 'The agent was not switched', message: inWords(error) }),
      },
    );
  return (
    <section className={classes.switchCard}>
      <div>
        <h2 className={classes.switchTitle}>After-Hours AI Voice Agent</h2>
        <p className={classes.switchText}>
          {isSetUp
            ? 'Answers outside your office hours, tells an emergency from a routine call, and reaches your on-call technician.'
            : 'Complete setup to activate your after-hours agent.'}
        </p>
        {data && <Badge tone={data.agent.active ? 'ok' : 'neutral'}>{data.agent.badge}</Badge>}
      </div>
      <Switch
        size="xl"
        aria-label="After-Hours AI Voice Agent"
        checked={config.isActive}
        disabled={!mayWrite || isPending || !isSetUp}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
    </section>
  );
}
