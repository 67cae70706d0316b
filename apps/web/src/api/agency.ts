import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { me } from './me.js';
import { mine } from './request.js';
import type { AddContractor, Contractor, ContractorImport, ListPreview } from './types.js';

export const contractors = (agencyId: string) =>
  queryOptions({
    queryKey: ['agency', agencyId, 'contractors'],
    queryFn: () => mine.get<Contractor[]>(`agencies/${agencyId}/contractors`),
    // There is no live stream across accounts: a fleet on a screen on the wall still has to be true.
    refetchInterval: 30_000,
  });

export function useAddContractor(agencyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: AddContractor) => mine.post<{ accountId: string }>(`agencies/${agencyId}/contractors`, given),
    // The new account must be among the person's own before its pages can open.
    onSuccess: () =>
      Promise.all([
        client.refetchQueries({ queryKey: me().queryKey, exact: true }),
        client.invalidateQueries({ queryKey: contractors(agencyId).queryKey }),
      ]),
  });
}

export function useSetStanding(agencyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ accountId, to }: { accountId: string; to: 'suspend' | 'reactivate' }) =>
      mine.post<undefined>(`agencies/${agencyId}/contractors/${accountId}/${to}`),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: me().queryKey, exact: true }),
        client.invalidateQueries({ queryKey: contractors(agencyId).queryKey }),
      ]),
  });
}

export const usePreviewImport = (agencyId: string) =>
  useMutation({
    mutationFn: (csv: string) => mine.post<ListPreview>(`agencies/${agencyId}/contractor-imports/preview`, { csv }),
  });

export const useStartImport = (agencyId: string) =>
  useMutation({
    mutationFn: (csv: string) => mine.post<ContractorImport>(`agencies/${agencyId}/contractor-imports`, { csv }),
  });

/** Asks again every second while rows are waiting. */
export const contractorImport = (agencyId: string, importId: string) =>
  queryOptions({
    queryKey: ['agency', agencyId, 'imports', importId],
    queryFn: () => mine.get<ContractorImport>(`agencies/${agencyId}/contractor-imports/${importId}`),
    refetchInterval: ({ state }) => (state.data && state.data.waiting === 0 ? false : 1000),
  });
