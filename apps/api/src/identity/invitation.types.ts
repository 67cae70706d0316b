import type { Role } from '@domain/access/capabilities';

/** Exactly one of the two: where the invited person is to belong. */
export type Team = { accountId: string; agencyId: null } | { accountId: null; agencyId: string };

/** An invitation that nobody has accepted yet. */
export interface OpenInvitation {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
  isExpired: boolean;
}

/** What the invited person sees before accepting. */
export interface InvitationOffer {
  team: Team;
  organisation: string;
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: Date;
  /** Whether the address has an account; only whoever holds the mailed link can ask. */
  hasAccount: boolean;
}
