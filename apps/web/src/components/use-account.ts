import { can, type Capability } from '@domain/access/capabilities';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { me } from '../api/me.js';
import type { AccountMembership } from '../api/types.js';

/** The account whose pages are open, as the signed-in person sees it. */
export function useAccount(): AccountMembership {
  const { accountId } = useParams({ strict: false });
  const { data } = useSuspenseQuery(me());
  const account = data.accounts.find((one) => one.accountId === accountId);
  if (!account) throw new Error('This account does not exist, or you are not a member of it.');
  return account;
}

/** What this person may do here, by the one table; an agency's grant opens more while it lasts. */
export function useMay(): (capability: Capability) => boolean {
  const { role, grantedUntil } = useAccount();
  return (capability) => can(role, capability, grantedUntil !== null);
}

export const useCan = (capability: Capability): boolean => useMay()(capability);
