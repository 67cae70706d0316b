import { SegmentedControl } from '@mantine/core';
import { IconSunrise } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { serverNow } from '../../api/server-clock.js';
import { digest as digestQuery, digests } from '../../api/digests.js';
import type { Digest } from '../../api/types.js';
import { Empty } from '../../components/empty.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { PageFrame } from '../../components/page-frame.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { dateInWords, longDateInWords, weekdayTime, zoneIfForeign } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import { plural } from '../../components/words.js';
import { DeliveryState } from './delivery-state.js';
import { DigestSections } from './digest-sections.js';
import classes from './digest-page.module.css';

const route = getRouteApi('/a/$accountId/digest');

/** The dispatcher's first screen of the day: the same digest as in the message, but every line can be worked on. */
export function DigestPage() {
  const { accountId } = useAccount();
  const { morning } = route.useSearch();
  const list = useInfiniteQuery(digests(accountId));
  const mornings = (list.data?.pages ?? []).flatMap((page) => page.data);
  const one = useQuery({ ...digestQuery(accountId, morning ?? ''), enabled: morning !== undefined });
  const shown = morning ? (one.data ?? mornings.find((digest) => digest.id === morning)) : mornings[0];
  return (
    <PageFrame title="Digest" about="Everything since the previous morning, sorted by what it needs.">
      {list.isPending && <LoadingRows what="the digest" rows={9} />}
      {list.isError && <ProblemNotice what="The digest" error={list.error} retry={() => void list.refetch()} />}
      {one.isError && <ProblemNotice what="That morning's digest" error={one.error} />}
      {list.isSuccess && mornings.length === 0 && (
        <div className="nd-card">
          <Empty icon={IconSunrise} title="The first digest is still to come">
            It is put together at the time chosen in the settings, sent to your channel, and kept here.
          </Empty>
        </div>
      )}
      {shown && (
        <div className={classes.columns}>
          <DigestSheet digest={shown} />
          <Mornings mornings={mornings} current={shown.id} />
        </div>
      )}
    </PageFrame>
  );
}

function DigestSheet({ digest }: { digest: Digest }) {
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <article className={classes.sheet}>
      <header className={classes.head}>
        <div>
          <h2 className={classes.date}>{longDateInWords(digest.digestDate)}</h2>
          <p className="nd-faint">
            {plural(digest.totalCalls, 'call')} · <Window digest={digest} />
          </p>
        </div>
        <SegmentedControl
          size="xs"
          aria-label="How to show the digest"
          data={[
            { value: 'list', label: 'To work on' },
            { value: 'text', label: 'As sent' },
          ]}
          value={view ?? 'list'}
          onChange={(value) =>
            void navigate({
              search: (search) => ({ ...search, view: value === 'text' ? 'text' : undefined }),
              replace: true,
            })
          }
        />
      </header>
      <p className={classes.headline}>{digest.headline}</p>
      <DeliveryState digest={digest} />
      {view === 'text' ? (
        <pre className={classes.text} tabIndex={0} aria-label="The digest as it was sent">
          {digest.content}
        </pre>
      ) : (
        <DigestSections digest={digest} />
      )}
    </article>
  );
}

function Window({ digest: { windowStart, windowEnd } }: { digest: Digest }) {
  const { timeZone } = useAccount();
  const [from, to] = [Date.parse(windowStart), Date.parse(windowEnd)];
  return (
    <span className="nd-num">
      {weekdayTime(timeZone, from, serverNow())} to {weekdayTime(timeZone, to, serverNow())}{' '}
      {zoneIfForeign(timeZone, to)}
    </span>
  );
}

function Mornings({ mornings, current }: { mornings: Digest[]; current: string }) {
  return (
    <nav className={classes.mornings} aria-label="Previous mornings">
      <h2 className={classes.morningsTitle}>Mornings</h2>
      <ul>
        {mornings.map((digest) => (
          <li key={digest.id}>
            <Link
              from="/a/$accountId/digest"
              search={{ morning: digest.id }}
              className={classes.morning}
              aria-current={digest.id === current ? 'page' : undefined}
            >
              <span>{dateInWords(digest.digestDate)}</span>
              <span className="nd-faint">
                {digest.totalCalls === 0 ? 'All quiet' : plural(digest.totalCalls, 'call')}
              </span>
              {digest.sentAt === null && digest.attempts > 0 && (
                <span className={classes.unsent}>Could not be sent</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
