import { queryOptions } from '@tanstack/react-query';
import { api } from './request.js';
import type { Overview } from './types.js';

export const overview = (accountId: string) =>
  queryOptions({ queryKey: [accountId, 'overview'], queryFn: () => api.get<Overview>(accountId, 'overview') });
