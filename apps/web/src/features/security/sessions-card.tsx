import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { mySessions, useEndSessions } from '../../api/security.js';
import { serverNow } from '../../api/server-clock.js';
import type { SeenSession } from '../../api/types.js';
import { Badge } from '../../components/badge.js';
import { afterConfirming, type Confirmation } from '../../components/confirmation.js';
import classes from '../../components/form-stack.module.css';
import { PageCard } from '../../components/page-frame.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { say, sayRefused } from '../../components/say.js';
import { ago } from '../../components/times.js';

export function SessionsCard() {
  const { data = [], error, refetch } = useQuery(mySessions());
  const { mutate, isPending } = useEndSessions();
  const end = (id?: string): void =>
    mutate(id, {
      onSuccess: () => say(id ? 'That session has ended.' : 'All your other sessions have ended.'),
      onError: sayRefused('The session was not ended'),
    });
  const others = data.filter((session) => !session.isCurrent);
  return (
    <PageCard
      title="Where you are signed in"
      flush
      aside={
        others.length > 0 && (
          <Button
            variant="default"
            size="xs"
            loading={isPending}
            onClick={() => afterConfirming(endingAll(others.length), () => end())}
          >
            End all others
          </Button>
        )
      }
    >
      {error && <ProblemNotice what="Your sessions" error={error} retry={() => void refetch()} />}
      <ul className={classes.list}>
        {data.map((session) => (
          <SessionItem key={session.id} session={session} end={() => end(session.id)} />
        ))}
      </ul>
    </PageCard>
  );
}

const endingAll = (count: number): Confirmation => ({
  title: 'End all your other sessions?',
  consequences: [
    count === 1
      ? 'One other browser or phone is signed out. Whoever holds it has to sign in again.'
      : `${count} other browsers and phones are signed out. Whoever holds them has to sign in again.`,
    'You stay signed in here. If you think somebody else has your password, change it too.',
  ],
  action: 'End all others',
});

function SessionItem({ session, end }: { session: SeenSession; end: () => void }) {
  const device = deviceName(session.userAgent);
  return (
    <li className={classes.item}>
      <div className={classes.itemMain}>
        <p>{device}</p>
        <p>
          {session.network ? `From ${session.network} · ` : ''}last used{' '}
          {ago(Date.parse(session.lastSeenAt), serverNow())}
          {session.secondFactor ? ' · with a code' : ''}
        </p>
      </div>
      {session.isCurrent ? (
        <Badge tone="ok">This one</Badge>
      ) : (
        <Button variant="default" size="xs" aria-label={`End the session on ${device}`} onClick={end}>
          End
        </Button>
      )}
    </li>
  );
}

const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** "Chrome on Windows" from what a browser says of itself. */
function deviceName(userAgent: string | null): string {
  const named = (list: [RegExp, string][]): string | undefined =>
    list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  return [named(BROWSERS) ?? 'A browser', named(SYSTEMS)].filter(Boolean).join(' on ');
}
