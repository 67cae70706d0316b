import { DomainError } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import type { ContractorDraft } from '@domain/onboarding/contractor-row';
import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { InvitationsService } from '../accounts/invitations.service.js';
import { SignupService } from '../accounts/signup.service.js';
import type { CurrentAgencyAdmin } from '../identity/identity.types.js';

/** Contractors that an agency brings, one at a time. */
@Injectable()
export class NewContractorsService {
  constructor(
    private readonly signup: SignupService,
    private readonly invitations: InvitationsService,
  ) {}

  /**
   * One contractor for one request of an agency, however often it asks. Only the first asking invites the owner: inviting
   * into an account that exists is another act, which asks for a fresh proof of who acts.
   */
  async addOnce(admin: CurrentAgencyAdmin, requestId: string, draft: ContractorDraft): Promise<AccountId> {
    const accountId = v5(requestId, admin.agencyId) as AccountId;
    const isNew = await this.create(admin, accountId, draft);
    if (isNew && draft.ownerEmail) await this.invite(admin, accountId, draft.ownerEmail);
    return accountId;
  }

  /**
   * A row of a list: the contractor with draft settings, and an invitation to its owner when there is an address. Doing it again with the
   * same id adds nothing. Returns what the person should know, or null. Throws `account-id-taken`.
   */
  async add(admin: CurrentAgencyAdmin, accountId: AccountId, draft: ContractorDraft): Promise<string | null> {
    await this.create(admin, accountId, draft);
    return draft.ownerEmail ? this.invite(admin, accountId, draft.ownerEmail) : null;
  }

  private create(admin: CurrentAgencyAdmin, accountId: AccountId, draft: ContractorDraft): Promise<boolean> {
    const { ownerEmail, state, ...rest } = draft;
    const contractor = { ...rest, ...(ownerEmail ? { ownerEmail } : {}), ...(state ? { state } : {}) };
    return this.signup.createContractor({ ...contractor, accountId, agencyId: admin.agencyId }, admin.actor);
  }

  /** A letter that cannot go out must not undo the contractor: the agency invites again later. */
  private async invite(admin: CurrentAgencyAdmin, accountId: AccountId, email: string): Promise<string | null> {
    const member = {
      id: admin.id,
      accountId,
      role: 'agency_admin',
      actor: admin.actor,
      grantId: null,
      scopes: null,
    } as const;
    try {
      await this.invitations.invite(member, { email, role: 'owner' });
      return null;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'already-member') return null;
      if (error instanceof DomainError) return `Added. The owner could not be invited: ${error.message}`;
      throw error;
    }
  }
}
