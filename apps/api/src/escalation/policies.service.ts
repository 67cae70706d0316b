import { DomainError, stale } from '@domain/errors/domain-error';
import type { EscalationPolicy } from '@domain/escalation/policy';
import { namedPolicy, type PolicyDraft } from '@domain/escalation/policy-steps';
import type { AccountId } from '@domain/ids';
import type { Trade } from '@domain/triage/triage.types';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { alarmClock } from './escalation.queries.js';
import { takeTurnsWithPolicies } from './policies.queries.js';
import { toPolicyView, type PolicyPreview, type PolicyView } from './policies.dto.js';
import { Policy } from './policy.entity.js';
import { PolicyPreviewService, type PreviewWant } from './policy-preview.service.js';
import { PolicySourceService } from './policy-source.service.js';

/** A policy that is looked at before it is saved; without a draft, what is stored. */
export interface PreviewWish extends PreviewWant {
  draft: PolicyDraft | null;
}

/** Who changes which version. */
export interface PolicyEdit {
  version: number;
  actor: Actor;
}

/** Ladders as contractors write them (issue 4, item 3). */
@Injectable()
export class PoliciesService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly source: PolicySourceService,
    private readonly previews: PolicyPreviewService,
  ) {}

  read(accountId: AccountId, trade: Trade | null): Promise<PolicyView> {
    return this.db.within(accountId, (tx) => this.view(tx, trade));
  }

  /** Detaches the ladder from the simple form. Throws `escalation-policy-changed`, and a `policy-…` for one that may reach nobody. */
  save(accountId: AccountId, trade: Trade | null, seen: PolicyEdit, draft: PolicyDraft): Promise<PolicyView> {
    return this.db.within(accountId, async (tx) => {
      const policy = namedPolicy(draft);
      const problem = await this.previews.problem(tx, policy, { trade: trade ?? undefined });
      if (problem) throw new DomainError('invalid', problem.code, problem.words);
      await this.store(tx, trade, seen, policy);
      return this.view(tx, trade);
    });
  }

  /** Back to the standard ladder; a trade goes back to the account's own policy. */
  reset(accountId: AccountId, trade: Trade | null, seen: PolicyEdit): Promise<PolicyView> {
    return this.db.within(accountId, async (tx) => {
      await this.store(tx, trade, seen, null);
      return this.view(tx, trade);
    });
  }

  /** Who a ladder would page at any time, in one sentence and in turns. Saves nothing. */
  preview(accountId: AccountId, wish: PreviewWish): Promise<PolicyPreview> {
    return this.db.within(accountId, async (tx) => {
      const policy = wish.draft ? namedPolicy(wish.draft) : await this.source.policyFor(tx, wish.trade ?? null);
      const { draft: _, ...want } = wish;
      return this.previews.of(tx, policy, want);
    });
  }

  private async view(tx: AccountTx, trade: Trade | null): Promise<PolicyView> {
    const row = await this.rowOf(tx, trade);
    const policy = row?.policy ?? (await this.source.policyFor(tx, trade));
    const preview = await this.previews.of(tx, policy, { at: null, trade: trade ?? undefined });
    return toPolicyView({ trade, version: row?.version ?? 0, isStandard: !row?.policy, policy, preview });
  }

  private async store(
    tx: AccountTx,
    trade: Trade | null,
    { version, actor }: PolicyEdit,
    policy: EscalationPolicy | null,
  ): Promise<void> {
    await takeTurnsWithPolicies(tx);
    const row = await this.rowOf(tx, trade);
    if ((row?.version ?? 0) !== version) throw stale('escalation policy');
    const stamped = { policy, version: version + 1, updatedAt: await alarmClock(tx) };
    const id = row?.id ?? newId();
    if (row) await tx.update(Policy, { id }, stamped);
    else await tx.insert(Policy, { id, trade, ...stamped });
    const event = policy ? 'policy.changed' : 'policy.reset';
    await this.journal.record(tx, { event, subjectId: id, actor, data: { trade, version: version + 1 } });
  }

  private async rowOf(tx: AccountTx, trade: Trade | null): Promise<Policy | undefined> {
    return (await tx.find(Policy, {})).find((row) => row.trade === trade);
  }
}
