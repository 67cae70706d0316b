import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { wakeStatistics } from '../../api/drills.js';
import type { WakeStatistics } from '../../api/types.js';
import { ListStates } from '../../components/list-states.js';
import { PageCard } from '../../components/page-frame.js';
import { spokenDuration } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import classes from './wakes-card.module.css';

const SPANS = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
];

/** Who pays for the nights: a fair rotation shows here, and so does a rule that wakes people for nothing. */
export function WakesCard() {
  const { accountId } = useAccount();
  const [days, setDays] = useState('90');
  const list = useQuery(wakeStatistics(accountId, Number(days)));
  const span = <SegmentedControl aria-label="Over" size="xs" data={SPANS} value={days} onChange={setDays} />;
  return (
    <PageCard title="Woken at night" aside={span} flush>
      <ListStates
        query={list}
        what="Who was woken"
        rows={3}
        isEmpty={list.data?.length === 0}
        empty={<p className={classes.none}>Nobody was paged in this time.</p>}
      >
        {list.data && list.data.length > 0 && <WakesTable people={list.data} />}
      </ListStates>
    </PageCard>
  );
}

function WakesTable({ people }: { people: WakeStatistics[] }) {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Woken at night, per person">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Paged</th>
            <th scope="col">Woken, 9 PM to 7 AM</th>
            <th scope="col">For a false alarm</th>
            <th scope="col">Accepted</th>
            <th scope="col">Half of them within</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <Wakes key={one.contactId} of={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Wakes({ of }: { of: WakeStatistics }) {
  return (
    <tr>
      <th scope="row">{of.name}</th>
      <td>{of.paged}</td>
      <td>{of.woken}</td>
      <td>{of.wokenForNothing}</td>
      <td>{of.accepted}</td>
      <td>{of.medianSecondsToAccept === null ? 'never accepted' : spokenDuration(of.medianSecondsToAccept)}</td>
    </tr>
  );
}
