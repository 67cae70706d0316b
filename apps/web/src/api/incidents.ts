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

/** The version is sent where a second click, or a second person, would wake somebody for nothing. */
export type IncidentAction =
  | { kind: 'accept'; contactId?: string }
  | { kind: 'page'; contactId: string; version: number }
  | { kind: 'page-next'; version: number }
  | { kind: 'repage'; version: number }
  | { kind: 'resolve'; outcome?: string; jobValueCents?: number }
  | { kind: 'false-alarm' };

/** Acting on a merged emergency acts on the one it was merged into: the answer's id says which. */
export function useHandleIncident(accountId: string, incidentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, ...body }: IncidentAction) =>
      api.post<IncidentDetail>(accountId, `incidents/${incidentId}/${kind}`, body),
    onSuccess: (detail) => client.setQueryData(incident(accountId, detail.id).queryKey, detail),
    onSettled: () =>
      Promise.all(
        ['incidents', 'overview', 'lead-cards'].map((name) =>
          client.invalidateQueries({ queryKey: [accountId, name] }),
        ),
      ),
  });
}

export type ProofFormat = 'pdf' | 'json';

/** The sealed account of one emergency as a file; fetched, because a plain link carries no bearer. */
export const useProof = (accountId: string, incidentId: string) =>
  useMutation({
    mutationFn: async (format: ProofFormat) =>
      (await api.raw(accountId, `incidents/${incidentId}/proof.${format}`)).blob(),
  });
