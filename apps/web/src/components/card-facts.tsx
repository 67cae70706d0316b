import { IconCalendarCheck, IconCalendarOff, IconHourglass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { LeadCard } from '../api/types.js';
import { CardBadge } from './badge.js';
import { Fact, Facts } from './facts.js';
import { PhoneLink } from './phone-link.js';
import { stopwatch } from './times.js';
import { useAccount } from './use-account.js';
import { When } from './when.js';
import { serviceName, toneName } from './words.js';

/** Every field of the PRD's lead card (section 8) that is not a heading, a transcript or a recording. */
export function CardFacts({ card }: { card: LeadCard }) {
  return (
    <Facts>
      <Fact label="Classification">
        <CardBadge card={card} quiet />
      </Fact>
      <Fact label="Caller">{card.callerName}</Fact>
      <Fact label="Phone">
        <PhoneLink phone={card.callerPhone} />
      </Fact>
      {card.callbackPhone && card.callbackPhone !== card.callerPhone && (
        <Fact label="Call back on">
          <PhoneLink phone={card.callbackPhone} />
        </Fact>
      )}
      <Fact label="Address">
        <AddressLink address={card.address} />
      </Fact>
      <Fact label="Called">
        <When at={card.calledAt} />
      </Fact>
      <Fact label="Service">{serviceName(card.serviceType)}</Fact>
      {card.issueDetail && <Fact label="Detail">{card.issueDetail}</Fact>}
      <Fact label="Safety line given">{card.safetyInstructionGiven ?? 'None needed'}</Fact>
      <Fact label="On-call">
        <OnCallOutcome card={card} />
      </Fact>
      <Fact label="Appointment">
        <Appointment card={card} />
      </Fact>
      <Fact label="Caller tone">{toneName(card.callerTone)}</Fact>
      <Fact label="Call duration">
        {card.callDurationSeconds === null ? 'Not known yet' : stopwatch(card.callDurationSeconds)}
      </Fact>
      {card.notes && <Fact label="Notes from the call">{card.notes}</Fact>}
    </Facts>
  );
}

function AddressLink({ address }: { address: string | null }) {
  if (!address) return <span className="nd-faint">Address not provided</span>;
  return (
    <a href={`https://maps.google.com/?q=${encodeURIComponent(address)}`} target="_blank" rel="noreferrer">
      {address}
    </a>
  );
}

function OnCallOutcome({ card }: { card: LeadCard }) {
  const { accountId } = useAccount();
  const { incidentId, label } = card.onCall;
  if (!incidentId) return <>{label || 'N/A'}</>;
  return (
    <Link to="/a/$accountId/emergencies/$incidentId" params={{ accountId, incidentId }}>
      {label}
    </Link>
  );
}

function Appointment({ card }: { card: LeadCard }) {
  const { state, label } = card.appointment;
  if (state === 'held')
    return (
      <>
        <IconHourglass size={14} color="var(--nd-same-day)" aria-hidden /> {label}
      </>
    );
  if (!card.appointmentBooked)
    return (
      <>
        <IconCalendarOff size={14} className="nd-faint" aria-hidden /> {label}
      </>
    );
  return (
    <>
      <IconCalendarCheck size={14} color="var(--nd-ok)" aria-hidden /> Yes
      {card.appointmentAt && (
        <>
          {' '}
          - <When at={card.appointmentAt} />
        </>
      )}
    </>
  );
}
