import type { AccountId } from '@domain/ids';
import type { AccountMembership } from '../identity/identity.types.js';

export interface AccountProfile {
  accountId: AccountId;
  name: string;
  timeZone: string;
  state: string | null;
}

export interface Me {
  user: { id: string; email: string; name: string };
  accounts: (AccountMembership & { name: string; timeZone: string })[];
  agencies: { agencyId: string; name: string }[];
}
