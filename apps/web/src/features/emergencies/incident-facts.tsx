import { isOnTheWay, isOpen } from '@domain/escalation/incident';
import { Link } from '@tanstack/react-router';
import type { IncidentDetail } from '../../api/types.js';
import { Fact, Facts } from '../../components/facts.js';
import { LiveDuration } from '../../components/live-duration.js';
import { PhoneLink } from '../../components/phone-link.js';
import { useAccount } from '../../components/use-account.js';
import { When } from '../../components/when.js';
import { dollars, viaName } from '../../components/words.js';

/** Who called and what they were told, and how the emergency went. A rehearsal has no caller. */
export function IncidentFacts({ incident }: { incident: IncidentDetail }) {
  return (
    <Facts>
      {!incident.isDrill && (
        <>
          <CallerFacts incident={incident} />
          <CallFact incident={incident} />
        </>
      )}
      <CourseFacts incident={incident} />
    </Facts>
  );
}

function CallerFacts({ incident }: { incident: IncidentDetail }) {
  return (
    <>
      <Fact label="Caller">{incident.callerName ?? 'Name not given yet'}</Fact>
      <Fact label="Phone">
        <PhoneLink phone={incident.callerPhone} />
      </Fact>
      <Fact label="Address">{incident.address ?? 'Address not provided'}</Fact>
      {incident.unheardLine ? (
        <Fact label="Not told, hung up before">{incident.unheardLine}</Fact>
      ) : (
        <Fact label="Safety line given">{incident.safetyLine ?? 'No safety line applies'}</Fact>
      )}
    </>
  );
}

function CallFact({ incident: { callId } }: { incident: IncidentDetail }) {
  const { accountId } = useAccount();
  if (!callId) return null;
  return (
    <Fact label="Call">
      <Link to="/a/$accountId/calls" params={{ accountId }} search={{ call: callId }}>
        Words and recording
      </Link>
    </Fact>
  );
}

function CourseFacts({ incident }: { incident: IncidentDetail }) {
  return (
    <>
      <Fact label={incident.isDrill ? 'Started' : 'Opened'}>
        <When at={incident.openedAt} as="exact" />
        {isOpen(incident.state) && (
          <>
            {' '}
            · <LiveDuration since={incident.openedAt} /> ago
          </>
        )}
      </Fact>
      <Fact label="Taken by">
        <TakenBy incident={incident} />
      </Fact>
      {isOnTheWay(incident) && (
        <Fact label="On the way">said to arrive about {incident.etaMinutes} minutes after that</Fact>
      )}
      {incident.outcome && <Fact label="Outcome">{incident.outcome}</Fact>}
      {incident.jobValueCents !== null && <Fact label="Job value">{dollars(incident.jobValueCents)}</Fact>}
    </>
  );
}

function TakenBy({ incident: { acceptedName, acceptedAt, acceptedVia } }: { incident: IncidentDetail }) {
  if (!acceptedName || !acceptedAt) return 'Nobody yet';
  return (
    <>
      {acceptedName} at <When at={acceptedAt} as="exact" /> {viaName(acceptedVia)}
    </>
  );
}
