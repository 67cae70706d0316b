import { isUnanswered } from '@domain/escalation/incident';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { openIncidents } from '../../api/incidents.js';
import type { Incident } from '../../api/types.js';
import { Badge } from '../../components/badge.js';
import { PageCard } from '../../components/page-frame.js';
import { callerInWords } from '../../components/phone-link.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { When } from '../../components/when.js';
import { incidentName } from '../../components/words.js';
import classes from './live-page.module.css';

export function OpenEmergencies() {
  const { accountId } = useAccount();
  const mayRead = useCan('incidents.read');
  const { data } = useQuery({ ...openIncidents(accountId), enabled: mayRead });
  if (!data || data.data.length === 0) return null;
  return (
    <PageCard title="Open emergencies" flush>
      {data.data.map((incident) => (
        <Link
          key={incident.id}
          to="/a/$accountId/emergencies/$incidentId"
          params={{ accountId, incidentId: incident.id }}
          className={classes.incident}
        >
          <strong>
            {callerInWords(incident)}: {incident.issueSummary}
          </strong>
          <Badge tone="emergency" quiet={!isUnanswered(incident.state)}>
            {incidentName(incident)}
          </Badge>
          <span className={classes.small}>{whoHasIt(incident)}</span>
          <span className="nd-faint">
            <When at={incident.openedAt} />
          </span>
        </Link>
      ))}
    </PageCard>
  );
}

function whoHasIt({ state, acceptedName, currentStep, totalSteps, address }: Incident): string {
  const where = address ?? 'Address not provided';
  if (state === 'alerting') return `${where} · step ${currentStep} of ${totalSteps} of the ladder`;
  return acceptedName ? `${where} · ${acceptedName} has it` : where;
}
