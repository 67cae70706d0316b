import type { Overview } from '../../api/types.js';
import { PageCard } from '../../components/page-frame.js';
import classes from './live-page.module.css';

/** What an agency sees of a contractor's night: that the line lives and how much is going on, never what was said. */
export function CountsOnly({ overview: { liveCalls, openIncidents, needsCallback } }: { overview: Overview }) {
  return (
    <PageCard title="In numbers">
      <dl className={classes.counts}>
        <Count label="calls on the line" value={liveCalls} />
        <Count label="open emergencies" value={openIncidents} />
        <Count label="waiting for a callback" value={needsCallback} />
      </dl>
      <p className={classes.small}>
        Calls, leads and emergencies belong to the contractor. As an agency you see how the line is doing, not what
        callers said.
      </p>
    </PageCard>
  );
}

const Count = ({ label, value }: { label: string; value: number }) => (
  <div className={classes.count}>
    <dt>{label}</dt>
    <dd className="nd-num">{value}</dd>
  </div>
);
