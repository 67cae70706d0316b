/** A person's role in one account, or `agency_admin` in the agency that looks after it (domain, words). */
export const ROLES = ['agency_admin', 'owner', 'dispatcher', 'csr'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who may do what (reference/security-and-reliability 2.3). The guard, the SPA and the tests read this table; nothing else decides.
 * Agency people see counts and health, never what a caller said.
 */
export const CAPABILITIES = {
  'overview.read': ['agency_admin', 'owner', 'dispatcher', 'csr'],
  'calls.read': ['owner', 'dispatcher', 'csr'],
  'recordings.play': ['owner', 'dispatcher', 'csr'],
  'calls.make_card': ['owner', 'dispatcher'],
  'calls.correct': ['owner', 'dispatcher'],
  'lead_cards.read': ['owner', 'dispatcher', 'csr'],
  'lead_cards.update_callback': ['owner', 'dispatcher', 'csr'],
  'incidents.read': ['owner', 'dispatcher', 'csr'],
  'incidents.handle': ['owner', 'dispatcher'],
  'digests.read': ['owner', 'dispatcher', 'csr'],
  'config.read': ['agency_admin', 'owner', 'dispatcher', 'csr'],
  'config.write': ['agency_admin', 'owner'],
  'on_call.read': ['owner', 'dispatcher', 'csr'],
  'on_call.write': ['owner', 'dispatcher'],
} as const satisfies Record<string, readonly Role[]>;
export type Capability = keyof typeof CAPABILITIES;

/** Whether a role carries a capability. */
export const can = (role: Role, capability: Capability): boolean =>
  (CAPABILITIES[capability] as readonly Role[]).includes(role);
