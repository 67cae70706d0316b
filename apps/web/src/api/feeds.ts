import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { Feed, NewFeed } from './types.js';

/** Calendar subscriptions that have been handed out. Their addresses are shown once and never again. */
export const feeds = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'on-call', 'feeds'],
    queryFn: () => api.get<Feed[]>(accountId, 'on-call/feeds'),
  });

export function useAddFeed(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (contactId: string | undefined) => api.post<NewFeed>(accountId, 'on-call/feeds', { contactId }),
    onSettled: () => client.invalidateQueries({ queryKey: feeds(accountId).queryKey }),
  });
}

export function useRevokeFeed(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.remove(accountId, `on-call/feeds/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: feeds(accountId).queryKey }),
  });
}
