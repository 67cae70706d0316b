import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useConnectCalendar } from '../../../api/calendar.js';
import { inWords } from '../../../api/problem.js';
import { PageCard, PageFrame } from '../../../components/page-frame.js';
import { say } from '../../../components/say.js';
import classes from './booking.module.css';

const route = getRouteApi('/google-calendar');

/**
 * Google sends the browser here with its answer, which counts once: a click hands it in, so that a browser that only
 * looks ahead does not use it up.
 */
export function GoogleAnswerPage() {
  const { state = '', code, error: refusal } = route.useSearch();
  const accountId = state.split('.')[0] ?? '';
  const navigate = useNavigate();
  const { mutate, isPending, error } = useConnectCalendar(accountId);
  const connect = (): void =>
    mutate(
      { state, code: code ?? '' },
      {
        onSuccess: ({ calendarName }) => {
          say(`Connected. ${calendarName ?? 'Your calendar'} is used from now on.`);
          void navigate({ to: '/a/$accountId/settings/booking', params: { accountId } });
        },
      },
    );
  const problem = problemWords(refusal, code, error);
  return (
    <PageFrame title="Google Calendar" narrow>
      <PageCard title={problem ? 'Not connected' : 'One more step'}>
        <div className={classes.fields}>
          {problem ? (
            <p className={classes.problem} role="alert">
              {problem}
            </p>
          ) : (
            <p className={classes.about}>Google gave its permission. Use this calendar for your appointments?</p>
          )}
          <div className={classes.buttons}>
            {!problem && (
              <Button loading={isPending} onClick={connect}>
                Use this calendar
              </Button>
            )}
            {accountId && (
              <Link to="/a/$accountId/settings/booking" params={{ accountId }}>
                Back to the booking settings
              </Link>
            )}
          </div>
        </div>
      </PageCard>
    </PageFrame>
  );
}

function problemWords(refusal: string | undefined, code: string | undefined, error: unknown): string | null {
  if (error) return inWords(error);
  if (refusal === 'access_denied') return 'Google was told no, so nothing was connected.';
  if (refusal) return `Google answered "${refusal}". Connect again.`;
  return code ? null : 'There is no answer from Google in this address. Connect again.';
}
