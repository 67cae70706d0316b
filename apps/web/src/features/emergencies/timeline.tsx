import type { TimelineEntry } from '../../api/types.js';
import { When } from '../../components/when.js';
import classes from './timeline.module.css';

const WEIGHT: Record<string, 'bad' | 'good'> = {
  'incident.opened': 'bad',
  'incident.alert_failed': 'bad',
  'incident.declined': 'bad',
  'incident.unreached': 'bad',
  'incident.alert_unconfirmed': 'bad',
  'incident.connection_lost': 'bad',
  'incident.caller_not_told': 'bad',
  'incident.accepted': 'good',
  'incident.connected': 'good',
  'incident.contacted': 'good',
  'incident.resolved': 'good',
};

/** Exact seconds, oldest first: this is what an owner shows when somebody asks. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  if (entries.length === 0) return <p className="nd-faint">Nothing has been written down yet.</p>;
  return (
    <ol className={classes.timeline}>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.entry} data-weight={WEIGHT[entry.event]}>
          <span className={classes.at}>
            <When at={entry.at} as="exact" />
          </span>
          <span className={classes.text}>{entry.text}</span>
        </li>
      ))}
    </ol>
  );
}
