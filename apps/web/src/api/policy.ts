import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { Policy, PolicyPreview, SavePolicy, Trade } from './types.js';

const pathOf = (path: string, trade: Trade | null): string => (trade ? `${path}?trade=${trade}` : path);

/** The account's ladder, or the one of a trade. */
export const policy = (accountId: string, trade: Trade | null) =>
  queryOptions({
    queryKey: [accountId, 'policy', trade ?? 'account'],
    queryFn: () => api.get<Policy>(accountId, pathOf('escalation-policy', trade)),
  });

/** What a draft would do tonight; nothing is saved. */
export const policyPreview = (accountId: string, trade: Trade | null, draft: SavePolicy) =>
  queryOptions({
    queryKey: [accountId, 'policy', 'preview', trade, draft],
    queryFn: () =>
      api.post<PolicyPreview>(accountId, 'escalation-policy/preview', { policy: draft, ...(trade && { trade }) }),
    placeholderData: keepPreviousData,
    retry: false,
  });

export type PolicyDraft = SavePolicy & { version: number };

function usePolicyChange<Change>(accountId: string, change: (change: Change) => Promise<Policy>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (saved) => client.setQueryData(policy(accountId, saved.trade).queryKey, saved),
    onSettled: () => client.invalidateQueries({ queryKey: [accountId, 'policy'] }),
  });
}

export const useSavePolicy = (accountId: string, trade: Trade | null) =>
  usePolicyChange(accountId, ({ version, ...body }: PolicyDraft) =>
    api.put<Policy>(accountId, pathOf('escalation-policy', trade), { body, basedOn: version }),
  );

/** Back to the ladder that the simple form's delays make. */
export const useResetPolicy = (accountId: string, trade: Trade | null) =>
  usePolicyChange(accountId, (version: number) =>
    api.postOn<Policy>(accountId, pathOf('escalation-policy/reset', trade), version),
  );
