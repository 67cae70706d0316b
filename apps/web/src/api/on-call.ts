import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { Contact, OnCall } from './types.js';

export const onCall = (accountId: string) =>
  queryOptions({ queryKey: [accountId, 'on-call'], queryFn: () => api.get<OnCall>(accountId, 'on-call') });

export interface Person {
  id?: string;
  name: string;
  phone: string;
}

export interface RosterDraft {
  version: number;
  primary: Person;
  backup: Person | null;
  owner: Person;
  warmTransferEnabled: boolean;
  warmTransferTimeoutSeconds: number;
  smsOncallDelaySeconds: number;
  autoDialDelaySeconds: number;
  backupDelaySeconds: number;
  ownerDelaySeconds: number;
}

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
