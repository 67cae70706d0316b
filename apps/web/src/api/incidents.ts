import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { Incident, IncidentDetail, Page } from './types.js';

export const openIncidents = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'incidents', 'open'],
    queryFn: () => api.get<Page<Incident>>(accountId, 'incidents', { state: 'open', limit: 50 }),
  });

export const closedIncidents = (accountId: string) =>
  infiniteQueryOptions({
    queryKey: [accountId, 'incidents', 'closed'],
    queryFn: ({ pageParam }) =>
      api.get<Page<Incident>>(accountId, 'incidents', { state: 'closed', limit: 30, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const incident = (accountId: string, incidentId: string) =>
  queryOptions({
    queryKey: [accountId, 'incidents', 'detail', incidentId],
    queryFn: () => api.get<IncidentDetail>(accountId, `incidents/${incidentId}`),
  });

export type IncidentAction =
  | { kind: 'accept' }
  | { kind: 'page-next' }
  | { kind: 'resolve'; outcome?: string; jobValueCents?: number }
  | { kind: 'false-alarm' };

export function useHandleIncident(accountId: string, incidentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, ...body }: IncidentAction) =>
      api.post<IncidentDetail>(accountId, `incidents/${incidentId}/${kind}`, body),
    onSuccess: (detail) => client.setQueryData(incident(accountId, incidentId).queryKey, detail),
    onSettled: () =>
      Promise.all(
        ['incidents', 'overview', 'lead-cards'].map((name) =>
          client.invalidateQueries({ queryKey: [accountId, name] }),
        ),
      ),
  });
}
