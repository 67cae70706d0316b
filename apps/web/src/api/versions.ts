import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { Config, VersionDiff, VersionPage } from './types.js';

export const versions = (accountId: string) =>
  infiniteQueryOptions({
    queryKey: [accountId, 'config', 'versions'],
    queryFn: ({ pageParam }) => api.get<VersionPage>(accountId, 'config/versions', { before: pageParam, limit: 20 }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextBefore,
  });

export const versionDiff = (accountId: string, from: number, to: number) =>
  queryOptions({
    queryKey: [accountId, 'config', 'diff', from, to],
    queryFn: () => api.get<VersionDiff>(accountId, 'config/versions/diff', { from, to }),
  });

/** Saves an old version as the newest one; nothing is ever taken out of the list. */
export function useRestoreVersion(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ number, basedOn }: { number: number; basedOn: number }) => {
      const answer = await api.raw(accountId, `config/versions/${number}/restore`, { method: 'POST', basedOn });
      return (await answer.json()) as Config;
    },
    onSettled: () =>
      Promise.all(['config', 'overview'].map((name) => client.invalidateQueries({ queryKey: [accountId, name] }))),
  });
}
