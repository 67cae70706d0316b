import type { IncidentAlert } from '../../api/types.js';
import { When } from '../../components/when.js';
import { CHANNEL } from '../../components/words.js';
import classes from './alert-list.module.css';

const STATE: Record<string, string> = {
  pending: 'Planned',
  sending: 'Going out now',
  unknown: 'Checking with the carrier',
  sent: 'Sent, not confirmed yet',
  delivered: 'Delivered',
  answered: 'Picked up',
  accepted: 'Accepted',
  declined: 'Declined',
  failed: 'Failed',
  canceled: 'Not needed any more',
  skipped: 'Skipped',
};

/** Every page towards a person: did it go out, did it arrive, what came back. */
export function AlertList({ alerts }: { alerts: IncidentAlert[] }) {
  if (alerts.length === 0) return <p className={classes.none}>Nobody has been paged yet.</p>;
  return (
    <ul>
      {alerts.map((alert) => (
        <li key={alert.id} className={classes.alert} data-state={alert.state}>
          <span className={classes.who}>
            {alert.contactName}, {CHANNEL[alert.channel] ?? alert.channel}
          </span>
          <span className={classes.state}>{STATE[alert.state] ?? alert.state}</span>
          <span className={classes.sub}>
            <When at={alert.sentAt ?? alert.dueAt} as="exact" />
            {alert.attempts > 1 && ` · ${alert.attempts} tries`}
            {alert.errorCode && ` · ${alert.errorCode}`}
          </span>
          {alert.reply && <span className={classes.reply}>"{alert.reply}"</span>}
        </li>
      ))}
    </ul>
  );
}
