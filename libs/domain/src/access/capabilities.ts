/** A person's role in one account, or `agency_admin` in the agency that looks after it (domain, words). */
export const ROLES = ['agency_admin', 'owner', 'dispatcher', 'csr'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that a membership in one account can carry. */
export const ACCOUNT_ROLES = ['owner', 'dispatcher', 'csr'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** What one capability asks of whoever wants it in an account. */
export interface CapabilityRule {
  roles: readonly AccountRole[];
  /** The agency that looks after the account: always, only under a grant that the account gave it, or never. */
  agency: 'always' | 'granted' | 'never';
  /** An API key may carry it as a scope. */
  key: boolean;
  /** Dangerous: a person must have proved a factor within the last five minutes (AUT-13). Never in a key's reach. */
  stepUp?: true;
}

const TEAM = ['owner', 'dispatcher', 'csr'] as const;
const DESK = ['owner', 'dispatcher'] as const;
const OWNER = ['owner'] as const;

/**
 * Who may do what in an account (reference/security-and-reliability 2.3). The guard, the OpenAPI document, the SPA and the
 * tests read this table; nothing else decides. Agency people set an account up and see counts and health; what callers
 * said they see only under the account's own grant.
 */
export const CAPABILITIES = {
  'overview.read': { roles: TEAM, agency: 'always', key: true },
  'live.listen': { roles: TEAM, agency: 'always', key: false },
  'calls.read': { roles: TEAM, agency: 'granted', key: true },
  'recordings.play': { roles: TEAM, agency: 'granted', key: true },
  'calls.place': { roles: TEAM, agency: 'never', key: false },
  'calls.make_card': { roles: DESK, agency: 'never', key: true },
  'calls.correct': { roles: DESK, agency: 'never', key: true },
  'lead_cards.read': { roles: TEAM, agency: 'granted', key: true },
  'lead_cards.update_callback': { roles: TEAM, agency: 'never', key: true },
  'appointments.read': { roles: TEAM, agency: 'granted', key: true },
  'appointments.create': { roles: TEAM, agency: 'never', key: true },
  'appointments.decide': { roles: DESK, agency: 'never', key: true },
  'incidents.read': { roles: TEAM, agency: 'granted', key: true },
  'incidents.handle': { roles: DESK, agency: 'never', key: true },
  'digests.read': { roles: TEAM, agency: 'granted', key: true },
  'digests.retry': { roles: DESK, agency: 'always', key: true },
  'config.read': { roles: TEAM, agency: 'always', key: true },
  'config.write': { roles: OWNER, agency: 'always', key: true },
  'calendar.connect': { roles: OWNER, agency: 'never', key: false, stepUp: true },
  'test_calls.place': { roles: DESK, agency: 'always', key: false },
  'on_call.read': { roles: TEAM, agency: 'always', key: true },
  'on_call.write': { roles: DESK, agency: 'always', key: true },
  'policies.read': { roles: TEAM, agency: 'always', key: true },
  'policies.write': { roles: DESK, agency: 'always', key: true },
  'drills.run': { roles: DESK, agency: 'never', key: false },
  'provisioning.read': { roles: DESK, agency: 'always', key: true },
  'provisioning.write': { roles: OWNER, agency: 'always', key: false },
  'line.release': { roles: OWNER, agency: 'always', key: false, stepUp: true },
  'onboarding.read': { roles: DESK, agency: 'always', key: true },
  'onboarding.write': { roles: OWNER, agency: 'always', key: false },
  'team.read': { roles: DESK, agency: 'always', key: false },
  'team.invite': { roles: OWNER, agency: 'always', key: false, stepUp: true },
  'team.manage': { roles: OWNER, agency: 'always', key: false, stepUp: true },
  'api_keys.read': { roles: OWNER, agency: 'always', key: false },
  'api_keys.manage': { roles: OWNER, agency: 'always', key: false, stepUp: true },
  'access_grants.read': { roles: OWNER, agency: 'always', key: false },
  'access_grants.manage': { roles: OWNER, agency: 'never', key: false, stepUp: true },
  'journal.read': { roles: OWNER, agency: 'never', key: true },
} as const satisfies Record<string, CapabilityRule>;
export type Capability = keyof typeof CAPABILITIES;

/** What an agency's admins do in the agency itself, outside any one account. True: asks for a fresh factor first. */
export const AGENCY_CAPABILITIES = {
  'agency.read': false,
  'agency.write': false,
  'contractors.read': false,
  'contractors.create': false,
  'contractors.suspend': true,
  'agency_team.read': false,
  'agency_team.invite': true,
  'agency_team.manage': true,
} as const satisfies Record<string, boolean>;
export type AgencyCapability = keyof typeof AGENCY_CAPABILITIES;

/** The rule of a capability, as one shape. */
export const ruleOf = (capability: Capability): CapabilityRule => CAPABILITIES[capability];

/** Whether a role carries a capability; `granted`: the account lets its agency look in at the moment. */
export function can(role: Role, capability: Capability, granted = false): boolean {
  const rule = ruleOf(capability);
  if (role !== 'agency_admin') return rule.roles.includes(role);
  return rule.agency === 'always' || (rule.agency === 'granted' && granted);
}

const isOfAgency = (capability: Capability | AgencyCapability): capability is AgencyCapability =>
  capability in AGENCY_CAPABILITIES;

/** Whether a person is asked to prove again that it is them. */
export const needsStepUp = (capability: Capability | AgencyCapability): boolean =>
  isOfAgency(capability) ? AGENCY_CAPABILITIES[capability] : ruleOf(capability).stepUp === true;

/** Capabilities an API key may be given. */
export const KEY_SCOPES = (Object.keys(CAPABILITIES) as Capability[]).filter((capability) => ruleOf(capability).key);
