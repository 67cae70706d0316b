import { useQuery } from '@tanstack/react-query';
import { useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { overview } from '../../api/overview.js';
import { useAccount } from '../../components/use-account.js';
import { PLACES } from './places.js';

/** The tab says what is going on when it is one of twenty: "EMERGENCY (1)", else calls that are up. */
export function useTabTitle(): void {
  const { accountId, name } = useAccount();
  const { data } = useQuery(overview(accountId));
  const matches = useMatches();
  const here =
    PLACES.find((place) => matches.some((match) => match.fullPath.startsWith(place.to)))?.name ?? 'Nightdesk';
  const flag = data?.openIncidents
    ? `EMERGENCY (${data.openIncidents}) `
    : data?.liveCalls
      ? `(${data.liveCalls}) `
      : '';
  useEffect(() => {
    document.title = `${flag}${here} · ${name} · Nightdesk`;
  }, [flag, here, name]);
}
