import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { Forwarding, OfferedNumbers, Provisioning, StartProvisioning } from './types.js';

export const provisioning = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'provisioning'],
    queryFn: () => api.get<Provisioning>(accountId, 'provisioning'),
    // The live stream tells of every step; this is for the moment when it is interrupted.
    refetchInterval: ({ state }) => (isUnderway(state.data) ? 3000 : false),
  });

export const isUnderway = (shown: Provisioning | undefined): boolean =>
  shown?.setUp?.state === 'running' || shown?.setUp?.state === 'abandoning';

export const offeredNumbers = (accountId: string, areaCode: string) =>
  queryOptions({
    queryKey: [accountId, 'numbers', areaCode],
    queryFn: () => api.get<OfferedNumbers>(accountId, 'numbers', { areaCode }),
    enabled: /^[2-9]\d{2}$/.test(areaCode),
    retry: false,
  });

function useSetUpChange<Given>(accountId: string, ask: (given: Given) => Promise<Provisioning>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSuccess: (shown) => client.setQueryData(provisioning(accountId).queryKey, shown),
    onSettled: () => client.invalidateQueries({ queryKey: [accountId, 'onboarding'] }),
  });
}

export const useStartSetUp = (accountId: string) =>
  useSetUpChange(accountId, (wanted: StartProvisioning) => api.post<Provisioning>(accountId, 'provisioning', wanted));

/** A person's decision on a set-up that failed. */
export const useDecideSetUp = (accountId: string) =>
  useSetUpChange(accountId, (decision: 'retry' | 'abandon') =>
    api.post<Provisioning>(accountId, `provisioning/${decision}`),
  );

export const useReleaseLine = (accountId: string) =>
  useSetUpChange(accountId, ({ lineId, keep }: { lineId: string; keep: boolean }) =>
    api.post<Provisioning>(accountId, `lines/${lineId}/${keep ? 'keep' : 'release'}`),
  );

export const forwarding = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'forwarding'],
    queryFn: () => api.get<Forwarding>(accountId, 'forwarding'),
    refetchInterval: ({ state }) => (state.data?.lastCheck?.state === 'calling' ? 2000 : false),
  });

export function useCheckForwarding(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post(accountId, 'forwarding/checks', {}),
    onSettled: () => client.invalidateQueries({ queryKey: forwarding(accountId).queryKey }),
  });
}
