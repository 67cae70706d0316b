import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { me } from './me.js';
import { api } from './request.js';
import type { AccessGrant, ApiKey, CreateApiKey, NewApiKey } from './types.js';

export const apiKeys = (accountId: string) =>
  queryOptions({ queryKey: [accountId, 'api-keys'], queryFn: () => api.get<ApiKey[]>(accountId, 'api-keys') });

function useKeyChange<Given, Answer>(accountId: string, mutationFn: (given: Given) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: apiKeys(accountId).queryKey }),
  });
}

export const useMakeKey = (accountId: string) =>
  useKeyChange(accountId, (given: CreateApiKey) => api.post<NewApiKey>(accountId, 'api-keys', given));

/** The old key goes on for a day, so that nothing stops while the new one is put in its place. */
export const useRotateKey = (accountId: string) =>
  useKeyChange(accountId, (keyId: string) => api.post<NewApiKey>(accountId, `api-keys/${keyId}/rotate`, {}));

export const useRevokeKey = (accountId: string) =>
  useKeyChange(accountId, (keyId: string) => api.remove(accountId, `api-keys/${keyId}`));

export const accessGrants = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'access-grants'],
    queryFn: () => api.get<AccessGrant[]>(accountId, 'access-grants'),
  });

function useGrantChange<Given>(accountId: string, mutationFn: (given: Given) => Promise<AccessGrant>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: accessGrants(accountId).queryKey }),
        client.invalidateQueries({ queryKey: me().queryKey, exact: true }),
      ]),
  });
}

export const useOpenGrant = (accountId: string) =>
  useGrantChange(accountId, (hours: number) => api.post<AccessGrant>(accountId, 'access-grants', { hours }));

export const useCloseGrant = (accountId: string) =>
  useGrantChange(accountId, (grantId: string) => api.remove<AccessGrant>(accountId, `access-grants/${grantId}`));
