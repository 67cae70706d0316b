import { IconArrowLeft, IconFlask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { incident as incidentQuery } from '../../api/incidents.js';
import type { IncidentDetail } from '../../api/types.js';
import { useShortcuts } from '../../components/keyboard.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { PageCard, PageFrame } from '../../components/page-frame.js';
import { callerInWords } from '../../components/phone-link.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAccount } from '../../components/use-account.js';
import { AlertList } from './alert-list.js';
import { IncidentBadge } from './emergencies-page.js';
import classes from './emergency-page.module.css';
import { ExportProof } from './export-proof.js';
import { IncidentActions } from './incident-actions.js';
import { IncidentFacts } from './incident-facts.js';
import { Ladder } from './ladder.js';
import { Timeline } from './timeline.js';

const route = getRouteApi('/a/$accountId/emergencies/$incidentId');

/** One emergency, second by second: what is happening, who is next, and what a person can do about it. */
export function EmergencyPage() {
  const { accountId } = useAccount();
  const { incidentId } = route.useParams();
  const navigate = useNavigate();
  const { data, isPending, error, refetch } = useQuery(incidentQuery(accountId, incidentId));
  useShortcuts([
    {
      keys: 'Escape',
      does: 'All emergencies',
      run: () => void navigate({ to: '/a/$accountId/emergencies', params: { accountId } }),
    },
  ]);
  return (
    <PageFrame
      title={data ? titleOf(data) : 'Emergency'}
      about={<BackLink />}
      actions={
        data && (
          <>
            <IncidentActions incident={data} />
            <ExportProof incident={data} />
          </>
        )
      }
    >
      {isPending && <LoadingRows what="the emergency" rows={9} />}
      {error && <ProblemNotice what="This emergency" error={error} retry={() => void refetch()} />}
      {data && <Emergency incident={data} />}
    </PageFrame>
  );
}

const titleOf = (incident: IncidentDetail): string =>
  incident.isDrill ? incident.issueSummary : `${callerInWords(incident)}: ${incident.issueSummary}`;

function BackLink() {
  const { accountId } = useAccount();
  return (
    <Link to="/a/$accountId/emergencies" params={{ accountId }} className={classes.back}>
      <IconArrowLeft size={14} aria-hidden /> All emergencies
    </Link>
  );
}

function Emergency({ incident }: { incident: IncidentDetail }) {
  return (
    <>
      {incident.isDrill && (
        <p className={classes.drill} role="note">
          <IconFlask size={18} aria-hidden /> This is a rehearsal: nobody called, and every text and call said so.
        </p>
      )}
      <Columns incident={incident} />
    </>
  );
}

function Columns({ incident }: { incident: IncidentDetail }) {
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <PageCard title="The ladder" aside={<IncidentBadge incident={incident} />}>
          <Ladder incident={incident} />
        </PageCard>
        <PageCard title="What happened">
          <Timeline entries={incident.timeline} />
        </PageCard>
      </div>
      <div className={classes.stack}>
        <PageCard
          title={incident.isDrill ? 'The rehearsal' : 'The caller'}
          aside={<span className={classes.code}>Code {incident.code}</span>}
        >
          <IncidentFacts incident={incident} />
        </PageCard>
        <PageCard title="Pages sent" flush>
          <AlertList alerts={incident.alerts} />
        </PageCard>
      </div>
    </div>
  );
}
