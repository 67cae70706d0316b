import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { Config, SaveConfig, WhatHappens } from './types.js';

export const config = (accountId: string) =>
  queryOptions({ queryKey: [accountId, 'config'], queryFn: () => api.get<Config>(accountId, 'config') });

/** `at` on the contractor's own clock, as a datetime-local field has it: 2026-12-25T14:30. */
export const whatIf = (accountId: string, at: string) =>
  queryOptions({
    queryKey: [accountId, 'config', 'what-if', at],
    queryFn: () => api.get<WhatHappens>(accountId, 'config/what-if', { at }),
    retry: false,
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
        client.invalidateQueries({ queryKey: [accountId, 'onboarding'] }),
        client.invalidateQueries({ queryKey: [accountId, 'config'] }),
      ]);
    },
  });
}
