import type { Me } from '../api/types.js';

const LAST = 'nightdesk.account';

export const NO_ACCOUNT =
  'You are signed in, but no contractor account is open to you yet. Ask an owner for an invitation.';

/** The account of the last visit if it is still open to this person; else their own first one. An agency has its list instead. */
export function homeAccount({ accounts }: Me): string | null {
  const last = localStorage.getItem(LAST);
  const again = accounts.find((account) => account.accountId === last);
  return (again ?? accounts.find((account) => account.actingAs !== 'agency'))?.accountId ?? null;
}

export const rememberAccount = (accountId: string): void => localStorage.setItem(LAST, accountId);
