import type { IncidentAlert } from '../../api/types.js';
import { ALERT_STATE, reasonOf } from '../../components/alert-words.js';
import { When } from '../../components/when.js';
import { CHANNEL } from '../../components/words.js';
import classes from './alert-list.module.css';

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
          <span className={classes.state}>{ALERT_STATE[alert.state]}</span>
          <span className={classes.sub}>
            <When at={alert.sentAt ?? alert.dueAt} as="exact" />
            {alert.attempts > 1 && ` · ${alert.attempts} tries`}
            {alert.errorCode && ` · ${reasonOf(alert.errorCode)}`}
          </span>
          {alert.reply && <span className={classes.reply}>"{alert.reply}"</span>}
        </li>
      ))}
    </ul>
  );
}
