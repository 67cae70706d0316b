import {
  infiniteQueryOptions,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query';
import { api } from './request.js';
import type { Disagreement, Opinion, Page } from './types.js';

export type CorrectClass = 'emergency' | 'routine' | 'spam';

export interface Correction {
  callId: string;
  classification: CorrectClass;
}

export const disagreements = (accountId: string) =>
  infiniteQueryOptions({
    queryKey: [accountId, 'disagreements'],
    queryFn: ({ pageParam }) =>
      api.get<Page<Disagreement>>(accountId, 'disagreements', { limit: 20, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/**
 * A person says what the call should have been; the rules are checked against it. The list shows it at once, a refusal
 * takes that one word back. Corrections run one after the other, and only the last one asks the API how things stand.
 */
export function useCorrectCall(accountId: string) {
  const client = useQueryClient();
  const name = [accountId, 'correction'];
  return useMutation({
    mutationKey: name,
    scope: { id: name.join('/') },
    mutationFn: ({ callId, classification }: Correction) =>
      api.post<undefined>(accountId, `calls/${callId}/correction`, { classification }),
    onMutate: async ({ callId, classification }) => {
      await client.cancelQueries({ queryKey: disagreements(accountId).queryKey });
      const before = humanWord(client, accountId, callId);
      const human = { classification, reasoning: 'Corrected by hand', evidence: [] };
      amend(client, accountId, { callId, human });
      return { callId, human: before };
    },
    onError: (_error, _correction, before) => before && amend(client, accountId, before),
    onSettled: () =>
      client.isMutating({ mutationKey: name }) === 1 ? client.invalidateQueries({ queryKey: [accountId] }) : undefined,
  });
}

interface HumanWord {
  callId: string;
  human: Opinion | null;
}

function humanWord(client: QueryClient, accountId: string, callId: string): Opinion | null {
  const list = client.getQueryData(disagreements(accountId).queryKey);
  return list?.pages.flatMap((page) => page.data).find((one) => one.callId === callId)?.human ?? null;
}

function amend(client: QueryClient, accountId: string, { callId, human }: HumanWord): void {
  const swap = (one: Disagreement): Disagreement => (one.callId === callId ? { ...one, human } : one);
  client.setQueryData<InfiniteData<Page<Disagreement>, string | null>>(
    disagreements(accountId).queryKey,
    (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, data: page.data.map(swap) })) },
  );
}

/** Every correction as a labelled case, one JSON object per line; fetched, because a plain link carries no bearer. */
export const useExportCorrections = (accountId: string) =>
  useMutation({ mutationFn: async () => (await api.raw(accountId, 'disagreements/export')).blob() });
