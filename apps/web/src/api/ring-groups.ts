import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { RingGroup } from './types.js';

export const ringGroups = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'on-call', 'ring-groups'],
    queryFn: () => api.get<RingGroup[]>(accountId, 'on-call/ring-groups'),
  });

export interface RingGroupDraft {
  id?: string;
  name: string;
  contactIds: string[];
}

function useGroupChange<Change, Answer>(accountId: string, change: (change: Change) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ringGroups(accountId).queryKey }),
        client.invalidateQueries({ queryKey: [accountId, 'policy'] }),
      ]),
  });
}

export const useSaveRingGroup = (accountId: string) =>
  useGroupChange(accountId, ({ id, ...body }: RingGroupDraft) =>
    id
      ? api.raw(accountId, `on-call/ring-groups/${id}`, { method: 'PUT', body })
      : api.raw(accountId, 'on-call/ring-groups', { method: 'POST', body }),
  );

export const useRemoveRingGroup = (accountId: string) =>
  useGroupChange(accountId, (id: string) => api.remove(accountId, `on-call/ring-groups/${id}`));
