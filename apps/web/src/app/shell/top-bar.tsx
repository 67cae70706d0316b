import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHelpCircle, IconUserShield } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { overview } from '../../api/overview.js';
import type { Overview } from '../../api/types.js';
import { LiveDot } from '../../components/live-dot.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './shell.module.css';
import { UserMenu } from './user-menu.js';

/** Does the line answer, and who is woken tonight: the two questions that must never take a click. */
export function TopBar({ showShortcuts }: { showShortcuts: () => void }) {
  const { accountId } = useAccount();
  const { data } = useQuery(overview(accountId));
  return (
    <div className={classes.topBar} role="region" aria-label="Line status">
      {data && <AgentPill agent={data.agent} />}
      {data && <OnCallPill name={data.onCall.name} />}
      <div className={classes.topBarEnd}>
        <Tooltip label="Keyboard shortcuts (?)">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label="Keyboard shortcuts"
            onClick={showShortcuts}
            visibleFrom="md"
          >
            <IconHelpCircle size={19} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <span className={classes.phoneOnly}>
          <UserMenu compact />
        </span>
      </div>
    </div>
  );
}

function AgentPill({ agent }: { agent: Overview['agent'] }) {
  const { accountId } = useAccount();
  return (
    <Link
      to="/a/$accountId/settings"
      params={{ accountId }}
      className={classes.pill}
      data-tone={agent.active ? 'ok' : 'off'}
    >
      <LiveDot tone={agent.active ? 'ok' : 'off'} />
      <span>
        <span className={classes.wide}>{agent.badge}</span>
        <span className={classes.brief}>{agent.active ? 'AI is on' : 'AI is off'}</span>
      </span>
    </Link>
  );
}

function OnCallPill({ name }: { name: string | null }) {
  const { accountId } = useAccount();
  const mayOpen = useCan('on_call.read');
  const face = (
    <>
      <IconUserShield size={15} stroke={1.8} aria-hidden />
      <span>
        {name && <span className={classes.wide}>On call now:&nbsp;</span>}
        {name ?? 'Nobody is on call'}
      </span>
    </>
  );
  if (!mayOpen) return <span className={classes.pill}>{face}</span>;
  return (
    <Link to="/a/$accountId/on-call" params={{ accountId }} className={classes.pill}>
      {face}
    </Link>
  );
}
