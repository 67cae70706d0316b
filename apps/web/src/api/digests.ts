import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { Digest, Page } from './types.js';

export const digests = (accountId: string) =>
  infiniteQueryOptions({
    queryKey: [accountId, 'digests', 'list'],
    queryFn: ({ pageParam }) => api.get<Page<Digest>>(accountId, 'digests', { limit: 30, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const digest = (accountId: string, digestId: string) =>
  queryOptions({
    queryKey: [accountId, 'digests', 'one', digestId],
    queryFn: () => api.get<Digest>(accountId, `digests/${digestId}`),
  });

export function useRetryDigest(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (digestId: string) => api.post(accountId, `digests/${digestId}/retry`),
    onSettled: () =>
      Promise.all(['digests', 'overview'].map((name) => client.invalidateQueries({ queryKey: [accountId, name] }))),
  });
}
