import {
  IconCheck,
  IconMessage,
  IconMinus,
  IconPhoneCall,
  IconPhoneIncoming,
  type TablerIcon,
} from '@tabler/icons-react';
import type { AlertChannel, IncidentDetail, LadderStep } from '../../api/types.js';
import { useNow } from '../../api/server-clock.js';
import { ALERT_STATE, reasonOf } from '../../components/alert-words.js';
import { stopwatch } from '../../components/times.js';
import { When } from '../../components/when.js';
import { CHANNEL } from '../../components/words.js';
import classes from './ladder.module.css';

const STATE_WORD: Record<LadderStep['state'], string> = {
  done: 'Done',
  current: 'Now',
  waiting: 'Waiting',
  skipped: 'Skipped: cannot be reached this way',
  canceled: 'Not needed',
};

const CHANNEL_ICON: Record<AlertChannel, TablerIcon> = {
  warm_transfer: IconPhoneIncoming,
  call: IconPhoneCall,
  sms: IconMessage,
};

/** The people who are woken, in order: by which channel, how far that has come, and the time until the next one. */
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
          <StepWords step={step} />
          <span className={classes.state} data-delivery={step.delivery?.state}>
            <StepState step={step} isNext={step === next} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function StepWords({ step }: { step: LadderStep }) {
  const Channel = CHANNEL_ICON[step.channel];
  return (
    <span className={classes.label}>
      {step.label}
      <span className={classes.sub}>
        <Channel size={13} stroke={1.8} aria-hidden /> {step.target}, {CHANNEL[step.channel] ?? step.channel},{' '}
        {afterDelay(step.delaySeconds)}
      </span>
    </span>
  );
}

function StepIcon({ step, place }: { step: LadderStep; place: number }) {
  const Channel = CHANNEL_ICON[step.channel];
  if (step.state === 'done') return <IconCheck size={14} stroke={2.4} aria-hidden />;
  if (step.state === 'current') return <Channel size={14} stroke={2} aria-hidden />;
  return step.state === 'waiting' ? <span aria-hidden>{place}</span> : <IconMinus size={14} aria-hidden />;
}

function StepState({ step, isNext }: { step: LadderStep; isNext: boolean }) {
  if (step.state === 'waiting' && step.firesAt)
    return isNext ? (
      <Countdown to={step.firesAt} />
    ) : (
      <>
        at <When at={step.firesAt} as="clock" />
      </>
    );
  if (!step.delivery || step.state === 'skipped') return STATE_WORD[step.state];
  const { state, errorCode, heldBecause, heldUntil } = step.delivery;
  if (heldBecause && heldUntil)
    return (
      <span className={classes.held}>
        held: {heldBecause}, until <When at={heldUntil} as="clock" />
      </span>
    );
  return `${ALERT_STATE[state]}${errorCode ? `: ${reasonOf(errorCode)}` : ''}`;
}

function afterDelay(seconds: number): string {
  if (seconds === 0) return 'at once';
  return seconds < 60 ? `after ${seconds} s` : `after ${Math.round(seconds / 6) / 10} min`;
}

function Countdown({ to }: { to: string }) {
  const left = (Date.parse(to) - useNow(1_000)) / 1_000;
  return <span className={classes.countdown}>{left > 0 ? `in ${stopwatch(left)}` : 'about to start'}</span>;
}
