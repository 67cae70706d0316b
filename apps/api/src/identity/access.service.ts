import { needsStepUp, type AgencyCapability } from '@domain/access/capabilities';
import { decideAccess, type AccessDecision, type Standing } from '@domain/access/decide-access';
import { DomainError, notFound } from '@domain/errors/domain-error';
import { isUuid, type AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { AccessJournal } from './access-journal.service.js';
import { isSessionLive, personIn, personInAgency } from './access.queries.js';
import type { KeyHolder, Principal, Wanted } from './access.types.js';
import type { CurrentAgencyAdmin, CurrentMember, SignedInUser } from './identity.types.js';

const REFUSALS: Record<Exclude<AccessDecision, 'allowed'>, string> = {
  'account-suspended': 'This account is suspended. Its agency, or we, can lift that.',
  'not-allowed': 'Your role does not allow this.',
  'grant-needed': 'What callers said is shown to an agency only while the account’s owner lets it look in.',
  'scope-missing': 'This API key does not have the scope for this.',
  'step-up-required': 'Confirm that it is you, then try again.',
};

const sessionEnded = () =>
  new DomainError('unauthenticated', 'session-ended', 'Your session has ended. Sign in again.');
const refusal = (decision: Exclude<AccessDecision, 'allowed'>) =>
  new DomainError('forbidden', decision, REFUSALS[decision]);

/** Who may enter which account and agency. Asked on every request, so that a revoked session, membership, key or grant ends at once on every replica. */
@Injectable()
export class AccessService {
  constructor(
    private readonly db: PlatformDb,
    private readonly journal: AccessJournal,
  ) {}

  /** Throws `account-not-found` alike for a foreign, a missing and a malformed account, and the refusals of `decideAccess`. */
  async enterAccount(principal: Principal, accountId: string, wanted: Wanted): Promise<CurrentMember> {
    const { member, standing } =
      principal.kind === 'user'
        ? await this.personStanding(principal.user, accountId)
        : keyStanding(principal.key, accountId);
    // A route of an account that names no capability is closed, not open.
    const decision = wanted.capability ? decideAccess(standing, wanted.capability) : 'not-allowed';
    if (decision === 'allowed') return this.admit(member, wanted);
    await this.journal.denied(member, wanted, decision);
    throw refusal(decision);
  }

  /** Throws `agency-not-found` alike for a foreign and a missing agency; keys act in accounts only. */
  async enterAgency(
    principal: Principal,
    agencyId: string,
    capability: AgencyCapability | undefined,
  ): Promise<CurrentAgencyAdmin> {
    if (principal.kind === 'api_key' || !isUuid(agencyId)) return this.missing(principal, 'agency');
    const standing = await personInAgency(this.db, principal.user, agencyId);
    if (!standing) throw sessionEnded();
    if (!standing.isAdmin) return this.missing(principal, 'agency');
    if (!capability) throw refusal('not-allowed');
    if (needsStepUp(capability) && !standing.isFresh) throw refusal('step-up-required');
    return { id: principal.user.id, agencyId, actor: { type: 'user', id: principal.user.id } };
  }

  /** On routes outside any account: a person whose session is live. */
  async assertSignedIn(principal: Principal): Promise<void> {
    if (principal.kind === 'api_key') throw refusal('scope-missing');
    if (!(await isSessionLive(this.db, principal.user))) throw sessionEnded();
  }

  private async personStanding(
    user: SignedInUser,
    accountId: string,
  ): Promise<{ member: CurrentMember; standing: Standing }> {
    const principal: Principal = { kind: 'user', user };
    if (!isUuid(accountId)) return this.missing(principal, 'account');
    const found = await personIn(this.db, user, accountId);
    if (!found) throw sessionEnded();
    const { role, accountStatus, grantId, isFresh } = found;
    if (!role) return this.missing(principal, 'account');
    const actor = { type: 'user', id: user.id } as const;
    return {
      member: { id: user.id, accountId: accountId as AccountId, role, actor, grantId, scopes: null },
      standing: { role, accountStatus, isFresh, granted: grantId !== null, scopes: null },
    };
  }

  private async admit(member: CurrentMember, wanted: Wanted): Promise<CurrentMember> {
    await this.journal.admitted(member, wanted);
    return member;
  }

  private async missing(principal: Principal, what: 'account' | 'agency'): Promise<never> {
    if (principal.kind === 'user') {
      await this.assertSignedIn(principal);
      await this.journal.probed(principal.user, what);
    }
    throw notFound(what);
  }
}

function keyStanding(key: KeyHolder, accountId: string): { member: CurrentMember; standing: Standing } {
  const { role, accountStatus, scopes } = key;
  if (key.accountId !== accountId || !role) throw notFound('account');
  const actor = { type: 'api_key', id: key.keyId } as const;
  return {
    member: { id: key.madeBy, accountId: key.accountId, role, actor, grantId: null, scopes },
    standing: { role, accountStatus, scopes, granted: false, isFresh: false },
  };
}
