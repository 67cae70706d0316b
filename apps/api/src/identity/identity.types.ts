import type { Role } from '@domain/access/capabilities';
import type { AccountId } from '@domain/ids';

/** What a valid access token proves. */
export interface SignedInUser {
  id: string;
  /** The sign-in this token belongs to; revoking it ends the session everywhere. */
  familyId: string;
}

/** A signed-in person acting in one account. */
export interface CurrentMember {
  id: string;
  accountId: AccountId;
  role: Role;
}

export interface SessionTokens {
  accessToken: string;
  expiresAt: Date;
  refreshToken: string;
  refreshExpiresAt: Date;
  user: { id: string; email: string; name: string };
}

export interface AccountMembership {
  accountId: AccountId;
  agencyId: string | null;
  agencyName: string | null;
  role: Role;
}
