import { QueryClient } from '@tanstack/react-query';
import { isRefusal } from '../api/problem.js';

/** The live stream says when something changed, so data stays fresh for a minute without asking again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, refetchOnWindowFocus: true, retry: (tries, error) => tries < 2 && !isRefusal(error) },
    mutations: { retry: false },
  },
});
