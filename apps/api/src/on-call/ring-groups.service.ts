import { DomainError, notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { RingGroupView } from './ring-groups.dto.js';
import { deleteRingGroup, ringGroups, saveMembers, saveRingGroup } from './ring-groups.queries.js';
import type { SaveRingGroup } from './schedule.dto.js';
import { activeContactIds } from './schedule-save.queries.js';

const nameTaken = () => new DomainError('conflict', 'ring-group-exists', 'Another ring group has this name');
const unknownMember = () =>
  new DomainError('invalid', 'unknown-contact', 'Everybody in a ring group must be an active contact of this account');

/** People who are rung one after the other, as a step of a policy can name them. */
@Injectable()
export class RingGroupsService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
  ) {}

  list(accountId: AccountId): Promise<RingGroupView[]> {
    return this.db.within(accountId, (tx) => ringGroups(tx));
  }

  /** Throws `ring-group-exists`, `unknown-contact`. */
  add(accountId: AccountId, wanted: SaveRingGroup, actor: Actor): Promise<RingGroupView> {
    return this.db.within(accountId, (tx) => this.saved(tx, newId(), wanted, actor));
  }

  /** Throws `ring-group-not-found` and what `add` throws. */
  change(accountId: AccountId, id: string, wanted: SaveRingGroup, actor: Actor): Promise<RingGroupView> {
    return this.db.within(accountId, async (tx) => {
      if (!(await ringGroups(tx)).some((group) => group.id === id)) throw notFound('ring group');
      return this.saved(tx, id, wanted, actor);
    });
  }

  /** Throws `ring-group-not-found`. A policy that still names it passes it over at once. */
  remove(accountId: AccountId, id: string, actor: Actor): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      if (!(await deleteRingGroup(tx, id))) throw notFound('ring group');
      await this.journal.record(tx, { event: 'on_call.ring_group_removed', subjectId: id, actor });
    });
  }

  private async saved(tx: AccountTx, id: string, wanted: SaveRingGroup, actor: Actor): Promise<RingGroupView> {
    const active = await activeContactIds(tx);
    if (!wanted.contactIds.every((contactId) => active.has(contactId))) throw unknownMember();
    const name = wanted.name.trim();
    if ((await ringGroups(tx)).some((group) => group.name === name && group.id !== id)) throw nameTaken();
    await saveRingGroup(tx, id, name);
    await saveMembers(tx, id, wanted.contactIds);
    await this.journal.record(tx, { event: 'on_call.ring_group_saved', subjectId: id, actor });
    return { id, name, contactIds: wanted.contactIds };
  }
}
