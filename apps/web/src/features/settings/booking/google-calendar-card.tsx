import { Button, Select } from '@mantine/core';
import { IconBrandGoogle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  calendarChoices,
  calendarLink,
  useAskForCalendar,
  useChooseCalendar,
  useDisconnectCalendar,
} from '../../../api/calendar.js';
import { inWords } from '../../../api/problem.js';
import type { CalendarLink } from '../../../api/types.js';
import { Badge } from '../../../components/badge.js';
import { afterConfirming, type Confirmation } from '../../../components/confirmation.js';
import { Fact, Facts } from '../../../components/facts.js';
import { ListStates } from '../../../components/list-states.js';
import { PageCard } from '../../../components/page-frame.js';
import { say, sayProblem, sayRefused } from '../../../components/say.js';
import { useAccount, useCan } from '../../../components/use-account.js';
import { When } from '../../../components/when.js';
import classes from './booking.module.css';

/** The contractor's own calendar: what stands in it is never offered, what is booked is written into it. */
export function GoogleCalendarCard() {
  const { accountId } = useAccount();
  const query = useQuery(calendarLink(accountId));
  return (
    <PageCard title="Google Calendar" aside={query.data && <LinkBadge link={query.data} />}>
      <ListStates query={query} what="The calendar" rows={2} isEmpty={false} empty={null}>
        {query.data &&
          (query.data.state === 'connected' ? <Connected link={query.data} /> : <Unconnected link={query.data} />)}
      </ListStates>
    </PageCard>
  );
}

function LinkBadge({ link: { state, failure } }: { link: CalendarLink }) {
  if (state === 'none') return null;
  if (state === 'lost') return <Badge tone="emergency">Connection lost</Badge>;
  return <Badge tone={failure ? 'same_day' : 'ok'}>{failure ? 'Does not answer' : 'Connected'}</Badge>;
}

function Unconnected({ link }: { link: CalendarLink }) {
  const { accountId } = useAccount();
  const mayConnect = useCan('calendar.connect');
  const { mutate, isPending } = useAskForCalendar(accountId);
  const connect = (): void =>
    mutate(undefined, {
      onSuccess: ({ url }) => window.location.assign(url),
      onError: sayRefused('Google could not be asked'),
    });
  if (!link.isOffered) return <p className={classes.about}>{NOT_OFFERED}</p>;
  return (
    <div className={classes.fields}>
      {link.state === 'lost' ? (
        <p className={classes.lost} role="status">
          Google ended the permission
          {link.lostAt && (
            <>
              {' '}
              <When at={link.lostAt} />
            </>
          )}
          . Until somebody connects again the agent promises no time and says that your office will call.
        </p>
      ) : (
        <p className={classes.about}>
          Times that are taken in your calendar are never offered, and what is booked is written into it. Nightdesk
          reads when you are busy, not what your events say. Without it only appointments made here are taken into
          account.
        </p>
      )}
      {mayConnect ? (
        <Button
          variant="default"
          className={classes.fit}
          loading={isPending}
          leftSection={<IconBrandGoogle size={16} />}
          onClick={connect}
        >
          {link.state === 'lost' ? 'Connect again' : 'Connect Google Calendar'}
        </Button>
      ) : (
        <p className={classes.about}>An owner can connect it.</p>
      )}
    </div>
  );
}

const NOT_OFFERED =
  'This server has no application at Google yet, so no calendar can be connected. Its operator finds the steps in the README.';

function Connected({ link }: { link: CalendarLink }) {
  const mayConnect = useCan('calendar.connect');
  return (
    <div className={classes.fields}>
      {link.failure && (
        <p className={classes.lost} role="status">
          {FAILURE[link.failure] ?? 'Google does not answer.'} Until it answers, times are held and not promised.
        </p>
      )}
      <Facts>
        <Fact label="Connected as">{link.connectedAs ?? 'Not known'}</Fact>
        <Fact label="Calendar">{link.calendarName ?? link.calendarId}</Fact>
        <Fact label="Last looked">{link.lookedAt ? <When at={link.lookedAt} /> : 'Not yet'}</Fact>
      </Facts>
      {mayConnect && <ConnectedActions link={link} />}
    </div>
  );
}

/** What its owner can do about it, or only time. */
const FAILURE: Record<string, string> = {
  'rate-limited': 'Google asks us to come more slowly; this passes by itself.',
  'timed-out': 'Google took too long to answer; this usually passes by itself.',
  forbidden: 'This calendar may not be read any more. Choose another one, or share it again at Google.',
  'calendar-missing': 'The calendar is gone at Google. Choose another one.',
};

function ConnectedActions({ link }: { link: CalendarLink }) {
  const { accountId } = useAccount();
  const [isChoosing, setChoosing] = useState(false);
  const { mutate, isPending } = useDisconnectCalendar(accountId);
  const disconnect = (): void =>
    mutate(undefined, {
      onSuccess: ({ permissionEnded }) =>
        permissionEnded ? say('Disconnected.') : sayProblem('Disconnected here', STILL),
      onError: sayRefused('The calendar is still connected'),
    });
  return (
    <>
      {isChoosing && <CalendarSelect link={link} done={() => setChoosing(false)} />}
      <div className={classes.buttons}>
        {!isChoosing && (
          <Button variant="default" size="xs" onClick={() => setChoosing(true)}>
            Use another calendar
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          loading={isPending}
          onClick={() => afterConfirming(disconnecting(link), disconnect)}
        >
          Disconnect
        </Button>
      </div>
    </>
  );
}

const STILL = 'Google could not be told. End the permission at myaccount.google.com/permissions.';

const disconnecting = ({ calendarName, connectedAs }: CalendarLink): Confirmation => ({
  title: 'Disconnect Google Calendar?',
  consequences: [
    `The agent no longer sees when ${calendarName ?? connectedAs ?? 'the calendar'} is busy, so it may offer a time that is taken there.`,
    'What was written stays in the calendar. New appointments are not written any more.',
  ],
  action: 'Disconnect',
});

/** Asked for only when somebody wants to change it: the list is Google's, and takes a moment. */
function CalendarSelect({ link, done }: { link: CalendarLink; done: () => void }) {
  const { accountId } = useAccount();
  const { data, error } = useQuery(calendarChoices(accountId));
  const { mutate, isPending } = useChooseCalendar(accountId);
  const choose = (id: string | null): void => {
    if (!id || id === link.calendarId) return done();
    mutate(id, {
      onSuccess: ({ calendarName }) => (done(), say(`From now on ${calendarName ?? 'that calendar'} is used.`)),
      onError: sayRefused('The calendar was not changed'),
    });
  };
  return (
    <Select
      label="Calendar"
      maw={360}
      placeholder={data ? undefined : 'Asking Google…'}
      disabled={!data || isPending}
      error={error && inWords(error)}
      data={
        data?.map(({ id, name, isPrimary }) => ({ value: id, label: isPrimary ? `${name} (your own)` : name })) ?? []
      }
      value={link.calendarId}
      onChange={choose}
    />
  );
}
