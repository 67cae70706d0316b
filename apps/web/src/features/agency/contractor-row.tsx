import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSetStanding } from '../../api/agency.js';
import { useNow } from '../../api/server-clock.js';
import type { Contractor } from '../../api/types.js';
import { Badge } from '../../components/badge.js';
import { afterConfirming, type Confirmation } from '../../components/confirmation.js';
import { phoneInWords } from '../../components/phone-link.js';
import { say, sayRefused } from '../../components/say.js';
import { ago } from '../../components/times.js';
import classes from './contractors.module.css';

const HEALTH = {
  emergency: { word: 'Emergency', tone: 'emergency', quiet: false },
  broken: { word: 'Broken', tone: 'emergency', quiet: true },
  warning: { word: 'Look at it', tone: 'same_day', quiet: false },
  setting_up: { word: 'In set-up', tone: 'routine', quiet: false },
  well: { word: 'Well', tone: 'ok', quiet: false },
  suspended: { word: 'Suspended', tone: 'neutral', quiet: false },
} as const;

interface ContractorRowProps {
  agencyId: string;
  contractor: Contractor;
}

const MINUTE_MS = 60_000;

function LastCall({ at }: { at: string | null }) {
  const now = useNow(MINUTE_MS);
  return <span>{at ? `Last ${ago(Date.parse(at), now)}` : 'No call yet'}</span>;
}

export function ContractorRow({ agencyId, contractor }: ContractorRowProps) {
  const { word, tone, quiet } = HEALTH[contractor.health.level];
  return (
    <li className={classes.row}>
      <span className={classes.health}>
        <Badge tone={tone} quiet={quiet}>
          {word}
        </Badge>
      </span>
      <div className={classes.who}>
        <h2 className={classes.name}>
          <Opening contractor={contractor} />
        </h2>
        <p className={classes.says}>{contractor.health.says.join(' ') || 'Answering, and somebody is on call.'}</p>
      </div>
      <p className={classes.line}>
        {contractor.lineNumber ? (
          <span className="nd-num">{phoneInWords(contractor.lineNumber)}</span>
        ) : (
          'No number yet'
        )}
        <SmsState state={contractor.smsRegistration} />
      </p>
      <p className={classes.calls}>
        <strong className="nd-num">{contractor.callsToday}</strong> {contractor.callsToday === 1 ? 'call' : 'calls'} in
        24 h
        <LastCall at={contractor.lastCallAt} />
      </p>
      <Standing agencyId={agencyId} contractor={contractor} />
    </li>
  );
}

/** Somebody still in set-up is opened where the set-up stands. */
function Opening({ contractor: { accountId, name, health } }: { contractor: Contractor }) {
  if (health.level === 'setting_up')
    return (
      <Link to="/a/$accountId/set-up" params={{ accountId }} search={{}}>
        {name}
      </Link>
    );
  return (
    <Link to="/a/$accountId/live" params={{ accountId }} search={{}}>
      {name}
    </Link>
  );
}

const SMS = {
  none: 'Texting not registered',
  pending: 'Texting: registration pending',
  approved: 'Texting approved',
  blocked: 'Texting blocked',
};

const SmsState = ({ state }: { state: Contractor['smsRegistration'] }) => <span>{SMS[state]}</span>;

function Standing({ agencyId, contractor }: ContractorRowProps) {
  const { mutate } = useSetStanding(agencyId);
  const isSuspended = contractor.status === 'suspended';
  const change = (): void =>
    mutate(
      { accountId: contractor.accountId, to: isSuspended ? 'reactivate' : 'suspend' },
      {
        onSuccess: () =>
          say(
            isSuspended
              ? `${contractor.name} is open again.`
              : `${contractor.name} is suspended. Its phone is still answered.`,
          ),
        onError: sayRefused(`${contractor.name} was not changed`),
      },
    );
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${contractor.name}: more`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={isSuspended ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
          onClick={() => (isSuspended ? change() : afterConfirming(suspending(contractor), change))}
        >
          {isSuspended ? 'Reactivate' : 'Suspend its people'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const suspending = ({ name }: Contractor): Confirmation => ({
  title: `Suspend ${name}?`,
  consequences: [
    `Everybody of ${name} is shut out at once: owners, dispatchers, CSRs and API keys.`,
    'Its phone is still answered and emergencies still page the people on call, but nobody there can read a lead or a digest until you reactivate it.',
  ],
  action: `Suspend ${name}`,
  typed: { what: 'the name', text: name },
});
