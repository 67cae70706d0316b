import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { leadCards } from '../../api/lead-cards.js';
import { overview } from '../../api/overview.js';
import type { Overview } from '../../api/types.js';
import { noticeState } from '../../components/browser-notices.js';
import { NoticeChoice } from '../../components/notice-choice.js';
import { PageCard } from '../../components/page-frame.js';
import { phoneInWords } from '../../components/phone-link.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { When } from '../../components/when.js';
import classes from './live-page.module.css';

const SHOWN = 4;

/** The right-hand column: the line, who is woken, who waits for a call. */
export function TonightCards() {
  const { accountId } = useAccount();
  const { data } = useQuery(overview(accountId));
  const mayReadLeads = useCan('lead_cards.read');
  const mayReadRoster = useCan('on_call.read');
  if (!data) return null;
  return (
    <>
      <PageCard title="The line">
        <p className={classes.big}>{lineTitle(data)}</p>
        <p className={classes.small}>
          {data.line.number ? `${phoneInWords(data.line.number)}. ` : 'No number is connected yet. '}
          {data.agent.active && `${data.agent.badge.replace('Active -- ', '')}.`}
        </p>
      </PageCard>
      <PageCard title="On call now">
        <p className={classes.big}>{data.onCall.name ?? 'Nobody'}</p>
        <p className={classes.small}>
          {data.onCall.name
            ? 'Called and texted first when an emergency comes in.'
            : 'Nobody has a shift at this hour.'}{' '}
          {mayReadRoster && (
            <Link to="/a/$accountId/on-call" params={{ accountId }}>
              {data.onCall.name ? 'See the ladder' : 'See who is paged then'}
            </Link>
          )}
        </p>
      </PageCard>
      {mayReadLeads && <WaitingLeads count={data.needsCallback} />}
      {noticeState() === 'off' && (
        <PageCard title="Desktop notices">
          <NoticeChoice />
        </PageCard>
      )}
    </>
  );
}

function lineTitle({ agent }: Overview): string {
  if (!agent.active) return 'The voice agent is off';
  return agent.answering ? 'The voice agent answers now' : 'The office answers now';
}

function WaitingLeads({ count }: { count: number }) {
  const { accountId } = useAccount();
  const { data } = useInfiniteQuery(
    leadCards(accountId, { callbackStatus: 'not_called', class: 'routine', order: 'waiting' }),
  );
  const waiting = data?.pages[0]?.data.slice(0, SHOWN) ?? [];
  const all = (
    <Link to="/a/$accountId/leads" params={{ accountId }} search={{}} className={classes.more}>
      Start calling
    </Link>
  );
  return (
    <PageCard title="Needs callback" aside={count > 0 && all}>
      <p className={classes.figure}>
        <strong className="nd-num">{count}</strong>
        <span className={classes.small}>{count === 0 ? 'Everybody has been called back.' : 'waiting for a call'}</span>
      </p>
      {waiting.length > 0 && (
        <div className={classes.waiting}>
          {waiting.map((card) => (
            <Link key={card.id} to="/a/$accountId/leads" params={{ accountId }} search={{ card: card.id }}>
              <strong>{card.callerName}</strong>
              <span className="nd-faint">
                <When at={card.calledAt} as="clock" />
              </span>
              <em>{card.issueSummary}</em>
            </Link>
          ))}
        </div>
      )}
    </PageCard>
  );
}
