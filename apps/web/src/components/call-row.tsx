import { isLive } from '@domain/call/call-status';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Call } from '../api/types.js';
import { Badge } from './badge.js';
import classes from './call-row.module.css';
import { LiveDot } from './live-dot.js';
import { LiveDuration } from './live-duration.js';
import { phoneInWords } from './phone-link.js';
import { stopwatch } from './times.js';
import { When } from './when.js';
import { serviceName, stageName } from './words.js';

interface CallRowProps {
  call: Call;
  open: boolean;
  to: '/a/$accountId/live' | '/a/$accountId/calls';
}

/** Calls under one another, their columns in line; where the list is narrow, each on lines of its own. */
export const CallList = ({ children }: { children: ReactNode }) => (
  <div className={classes.frame}>
    <ul className={classes.list}>{children}</ul>
  </div>
);

/** One call of the log. While it is up it pulses, counts, and says what the agent is doing (PRD VTCR 2.1 to 2.5). */
export function CallRow({ call, open, to }: CallRowProps) {
  const live = isLive(call.status);
  return (
    <li className={classes.item} data-class={call.classification ?? 'unknown'} data-live={live || undefined}>
      <Link
        from={to}
        search={(search) => ({ ...search, call: call.id })}
        resetScroll={false}
        className={classes.row}
        data-row={call.id}
        data-open={open || undefined}
      >
        <CallDot call={call} live={live} />
        <Caller call={call} />
        <span className={classes.what}>{live ? stageName(call.stage) : (call.summary ?? 'Nothing was said')}</span>
        <span className={classes.badge}>
          <Badge tone={call.badge.tone} quiet={!live}>
            {call.badge.text}
          </Badge>
          {call.appointmentAt && (
            <span className={classes.visit}>
              <When at={call.appointmentAt} />
            </span>
          )}
        </span>
        <span className={classes.time}>
          {live ? <LiveDuration since={call.answeredAt ?? call.calledAt} /> : <Length seconds={call.durationSeconds} />}
          <span className={classes.sub}>
            <When at={call.calledAt} />
          </span>
        </span>
      </Link>
    </li>
  );
}

const CallDot = ({ call, live }: { call: Call; live: boolean }) => (
  <span className={classes.lead}>
    {live ? (
      <LiveDot tone={call.badge.tone === 'emergency' ? 'emergency' : 'call'} />
    ) : (
      <span className={classes.rest} />
    )}
  </span>
);

const Caller = ({ call }: { call: Call }) => (
  <span className={classes.who}>
    <span className={classes.name}>{call.callerName ?? phoneInWords(call.callerPhone)}</span>
    <span className={classes.sub}>
      {call.callerName ? phoneInWords(call.callerPhone) : call.serviceType && serviceName(call.serviceType)}
      {call.isRepeatCaller && <span className={classes.chip}>Called before</span>}
    </span>
  </span>
);

const Length = ({ seconds }: { seconds: number | null }) => (
  <span className="nd-num">{seconds === null ? 'Not answered' : stopwatch(seconds)}</span>
);
