import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { OnCall, SaveOnCall } from './types.js';

export const onCall = (accountId: string) =>
  queryOptions({ queryKey: [accountId, 'on-call'], queryFn: () => api.get<OnCall>(accountId, 'on-call') });

export type Person = SaveOnCall['primary'];

/** The roster as it shall be, and the version it replaces; 0 for the first save. */
export type RosterDraft = SaveOnCall & { version: number };

export function useSaveOnCall(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...body }: RosterDraft) =>
      api.put<OnCall>(accountId, 'on-call', { body, basedOn: version }),
    onSuccess: (saved) => {
      client.setQueryData(onCall(accountId).queryKey, saved);
      return Promise.all(
        ['overview', 'on-call', 'contacts', 'policy'].map((name) =>
          client.invalidateQueries({ queryKey: [accountId, name] }),
        ),
      );
    },
  });
}
