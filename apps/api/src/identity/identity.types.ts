import type { Role } from '@domain/access/capabilities';
import type { AccountId } from '@domain/ids';

/** What a valid access token proves. */
export interface SignedInUser {
  id: string;
  /** The sign-in this token belongs to; revoking it ends the session everywhere. */
  familyId: string;
}

/** Who acts, as the journal writes it. */
export type MemberActor = { type: 'user'; id: string } | { type: 'api_key'; id: string };

/** A signed-in person, or an API key, acting in one account. */
export interface CurrentMember {
  /** The person; for an API key the one who made it. */
  id: string;
  accountId: AccountId;
  role: Role;
  actor: MemberActor;
  /** The account's permission for its agency to read what callers said, when this request stands on it. */
  grantId: string | null;
  /** An API key's scopes; null for a person. */
  scopes: readonly string[] | null;
}

/** A signed-in agency admin acting in the agency itself. */
export interface CurrentAgencyAdmin {
  id: string;
  agencyId: string;
  actor: MemberActor;
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
  status: 'active' | 'suspended';
  /** `agency`: looked after, not belonged to; every page of the account says so. */
  actingAs: 'member' | 'agency';
  /** Until when the account lets its agency read what callers said; null for members and without a grant. */
  grantedUntil: Date | null;
}

/** Where a request comes from. */
export interface Visitor {
  ip: string;
  /** /24 or /48 of the address. */
  network: string;
  userAgent: string | null;
}

/** One of a person's sessions, as its owner sees it. */
export interface SessionSeen {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
  network: string | null;
  secondFactor: boolean;
}

/** What the right password leads to: a session, or a question for a code first. */
export type SignInStep =
  { kind: 'signed-in'; tokens: SessionTokens } | { kind: 'code-needed'; ticket: string; by: 'authenticator' | 'email' };

export type SignUpKind = 'agency' | 'contractor';

/** Somebody whose address has answered, and what they asked to open. */
export interface Verified {
  user: { id: string; email: string; name: string };
  kind: SignUpKind;
  /** Id of the agency or account to make. */
  becomesId: string;
  organisation: string;
  /** IANA name. */
  timeZone: string;
}

/** Exactly one of account and agency. */
export interface NewMembership {
  userId: string;
  accountId: string | null;
  agencyId: string | null;
  role: Role;
}
