import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { Contact, OnCall, SaveOnCall } from './types.js';

export const onCall = (accountId: string) =>
  queryOptions({ queryKey: [accountId, 'on-call'], queryFn: () => api.get<OnCall>(accountId, 'on-call') });

export type Person = SaveOnCall['primary'];

/** The roster as it shall be, and the version it replaces. */
export type RosterDraft = SaveOnCall & { version: number };

export function useSaveOnCall(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...body }: RosterDraft) =>
      api.put<OnCall>(accountId, 'on-call', { body, basedOn: version }),
    onSuccess: (saved) => {
      client.setQueryData(onCall(accountId).queryKey, saved);
      return client.invalidateQueries({ queryKey: [accountId, 'overview'] });
    },
  });
}

/** Sends the PRD's test text (VTCR 1.2) to one contact. */
export function useTestContact(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (contactId: string) => api.post<Contact>(accountId, `contacts/${contactId}/test`),
    onSuccess: () => client.invalidateQueries({ queryKey: onCall(accountId).queryKey }),
  });
}
