import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { Drill, Trade, WakeStatistics } from './types.js';

/** The newest twenty. */
export const drills = (accountId: string) =>
  queryOptions({ queryKey: [accountId, 'drills'], queryFn: () => api.get<Drill[]>(accountId, 'drills') });

function useDrillChange<Change>(accountId: string, change: (change: Change) => Promise<Drill>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: drills(accountId).queryKey }),
  });
}

export const useStartDrill = (accountId: string) =>
  useDrillChange(accountId, (trade: Trade | null) => api.post<Drill>(accountId, 'drills', trade ? { trade } : {}));

export const useCancelDrill = (accountId: string) =>
  useDrillChange(accountId, (id: string) => api.post<Drill>(accountId, `drills/${id}/cancel`));

export const wakeStatistics = (accountId: string, days: number) =>
  queryOptions({
    queryKey: [accountId, 'on-call', 'wakes', days],
    queryFn: () => api.get<WakeStatistics[]>(accountId, 'wake-statistics', { days }),
  });
