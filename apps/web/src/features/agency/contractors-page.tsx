import { Button, TextInput } from '@mantine/core';
import { IconBuildingStore, IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { contractors } from '../../api/agency.js';
import type { Contractor } from '../../api/types.js';
import { Empty } from '../../components/empty.js';
import { ListStates } from '../../components/list-states.js';
import { PageFrame } from '../../components/page-frame.js';
import { ContractorRow } from './contractor-row.js';
import classes from './contractors.module.css';

/** Screen 13: everybody the agency looks after, worst first. */
export function ContractorsPage() {
  const { agencyId = '' } = useParams({ strict: false });
  const query = useQuery(contractors(agencyId));
  const [typed, setTyped] = useState('');
  const all = query.data ?? [];
  const shown = all.filter((one) => one.name.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <PageFrame title="Contractors" about={query.data && summary(all)} actions={<Actions agencyId={agencyId} />}>
      {all.length > 6 && (
        <TextInput
          aria-label="Find a contractor"
          placeholder="Find a contractor"
          leftSection={<IconSearch size={16} aria-hidden />}
          maw={320}
          mb="md"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ListStates query={query} what="The contractors" isEmpty={all.length === 0} empty={<Nobody />}>
        {shown.length > 0 && (
          <ul className={classes.list}>
            {shown.map((one) => (
              <ContractorRow key={one.accountId} agencyId={agencyId} contractor={one} />
            ))}
          </ul>
        )}
        {all.length > 0 && shown.length === 0 && <p className="nd-muted">No contractor is called “{typed}”.</p>}
      </ListStates>
    </PageFrame>
  );
}

const Actions = ({ agencyId }: { agencyId: string }) => (
  <>
    <Button
      variant="default"
      leftSection={<IconFileImport size={16} />}
      renderRoot={(props) => (
        <Link to="/agency/$agencyId/contractors/import" params={{ agencyId }} search={{}} {...props} />
      )}
    >
      Import a list
    </Button>
    <Button
      leftSection={<IconPlus size={16} />}
      renderRoot={(props) => <Link to="/agency/$agencyId/contractors/new" params={{ agencyId }} {...props} />}
    >
      Add contractor
    </Button>
  </>
);

const Nobody = () => (
  <Empty icon={IconBuildingStore} title="No contractors yet">
    Add one and walk it through nine steps, or import a list. Each gets its own line, agent and on-call team.
  </Empty>
);

/** "12 contractors: 1 with an open emergency, 2 to look at, 3 in set-up". */
function summary(all: Contractor[]): string {
  const count = (...levels: Contractor['health']['level'][]): number =>
    all.filter(({ health }) => levels.includes(health.level)).length;
  const parts = [
    [count('emergency'), 'with an emergency'],
    [count('broken', 'warning'), 'to look at'],
    [count('setting_up'), 'in set-up'],
    [count('well'), 'well'],
  ] as const;
  const words = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return `${all.length} in all${words.length > 0 ? `: ${words.join(', ')}` : ''}`;
}
