import { GRACE_DAYS } from '@domain/provisioning/number-limits';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { serverNow } from '../../api/server-clock.js';
import { provisioning, useReleaseLine } from '../../api/provisioning.js';
import type { Provisioning } from '../../api/types.js';
import { Badge } from '../../components/badge.js';
import { afterConfirming, type Confirmation } from '../../components/confirmation.js';
import stack from '../../components/form-stack.module.css';
import { ListStates } from '../../components/list-states.js';
import { PageCard, PageFrame } from '../../components/page-frame.js';
import { sayRefused } from '../../components/say.js';
import { SettingsTabs } from '../../components/settings-tabs.js';
import { weekdayTime } from '../../components/times.js';
import { useAccount, useCan } from '../../components/use-account.js';

type Line = Provisioning['lines'][number];

export function LinePage() {
  const { accountId } = useAccount();
  const query = useQuery(provisioning(accountId));
  return (
    <PageFrame title="Line" about="The number your agent answers, and how it compares with its providers." narrow>
      <SettingsTabs />
      <PageCard
        title="Numbers"
        flush
        aside={
          <Link to="/a/$accountId/set-up" params={{ accountId }} search={{ step: 'number' }}>
            Set up a number
          </Link>
        }
      >
        <ListStates
          query={query}
          what="The line"
          rows={2}
          isEmpty={query.data?.lines.length === 0}
          empty={<p className={stack.item}>No number yet.</p>}
        >
          <ul className={stack.list}>
            {query.data?.lines.map((line) => (
              <LineItem key={line.id} line={line} />
            ))}
          </ul>
        </ListStates>
      </PageCard>
    </PageFrame>
  );
}

const DRIFT: Record<string, string> = {
  number: 'Calls or texts point elsewhere',
  'number-lost': 'The carrier no longer has the number',
  'agent-number': 'The voice agent lost the number',
  assistant: 'The agent differs from the settings',
  'assistant-missing': 'The agent is gone',
};

function LineItem({ line }: { line: Line }) {
  const { timeZone } = useAccount();
  const audited = line.auditedAt && weekdayTime(timeZone, Date.parse(line.auditedAt), serverNow());
  return (
    <li className={stack.item}>
      <div className={stack.itemMain}>
        <p className="nd-num">{line.label}</p>
        <p>
          {line.assistantVersion ? `Agent of version ${line.assistantVersion}` : 'No agent yet'}
          {audited && ` · compared with its providers ${audited}`}
        </p>
        {line.drift.map((found) => (
          <p key={found} className={stack.problem}>
            {DRIFT[found] ?? found}
          </p>
        ))}
      </div>
      <LineState line={line} />
    </li>
  );
}

function LineState({ line }: { line: Line }) {
  const { accountId, timeZone } = useAccount();
  const mayRelease = useCan('line.release');
  const { mutate, isPending } = useReleaseLine(accountId);
  const isLeaving = line.state === 'releasing';
  const turn = (): void =>
    mutate({ lineId: line.id, keep: isLeaving }, { onError: sayRefused('The number was not changed') });
  return (
    <>
      <Badge tone={isLeaving ? 'same_day' : line.drift.length > 0 ? 'emergency' : 'ok'} quiet>
        {isLeaving
          ? `Answers until ${weekdayTime(timeZone, Date.parse(line.releaseDueAt ?? ''), serverNow())}`
          : line.drift.length > 0
            ? 'Needs attention'
            : 'Live'}
      </Badge>
      {mayRelease && (
        <Button
          variant="default"
          size="xs"
          loading={isPending}
          onClick={() => (isLeaving ? turn() : afterConfirming(givingUp(line.label), turn))}
        >
          {isLeaving ? 'Keep it' : 'Give up this number'}
        </Button>
      )}
    </>
  );
}

const givingUp = (number: string): Confirmation => ({
  title: `Give up ${number}?`,
  consequences: [
    `It is answered for ${GRACE_DAYS} more days, and until then you can keep it after all.`,
    'Then it goes back to the carrier, who may sell it to anybody. Whoever calls it, or is forwarded to it by your business line, no longer reaches you.',
  ],
  action: 'Give up this number',
  typed: { what: 'the number', text: number },
});
