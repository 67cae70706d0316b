import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from './request.js';
import type { CallbackStatus, LeadCard, Page } from './types.js';

export interface LeadFilter {
  callbackStatus?: CallbackStatus;
  class?: 'emergency' | 'routine' | 'spam';
  q?: string;
  order?: 'newest' | 'waiting';
}

export interface CallbackChange {
  /** The card as it stood on the screen when the person decided. */
  card: LeadCard;
  status: CallbackStatus;
  notes?: string;
}

export const leadCards = (accountId: string, filter: LeadFilter) =>
  infiniteQueryOptions({
    queryKey: [accountId, 'lead-cards', 'list', filter],
    queryFn: ({ pageParam }) =>
      api.get<Page<LeadCard>>(accountId, 'lead-cards', { ...filter, limit: 50, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const leadCard = (accountId: string, cardId: string) =>
  queryOptions({
    queryKey: [accountId, 'lead-cards', 'card', cardId],
    queryFn: () => api.get<LeadCard>(accountId, `lead-cards/${cardId}`),
  });

export const leadCounts = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'lead-cards', 'counts'],
    queryFn: () => api.get<{ needsCallback: number }>(accountId, 'lead-cards/counts'),
  });

/**
 * Shown at once, confirmed by the API; a refusal (412: somebody was faster) puts the card back as it stood.
 * Changes run one after the other and build on our own last one, so that two quick keys do not refuse each other.
 */
export function useSetCallback(accountId: string) {
  const client = useQueryClient();
  const ownVersions = useRef(new Map<string, number>()).current;
  return useMutation({
    scope: { id: `callback/${accountId}` },
    mutationFn: ({ card, status, notes }: CallbackChange) =>
      api.patch<LeadCard>(accountId, `lead-cards/${card.id}/callback`, {
        body: { status, notes },
        basedOn: Math.max(card.version, ownVersions.get(card.id) ?? 0),
      }),
    onMutate: async ({ card, status, notes }) => {
      await client.cancelQueries({ queryKey: [accountId, 'lead-cards'] });
      const shown = { ...card, callbackStatus: status, callbackNotes: notes ?? card.callbackNotes };
      amend(client, accountId, shown);
    },
    onSuccess: (card) => {
      ownVersions.set(card.id, card.version);
      amend(client, accountId, card);
    },
    onError: (_error, { card }) => amend(client, accountId, card),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [accountId, 'lead-cards'] }),
        client.invalidateQueries({ queryKey: [accountId, 'overview'] }),
      ]),
  });
}

function amend(client: QueryClient, accountId: string, amended: LeadCard): void {
  const swap = (card: LeadCard): LeadCard => (card.id === amended.id ? amended : card);
  client.setQueryData(leadCard(accountId, amended.id).queryKey, amended);
  client.setQueriesData<InfiniteData<Page<LeadCard>>>(
    { queryKey: [accountId, 'lead-cards', 'list'] },
    (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, data: page.data.map(swap) })) },
  );
}
