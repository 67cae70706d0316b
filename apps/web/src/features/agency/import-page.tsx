import { Button, FileButton, Textarea } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { usePreviewImport, useStartImport } from '../../api/agency.js';
import { inWords } from '../../api/problem.js';
import type { ListPreview } from '../../api/types.js';
import { PageCard, PageFrame } from '../../components/page-frame.js';
import { sayRefused } from '../../components/say.js';
import { ImportProgress } from './import-progress.js';
import { ImportRows } from './import-rows.js';
import classes from './import.module.css';

const EXAMPLE = `name,owner_name,owner_email,time_zone,state,trades
Metro Plumbing,Dave,dave@metroplumbing.com,America/Chicago,IL,plumbing
Apex HVAC,Rita,,America/Denver,CO,hvac electrical`;

/** Contractors by the list: looked at first, then added in the background; the broken rows are named and kept apart. */
export function ImportPage() {
  const { agencyId = '' } = useParams({ strict: false });
  const { import: importId } = useSearch({ strict: false });
  return (
    <PageFrame
      title="Import contractors"
      about={
        <Link to="/agency/$agencyId/contractors" params={{ agencyId }}>
          Back to the contractors
        </Link>
      }
    >
      {importId ? <ImportProgress agencyId={agencyId} importId={importId} /> : <ChooseList agencyId={agencyId} />}
    </PageFrame>
  );
}

function ChooseList({ agencyId }: { agencyId: string }) {
  const [csv, setCsv] = useState('');
  const preview = usePreviewImport(agencyId);
  const look = (text: string): void => {
    setCsv(text);
    preview.reset();
    if (text.trim()) preview.mutate(text);
  };
  return (
    <div className={classes.stack}>
      <PageCard title="The list">
        <div className={classes.stack}>
          <p className="nd-muted">
            A CSV file. Its first line names the columns: name and owner_name are needed; owner_email, time_zone, state
            and trades may follow.
          </p>
          <FileButton accept=".csv,text/csv,text/plain" onChange={(file) => void file?.text().then(look)}>
            {(props) => (
              <Button
                variant="default"
                leftSection={<IconFileSpreadsheet size={16} />}
                {...props}
                style={{ justifySelf: 'start' }}
              >
                Choose a file
              </Button>
            )}
          </FileButton>
          <Textarea
            label="Or paste it here"
            placeholder={EXAMPLE}
            minRows={5}
            maxRows={14}
            autosize
            classNames={{ input: classes.csv }}
            value={csv}
            onChange={(event) => (setCsv(event.currentTarget.value), preview.reset())}
            error={preview.error && inWords(preview.error)}
          />
          <Button
            variant="default"
            style={{ justifySelf: 'start' }}
            disabled={csv.trim() === ''}
            loading={preview.isPending}
            onClick={() => preview.mutate(csv)}
          >
            Check the list
          </Button>
        </div>
      </PageCard>
      {preview.data && <Preview agencyId={agencyId} csv={csv} preview={preview.data} />}
    </div>
  );
}

function Preview({ agencyId, csv, preview }: { agencyId: string; csv: string; preview: ListPreview }) {
  const navigate = useNavigate();
  const { mutate, isPending } = useStartImport(agencyId);
  const start = (): void =>
    mutate(csv, {
      onSuccess: ({ id }) =>
        void navigate({ to: '/agency/$agencyId/contractors/import', params: { agencyId }, search: { import: id } }),
      onError: sayRefused('The list was not imported'),
    });
  return (
    <PageCard
      title={
        <span role="status">
          {preview.good} can be added{preview.broken > 0 && `, ${preview.broken} cannot`}
        </span>
      }
      aside={
        <Button size="xs" disabled={preview.good === 0} loading={isPending} onClick={start}>
          Add {preview.good} {preview.good === 1 ? 'contractor' : 'contractors'}
        </Button>
      }
      flush
    >
      <ImportRows
        rows={preview.rows.map((row) => ({ ...row, state: row.draft ? ('good' as const) : ('broken' as const) }))}
      />
    </PageCard>
  );
}
