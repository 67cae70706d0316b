import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { Contact, ContactChannel, PagerLanguage } from './types.js';

/** Everybody who can be paged, those who have left the team too. */
export const contacts = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'contacts'],
    queryFn: () => api.get<Contact[]>(accountId, 'contacts'),
  });

export interface ContactDraft {
  id?: string;
  name: string;
  phone: string;
  channels: ContactChannel[];
  language: PagerLanguage;
  isActive?: boolean;
}

/** What a change of a contact makes old: the roster shows people too, and ladders are judged by who can be reached. */
function useContactsChanged(accountId: string): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(
      ['contacts', 'on-call', 'policy'].map((name) => client.invalidateQueries({ queryKey: [accountId, name] })),
    );
}

export const useSaveContact = (accountId: string) =>
  useMutation({
    mutationFn: ({ id, isActive, ...body }: ContactDraft) =>
      id
        ? api.patch<Contact>(accountId, `contacts/${id}`, { body: { ...body, isActive } })
        : api.post<Contact>(accountId, 'contacts', body),
    onSuccess: useContactsChanged(accountId),
  });

/** Sends the PRD's test text (VTCR 1.2) to one contact. */
export const useTestContact = (accountId: string) =>
  useMutation({
    mutationFn: (contactId: string) => api.post<Contact>(accountId, `contacts/${contactId}/test`),
    onSuccess: useContactsChanged(accountId),
  });

export const useSendCode = (accountId: string) =>
  useMutation({
    mutationFn: ({ contactId, channel }: { contactId: string; channel: ContactChannel }) =>
      api.post<undefined>(accountId, `contacts/${contactId}/verification`, { channel }),
  });

export const useConfirmCode = (accountId: string) =>
  useMutation({
    mutationFn: ({ contactId, code }: { contactId: string; code: string }) =>
      api.post<Contact>(accountId, `contacts/${contactId}/verification/confirm`, { code }),
    onSuccess: useContactsChanged(accountId),
  });

/** Texts the line's own contact card, so that its number has a name (and a loud ring) on that phone. */
export const useTextCard = (accountId: string) =>
  useMutation({
    mutationFn: (contactId: string) => api.post<undefined>(accountId, `contacts/${contactId}/card`),
  });

export const useDownloadCard = (accountId: string) =>
  useMutation({ mutationFn: async () => (await api.raw(accountId, 'contact-card.vcf')).blob() });
