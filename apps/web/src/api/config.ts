import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { Config, SaveConfig, WhatHappens } from './types.js';

export const config = (accountId: string) =>
  queryOptions({ queryKey: [accountId, 'config'], queryFn: () => api.get<Config>(accountId, 'config') });

export const whatHappens = (accountId: string, at: string) =>
  queryOptions({
    queryKey: [accountId, 'config', 'what-happens', at],
    queryFn: () => api.get<WhatHappens>(accountId, 'config/what-happens', { at }),
  });

export function useSaveConfig(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, change }: { version: number; change: SaveConfig }) =>
      api.put<Config>(accountId, 'config', { body: change, basedOn: version }),
    onSuccess: (saved) => {
      client.setQueryData(config(accountId).queryKey, saved);
      return Promise.all([
        client.invalidateQueries({ queryKey: [accountId, 'overview'] }),
        client.invalidateQueries({ queryKey: [accountId, 'config', 'what-happens'] }),
      ]);
    },
  });
}
