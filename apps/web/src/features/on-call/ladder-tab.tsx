import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { policy } from '../../api/policy.js';
import type { Trade } from '../../api/types.js';
import { FilterChips } from '../../components/filter-chips.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAccount } from '../../components/use-account.js';
import { serviceName } from '../../components/words.js';
import classes from './policy-editor.module.css';
import { PolicyEditor } from './policy-editor.js';

const route = getRouteApi('/a/$accountId/on-call');

export const TRADES: { value: Trade; label: string }[] = (['plumbing', 'hvac', 'electrical'] as const).map((value) => ({
  value,
  label: serviceName(value),
}));

/** The escalation policy: the account's own, or one for a trade. */
export function LadderTab() {
  const { accountId } = useAccount();
  const { trade } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, isPending, error, refetch } = useQuery(policy(accountId, trade ?? null));
  return (
    <>
      <div className={classes.choice}>
        <FilterChips
          label="A ladder of its own for"
          options={TRADES}
          value={trade}
          change={(value) => void navigate({ search: (search) => ({ ...search, trade: value }), resetScroll: false })}
        />
        <p className="nd-muted">
          {trade
            ? `Emergencies in ${serviceName(trade)} follow this ladder once it is saved.`
            : 'Choose a trade to give it a ladder of its own.'}
        </p>
      </div>
      {isPending && <LoadingRows what="the ladder" rows={7} />}
      {error && <ProblemNotice what="The ladder" error={error} retry={() => void refetch()} />}
      {data && <PolicyEditor key={`${trade ?? 'account'}/${data.version}`} policy={data} trade={trade ?? null} />}
    </>
  );
}
