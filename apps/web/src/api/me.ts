import { queryOptions } from '@tanstack/react-query';
import { getMine } from './request.js';
import type { Me } from './types.js';

export const me = () =>
  queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => getMine<Me>('me', signal), staleTime: Infinity });
