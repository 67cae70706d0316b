import { queryOptions } from '@tanstack/react-query';
import { api } from './request.js';
import { setServerNow } from './server-clock.js';
import type { Overview } from './types.js';

/** Every answer also says what time it is: whatever is drawn next counts from the API's clock, not from this computer's. */
export const overview = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'overview'],
    queryFn: async () => {
      const answer = await api.get<Overview>(accountId, 'overview');
      setServerNow(answer.now);
      return answer;
    },
  });
