import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { policy } from '../../api/policy.js';
import { schedule as scheduleQuery } from '../../api/schedule.js';
import type { OnCall } from '../../api/types.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { PageCard } from '../../components/page-frame.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { FeedsCard } from './feeds-card.js';
import { LayersEditor } from './layers-editor.js';
import classes from './on-call-page.module.css';
import { QuietHoursCard } from './quiet-hours-card.js';
import { RosterForm } from './roster-form.js';

/** The PRD's simple form, or the layers that stand in its place. */
export function TeamTab({ roster }: { roster: OnCall }) {
  const [isRotating, setRotating] = useState(false);
  return (
    <>
      {roster.hasLayers || isRotating ? (
        <Layers leave={roster.hasLayers ? null : () => setRotating(false)} />
      ) : (
        <Simple roster={roster} rotate={() => setRotating(true)} />
      )}
      <QuietHoursCard />
      <FeedsCard />
    </>
  );
}

function Layers({ leave }: { leave: (() => void) | null }) {
  const { accountId } = useAccount();
  const { data, isPending, error, refetch } = useQuery(scheduleQuery(accountId));
  if (isPending) return <LoadingRows what="the layers" rows={6} />;
  if (error) return <ProblemNotice what="The layers" error={error} retry={() => void refetch()} />;
  return <LayersEditor key={data.version} schedule={data} leave={leave} />;
}

function Simple({ roster, rotate }: { roster: OnCall; rotate: () => void }) {
  const mayWrite = useCan('on_call.write');
  return (
    <>
      <DetachedNote />
      <RosterForm key={roster.version} roster={roster} />
      {mayWrite && (
        <PageCard title="People who take turns">
          <div className={classes.transfer}>
            <p className={classes.sentence}>
              Weekly or daily rotations, layers by trade and ZIP code, nights and weekends apart: the form above becomes
              the first layer, and nothing changes until you save.
            </p>
            <Button variant="default" onClick={rotate}>
              Set up a rotation
            </Button>
          </div>
        </PageCard>
      )}
    </>
  );
}

/** The delays below are those of the standard ladder only. */
function DetachedNote() {
  const { accountId } = useAccount();
  const { data } = useQuery(policy(accountId, null));
  if (!data || data.isStandard) return null;
  return (
    <p className={classes.note} role="note">
      <span>
        The ladder was edited by hand, so the delays below do not matter.{' '}
        <Link from="/a/$accountId/on-call" search={{ tab: 'ladder' }}>
          Open the ladder
        </Link>{' '}
        to change it, or to go back to the standard one.
      </span>
    </p>
  );
}
