import { isOpen, isUnanswered } from '@domain/escalation/incident';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { closedIncidents, openIncidents } from '../../api/incidents.js';
import type { Incident } from '../../api/types.js';
import { Badge } from '../../components/badge.js';
import { Empty } from '../../components/empty.js';
import { LiveDuration } from '../../components/live-duration.js';
import { ListStates, More } from '../../components/list-states.js';
import { PageCard, PageFrame } from '../../components/page-frame.js';
import { callerInWords } from '../../components/phone-link.js';
import { useRowKeys } from '../../components/rows.js';
import { spokenDuration } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import { When } from '../../components/when.js';
import { dollars, incidentName } from '../../components/words.js';
import classes from './emergencies-page.module.css';

/** Every emergency: the open ones first, then the proof of the past ones. */
export function EmergenciesPage() {
  const { accountId } = useAccount();
  const open = useQuery(openIncidents(accountId));
  const closed = useInfiniteQuery(closedIncidents(accountId));
  const past = (closed.data?.pages ?? []).flatMap((page) => page.data);
  useRowKeys(false);
  return (
    <PageFrame title="Emergencies" about="Who was paged, who took it, and how long it took.">
      <div className={classes.stack}>
        <PageCard title="Open" flush>
          <ListStates
            query={open}
            what="The open emergencies"
            rows={2}
            isEmpty={open.data?.data.length === 0}
            empty={<NothingOpen />}
          >
            <IncidentRows incidents={open.data?.data ?? []} />
          </ListStates>
        </PageCard>
        <PageCard title="Earlier" flush>
          <ListStates
            query={closed}
            what="The earlier emergencies"
            rows={4}
            isEmpty={past.length === 0}
            empty={<p className={classes.none}>No emergency has been closed yet.</p>}
          >
            <IncidentRows incidents={past} />
          </ListStates>
        </PageCard>
        <More query={closed}>Older emergencies</More>
      </div>
    </PageFrame>
  );
}

const NothingOpen = () => (
  <Empty icon={IconShieldCheck} title="Nothing is burning">
    When a caller reports an emergency it stands here, with the ladder of people being paged, until somebody has
    resolved it.
  </Empty>
);

function IncidentRows({ incidents }: { incidents: Incident[] }) {
  const { accountId } = useAccount();
  return (
    <ul>
      {incidents.map((incident) => (
        <li key={incident.id} className={classes.item}>
          <Link
            to="/a/$accountId/emergencies/$incidentId"
            params={{ accountId, incidentId: incident.id }}
            className={classes.row}
            data-row={incident.id}
          >
            <span className={classes.what}>
              <strong>{incident.issueSummary}</strong>
              <span className={classes.sub}>
                {callerInWords(incident)} · {incident.address ?? 'Address not provided'}
              </span>
            </span>
            <span className={classes.who}>
              {whoHasIt(incident)}
              <span className={classes.sub}>{timeToAccept(incident)}</span>
            </span>
            <span className={classes.state}>
              <IncidentBadge incident={incident} />
            </span>
            <span className={classes.time}>
              {isOpen(incident.state) ? <LiveDuration since={incident.openedAt} /> : <Value incident={incident} />}
              <span className={classes.sub}>
                <When at={incident.openedAt} />
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function IncidentBadge({ incident }: { incident: Incident }) {
  const { state, isDrill } = incident;
  if (isDrill) return <Badge tone="neutral">Rehearsal</Badge>;
  if (isUnanswered(state)) return <Badge tone="emergency">{incidentName(incident)}</Badge>;
  if (state === 'resolved') return <Badge tone="ok">Resolved</Badge>;
  if (isOpen(state))
    return (
      <Badge tone="emergency" quiet>
        {incidentName(incident)}
      </Badge>
    );
  return <Badge tone="neutral">{incidentName(incident)}</Badge>;
}

function whoHasIt({ state, acceptedName, currentStep, totalSteps }: Incident): string {
  if (acceptedName) return acceptedName;
  return state === 'alerting' ? `Step ${currentStep} of ${totalSteps}` : 'Nobody';
}

function timeToAccept({ acceptedAt, openedAt }: Incident): string {
  if (!acceptedAt) return 'not accepted yet';
  return `accepted after ${spokenDuration((Date.parse(acceptedAt) - Date.parse(openedAt)) / 1_000)}`;
}

const Value = ({ incident }: { incident: Incident }) => (
  <span className="nd-num">{incident.jobValueCents === null ? '' : dollars(incident.jobValueCents)}</span>
);
