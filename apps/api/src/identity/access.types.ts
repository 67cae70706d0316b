import type { Capability, Role } from '@domain/access/capabilities';
import type { AccountId } from '@domain/ids';
import type { SignedInUser } from './identity.types.js';

/** An API key whose secret was right, as it stands at this moment. */
export interface KeyHolder {
  keyId: string;
  accountId: AccountId;
  accountStatus: 'active' | 'suspended';
  scopes: string[];
  /** Who made it; the key can do no more than this person can now. */
  madeBy: string;
  /** Null when the maker has left the account. */
  role: Role | null;
}

/** Whoever sent a request, once the token or key has been checked. */
export type Principal = { kind: 'user'; user: SignedInUser } | { kind: 'api_key'; key: KeyHolder };

/** What a request wants, in the words of the route. */
export interface Wanted {
  /** Undefined on a route that names none: closed. */
  capability: Capability | undefined;
  /** The innermost id of the path: the call or card that is asked for. */
  subjectId: string | null;
}
