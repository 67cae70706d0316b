import { Link } from '@tanstack/react-router';
import type { Appointment } from '../../api/types.js';
import { AppointmentActions } from '../../components/booking/appointment-actions.js';
import { customerText, HOLD_WORDS } from '../../components/booking/appointment-words.js';
import { DayLoad } from '../../components/booking/day-load.js';
import { Expiry } from '../../components/booking/expiry.js';
import { TextWords } from '../../components/booking/text-preview.js';
import type { AppointmentWork } from '../../components/booking/use-appointment-work.js';
import { PhoneLink } from '../../components/phone-link.js';
import { useAccount } from '../../components/use-account.js';
import { When } from '../../components/when.js';
import { serviceName } from '../../components/words.js';
import classes from './approvals.module.css';

/** The card beside the list is the lead's own, so the row bears its name. */
export const rowOf = ({ cardId, id }: Appointment): string => cardId ?? id;

interface ApprovalItemProps {
  held: Appointment;
  open: boolean;
  work: AppointmentWork;
}

/** Everything a person needs to say yes, on one card. */
export function ApprovalItem({ held, open, work }: ApprovalItemProps) {
  return (
    <li className={classes.item} data-open={open || undefined}>
      <div className={classes.when}>
        <p className={classes.time}>{held.when}</p>
        <DayLoad at={held.startsAt} />
        {held.heldUntil && <Expiry at={held.heldUntil} />}
      </div>
      <div className={classes.what}>
        <p className={classes.who}>
          <CustomerLink held={held} />
          <PhoneLink phone={held.customerPhone} />
        </p>
        <p>
          {serviceName(held.serviceType)}: {held.issue}
        </p>
        <p className="nd-muted">{held.address ?? 'Address not provided'}</p>
        {held.notes && <p className="nd-muted">{held.notes}</p>}
        <p className={classes.why}>
          {held.holdReason && HOLD_WORDS[held.holdReason]} Asked <When at={held.createdAt} as="ago" />.
        </p>
      </div>
      <div className={classes.decide}>
        <AppointmentActions appointment={held} work={work} />
        <Promised held={held} />
      </div>
    </li>
  );
}

function CustomerLink({ held }: { held: Appointment }) {
  if (!held.cardId) return <strong data-row={held.id}>{held.customerName}</strong>;
  return (
    <Link
      from="/a/$accountId/leads"
      search={(search) => ({ ...search, card: held.cardId ?? undefined })}
      resetScroll={false}
      data-row={rowOf(held)}
    >
      {held.customerName}
    </Link>
  );
}

/** What an approval sets off, before it is given. */
function Promised({ held }: { held: Appointment }) {
  const { name: businessName, timeZone } = useAccount();
  const { customerPhone, serviceType } = held;
  if (!customerPhone) return <p className="nd-muted">No number to text: whoever approves has to call.</p>;
  return (
    <div className={classes.promise}>
      <p className={classes.label}>On approval the caller is texted</p>
      <TextWords text={customerText('confirmed', held, { businessName, serviceType, timeZone })} />
    </div>
  );
}
