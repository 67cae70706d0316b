import type { Role } from '@domain/access/capabilities';

const RANK: Record<Role, number> = { csr: 1, dispatcher: 2, owner: 3, agency_admin: 4 };

/** Nobody hands out more than they have (AUT-06). */
export const mayInvite = (inviter: Role, invited: Role): boolean => RANK[inviter] >= RANK[invited];
