import { IconCheck, IconMinus, IconPhone } from '@tabler/icons-react';
import type { IncidentDetail, LadderStep } from '../../api/types.js';
import { useNow } from '../../api/server-clock.js';
import { stopwatch } from '../../components/times.js';
import classes from './ladder.module.css';

const STATE_WORD: Record<LadderStep['state'], string> = {
  done: 'Done',
  current: 'Now',
  waiting: 'Waiting',
  skipped: 'Skipped: cannot be reached this way',
  canceled: 'Not needed',
};

/** The people who are woken, in order, with the time until the next one. */
export function Ladder({ incident }: { incident: IncidentDetail }) {
  const next = incident.ladder.find((step) => step.state === 'waiting');
  return (
    <ol className={classes.ladder}>
      {incident.ladder.map((step, index) => (
        <li
          key={step.step}
          className={classes.step}
          data-state={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className={classes.node}>
            <StepIcon step={step} place={index + 1} />
          </span>
          <span className={classes.label}>
            {step.label}
            <span className={classes.sub}>
              {step.target}, {afterDelay(step.delaySeconds)}
            </span>
          </span>
          <span className={classes.state}>
            {step === next && incident.nextStepAt && incident.state === 'alerting' ? (
              <Countdown to={incident.nextStepAt} />
            ) : (
              STATE_WORD[step.state]
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

function StepIcon({ step, place }: { step: LadderStep; place: number }) {
  if (step.state === 'done') return <IconCheck size={14} stroke={2.4} aria-hidden />;
  if (step.state === 'current') return <IconPhone size={14} stroke={2} aria-hidden />;
  return step.state === 'waiting' ? <span aria-hidden>{place}</span> : <IconMinus size={14} aria-hidden />;
}

function afterDelay(seconds: number): string {
  if (seconds === 0) return 'at once';
  return seconds < 60 ? `after ${seconds} s` : `after ${seconds / 60} min`;
}

function Countdown({ to }: { to: string }) {
  const left = (Date.parse(to) - useNow(1_000)) / 1_000;
  return <span className={classes.countdown}>{left > 0 ? `in ${stopwatch(left)}` : 'about to start'}</span>;
}
