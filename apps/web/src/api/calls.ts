import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { Call, CallClass, CallDetail, LeadCard, Page } from './types.js';

interface CallFilter {
  class?: CallClass;
}

export const liveCalls = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'calls', 'live'],
    queryFn: () => api.get<Page<Call>>(accountId, 'calls', { live: true, limit: 50 }),
  });

export const recentCalls = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'calls', 'recent'],
    queryFn: () => api.get<Page<Call>>(accountId, 'calls', { limit: 12 }),
  });

export const callLog = (accountId: string, filter: CallFilter) =>
  infiniteQueryOptions({
    queryKey: [accountId, 'calls', 'log', filter],
    queryFn: ({ pageParam }) => api.get<Page<Call>>(accountId, 'calls', { ...filter, limit: 50, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const callDetail = (accountId: string, callId: string) =>
  queryOptions({
    queryKey: [accountId, 'calls', 'detail', callId],
    queryFn: () => api.get<CallDetail>(accountId, `calls/${callId}`),
  });

/** The audio, fetched with the bearer: a plain `<audio src>` could not carry it. */
export const recordingOf = (accountId: string, callId: string) =>
  queryOptions({
    queryKey: [accountId, 'recording', callId],
    queryFn: async () => (await api.raw(accountId, `calls/${callId}/recording`)).blob(),
    staleTime: Infinity,
    gcTime: 5 * 60_000,
  });

/** A human turns a call that got no card (spam, a quick hang-up) into a lead. */
export function useMakeLeadCard(accountId: string, callId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (classification: 'emergency' | 'routine') =>
      api.post<LeadCard>(accountId, `calls/${callId}/lead-card`, { classification }),
    onSuccess: () => client.invalidateQueries({ queryKey: [accountId] }),
  });
}

/** Whom a call of the office is for. */
export type CallSubject = { leadCardId: string } | { incidentId: string } | { callId: string };

/** Rings a phone of the team, then the customer; written down as a call of the office. */
export function usePlaceCall(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: CallSubject & { deskContactId: string }) =>
      api.post<{ callId: string }>(accountId, 'calls', wish),
    onSuccess: () => client.invalidateQueries({ queryKey: [accountId, 'calls'] }),
  });
}

/** What the office has called about a card, newest first. */
export const callsAbout = (accountId: string, leadCardId: string) =>
  queryOptions({
    queryKey: [accountId, 'calls', 'about', leadCardId],
    queryFn: () => api.get<Page<Call>>(accountId, 'calls', { leadCardId, limit: 20 }),
  });
