import { Button } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleX, IconHourglass, type TablerIcon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCancelDrill } from '../../api/drills.js';
import { useNow } from '../../api/server-clock.js';
import type { Drill, DrillPerson } from '../../api/types.js';
import { ALERT_STATE, reasonOf } from '../../components/alert-words.js';
import { Badge } from '../../components/badge.js';
import { LiveDuration } from '../../components/live-duration.js';
import { sayRefused } from '../../components/say.js';
import { spokenDuration, stopwatch } from '../../components/times.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { When } from '../../components/when.js';
import { CHANNEL } from '../../components/words.js';
import classes from './drill.module.css';

const STATE: Record<Drill['state'], string> = {
  running: 'Running',
  finished: 'Finished',
  canceled: 'Stopped by hand',
  interrupted: 'Ended by a real emergency',
};

const HOW: Record<DrillPerson['how'], { words: string; icon: TablerIcon; good?: boolean }> = {
  answered: { words: 'Answered', icon: IconCircleCheckFilled, good: true },
  passed: { words: 'Passed it on', icon: IconCircleCheckFilled, good: true },
  no_answer: { words: 'Did not answer', icon: IconCircleX },
  not_reached: { words: 'Could not be reached', icon: IconCircleX },
  waiting: { words: 'Waiting', icon: IconHourglass },
};

/** One rehearsal: while it runs with what is going on, afterwards with the times. */
export function DrillReport({ drill, inList = false }: { drill: Drill; inList?: boolean }) {
  return (
    <section className={classes.drill} data-list={inList || undefined} aria-label={`Rehearsal ${drill.code}`}>
      <header className={classes.head}>
        <Badge tone={drill.state === 'finished' ? 'ok' : drill.state === 'running' ? 'routine' : 'neutral'}>
          {STATE[drill.state]}
        </Badge>
        <span className={classes.when}>
          <When at={drill.startedAt} /> by {drill.startedBy} <Took drill={drill} />
        </span>
        <DrillLinks drill={drill} />
      </header>
      <ol className={classes.people} aria-live={inList ? undefined : 'polite'}>
        {drill.people.map((person) => (
          <PersonLine key={person.contactId} person={person} />
        ))}
      </ol>
      {drill.state === 'running' && drill.nextStepAt && <NextStep at={drill.nextStepAt} />}
    </section>
  );
}

function Took({ drill }: { drill: Drill }) {
  if (drill.tookSeconds !== null) return <span className="nd-muted">took {spokenDuration(drill.tookSeconds)}</span>;
  return (
    <span className="nd-muted">
      for <LiveDuration since={drill.startedAt} />
    </span>
  );
}

function NextStep({ at }: { at: string }) {
  const left = (Date.parse(at) - useNow(1_000)) / 1_000;
  return (
    <p className={classes.next}>{left > 0 ? `Next page in ${stopwatch(left)}` : 'The next page is about to go'}</p>
  );
}

function DrillLinks({ drill }: { drill: Drill }) {
  const { accountId } = useAccount();
  const mayRun = useCan('drills.run');
  const mayRead = useCan('incidents.read');
  const cancel = useCancelDrill(accountId);
  return (
    <span className={classes.links}>
      {mayRead && (
        <Link to="/a/$accountId/emergencies/$incidentId" params={{ accountId, incidentId: drill.id }}>
          Timeline<span className={classes.hidden}> of rehearsal {drill.code}</span>
        </Link>
      )}
      {mayRun && drill.state === 'running' && (
        <Button
          variant="default"
          size="compact-sm"
          loading={cancel.isPending}
          onClick={() => cancel.mutate(drill.id, { onError: sayRefused('The rehearsal goes on') })}
        >
          Stop the rehearsal
        </Button>
      )}
    </span>
  );
}

function PersonLine({ person }: { person: DrillPerson }) {
  const { words, icon: Icon, good } = HOW[person.how];
  return (
    <li className={classes.person} data-good={good || undefined} data-how={person.how}>
      <Icon size={16} aria-hidden />
      <span className={classes.words}>
        <strong>{person.name}</strong> <span className={classes.how}>{words}</span>
        {person.secondsToAnswer !== null && ` after ${spokenDuration(person.secondsToAnswer)}`}
        <span className={classes.channels}>
          {person.channels
            .map(
              ({ channel, state, errorCode }) =>
                `${CHANNEL[channel] ?? channel}: ${ALERT_STATE[state].toLowerCase()}${errorCode ? `, ${reasonOf(errorCode)}` : ''}`,
            )
            .join(' · ')}
        </span>
      </span>
    </li>
  );
}
