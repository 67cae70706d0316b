import { can, needsStepUp, ruleOf, type Capability, type Role } from './capabilities.js';

/** How somebody stands in one account at the moment of a request. */
export interface Standing {
  role: Role;
  /** The account lets its agency look at callers' words just now. */
  granted: boolean;
  /** An API key's scopes; null for a person, who has all their role has. */
  scopes: readonly string[] | null;
  /** A factor was proved within the last five minutes. */
  isFresh: boolean;
  accountStatus: 'active' | 'suspended';
}

export type AccessDecision =
  'allowed' | 'account-suspended' | 'not-allowed' | 'grant-needed' | 'scope-missing' | 'step-up-required';

/**
 * Whether a standing carries a capability. A key has what its scopes and its maker's role both allow at this moment
 * (KEY-04). Step-up comes last, so that nobody is asked to prove anything for what they may not do anyway.
 */
export function decideAccess(standing: Standing, capability: Capability): AccessDecision {
  if (standing.accountStatus === 'suspended') return 'account-suspended';
  if (!can(standing.role, capability, standing.granted)) return whyNot(standing.role, capability);
  if (standing.scopes && !(ruleOf(capability).key && standing.scopes.includes(capability))) return 'scope-missing';
  return needsStepUp(capability) && !standing.isFresh ? 'step-up-required' : 'allowed';
}

const whyNot = (role: Role, capability: Capability): AccessDecision =>
  role === 'agency_admin' && ruleOf(capability).agency === 'granted' ? 'grant-needed' : 'not-allowed';

/** Whether an answer about something else may also show this: without a grant, whose every use is written down. */
export const mayAlsoSee = ({ role, scopes }: Pick<Standing, 'role' | 'scopes'>, capability: Capability): boolean =>
  can(role, capability) && (scopes === null || scopes.includes(capability));
