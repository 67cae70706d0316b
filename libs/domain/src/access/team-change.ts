import type { Role } from './capabilities.js';

/** Somebody of a team. */
export interface TeamMember {
  userId: string;
  role: Role;
}

export type TeamChangeRefusal = 'own-role' | 'last-owner' | 'last-admin';

/**
 * Why a change of one member must not happen; null when it may. `becomes` is the new role, or null when the member leaves.
 * Nobody edits their own role, and a team never loses its last owner or agency admin (reference 2.3, rules).
 */
export function refusalOfChange(
  team: readonly TeamMember[],
  change: { by: string; userId: string; becomes: Role | null },
): TeamChangeRefusal | null {
  if (change.by === change.userId) return 'own-role';
  const role = team.find((member) => member.userId === change.userId)?.role;
  if (role !== 'owner' && role !== 'agency_admin') return null;
  if (change.becomes === role) return null;
  if (team.filter((member) => member.role === role).length > 1) return null;
  return role === 'owner' ? 'last-owner' : 'last-admin';
}
