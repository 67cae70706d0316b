import type { PlatformDb } from './platform-db.js';

/**
 * Refuses to start on a database role that row-level security does not bind (law 2): a superuser, one with BYPASSRLS,
 * or the owner of a tenant table would see every contractor's callers.
 */
export async function assertBoundByRowSecurity(db: PlatformDb): Promise<void> {
  const [role] = await db.query<{ unbound: boolean; owns: number }>(
    `select r.rolsuper or r.rolbypassrls as unbound,
            (select count(*)::int from pg_tables t where t.schemaname = 'public' and pg_has_role(current_user, t.tableowner, 'MEMBER')) as owns
     from pg_roles r where r.rolname = current_user`,
  );
  if (!role || role.unbound || role.owns > 0) {
    throw new Error(
      'DATABASE_URL must name a role without SUPERUSER and BYPASSRLS that owns no table. See README, "Deploy".',
    );
  }
}
