import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { heldAppointments } from '../../api/booking.js';
import { leadCounts } from '../../api/lead-cards.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { TABS, type LeadTab } from './lead-tabs.js';
import classes from './leads-page.module.css';

/** Approvals stand beside the callbacks: they are the other thing a morning begins with. */
export function LeadTabs({ current }: { current: LeadTab }) {
  const { accountId } = useAccount();
  const mayApprove = useCan('appointments.read');
  const callbacks = useQuery(leadCounts(accountId)).data?.needsCallback;
  const approvals = useQuery({ ...heldAppointments(accountId), enabled: mayApprove }).data?.length;
  const counts: Partial<Record<LeadTab, number>> = { 'needs-callback': callbacks, approvals };
  return (
    <nav className={classes.tabs} aria-label="Lead lists">
      {TABS.filter(({ tab }) => tab !== 'approvals' || mayApprove).map(({ tab, name }) => (
        <Link
          key={tab}
          from="/a/$accountId/leads"
          search={(search) => ({ ...search, tab, card: undefined })}
          className={classes.tab}
          aria-current={tab === current ? 'page' : undefined}
        >
          {name}
          {counts[tab] !== undefined && <span className={classes.count}>{counts[tab]}</span>}
        </Link>
      ))}
    </nav>
  );
}
