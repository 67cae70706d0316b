import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { contractorImport } from '../../api/agency.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { PageCard } from '../../components/page-frame.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { ImportRows } from './import-rows.js';
import classes from './import.module.css';

/** The address holds the import: closing the tab stops nothing, and opening it again goes on here. */
export function ImportProgress({ agencyId, importId }: { agencyId: string; importId: string }) {
  const { data, error, isPending, refetch } = useQuery(contractorImport(agencyId, importId));
  if (isPending) return <LoadingRows what="the import" rows={6} />;
  if (!data) return <ProblemNotice what="The import" error={error} retry={() => void refetch()} />;
  const { rows, waiting, added, broken } = data;
  return (
    <PageCard
      title={
        <span role="status">
          {waiting > 0 ? `Adding contractors: ${added} of ${added + waiting}` : `Done: ${added} added`}
          {broken > 0 && `, ${broken} not added`}
        </span>
      }
      flush
    >
      {waiting > 0 && (
        <div className={classes.progress}>
          <Progress value={(added / Math.max(1, added + waiting)) * 100} aria-label="Contractors added" />
        </div>
      )}
      <ImportRows rows={rows} />
    </PageCard>
  );
}
