import { can, KEY_SCOPES, type Capability } from '@domain/access/capabilities';
import { DomainError, notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { isKeyId, newApiKey } from './api-key-format.js';
import {
  endWithOverlap,
  findKey,
  keysOf,
  lockKeyCount,
  revokeKey,
  storeKey,
  type ApiKeyRow,
} from './api-keys.queries.js';
import type { CurrentMember } from './identity.types.js';

const MOST_KEYS = 20;
const ROTATED_DAYS = 365;

/** What somebody wants a new key to be. */
export interface KeyWish {
  name: string;
  scopes: Capability[];
  days: number;
}

/** A key just made: the only moment its text exists outside the caller's hands. */
export interface MadeKey {
  row: ApiKeyRow;
  text: string;
}

const beyondRole = (scope: string) =>
  new DomainError('invalid', 'scope-beyond-role', `You cannot give a key what you may not do yourself: ${scope}`);

/** The keys of third parties (reference 2.2). */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
  ) {}

  list(accountId: AccountId): Promise<ApiKeyRow[]> {
    return this.db.within(accountId, keysOf);
  }

  /** Throws `scope-beyond-role` and, with twenty keys in use, `too-many-keys`. */
  create(member: CurrentMember, wish: KeyWish): Promise<MadeKey> {
    assertWithinRole(member, wish.scopes);
    return this.db.within(member.accountId, async (tx) => {
      if ((await lockKeyCount(tx)) >= MOST_KEYS)
        throw new DomainError('conflict', 'too-many-keys', `Revoke a key first: ${MOST_KEYS} are in use.`);
      const made = await this.make(tx, member, wish);
      await this.record(tx, member, 'api_key.created', { keyId: made.row.keyId, scopes: wish.scopes });
      return made;
    });
  }

  /**
   * A successor with the same name and scopes; the old key goes on for `overlapHours` so that its users can change over.
   * Throws `api-key-not-found`, `scope-beyond-role`, and `key-not-in-use` for one already rotated, revoked or expired.
   */
  rotate(member: CurrentMember, keyId: string, overlapHours: number): Promise<MadeKey> {
    return this.db.within(member.accountId, async (tx) => {
      await lockKeyCount(tx);
      const old = await this.find(tx, keyId);
      assertWithinRole(member, old.scopes);
      const made = await this.make(tx, member, { name: old.name, scopes: old.scopes, days: ROTATED_DAYS });
      const next = { keyId: made.row.keyId, overlapHours };
      if (!(await endWithOverlap(tx, keyId, next)))
        throw new DomainError('conflict', 'key-not-in-use', 'This key was rotated before, revoked, or has expired.');
      await this.record(tx, member, 'api_key.rotated', { keyId, successor: next.keyId, overlapHours });
      return made;
    });
  }

  /** Ends a key on every replica at once. Revoking one that is over changes nothing. Throws `api-key-not-found`. */
  revoke(member: CurrentMember, keyId: string): Promise<void> {
    return this.db.within(member.accountId, async (tx) => {
      await this.find(tx, keyId);
      if (await revokeKey(tx, keyId, member.id)) await this.record(tx, member, 'api_key.revoked', { keyId });
    });
  }

  private async find(tx: AccountTx, keyId: string): Promise<ApiKeyRow> {
    const row = isKeyId(keyId) ? await findKey(tx, keyId) : undefined;
    if (!row) throw notFound('api key');
    return row;
  }

  private async make(tx: AccountTx, member: CurrentMember, wish: KeyWish): Promise<MadeKey> {
    const { keyId, text, secretHash } = newApiKey();
    await storeKey(tx, { ...wish, keyId, secretHash, madeBy: member.id });
    const row = await findKey(tx, keyId);
    if (!row) throw new Error('insert returned nothing');
    return { row, text };
  }

  private record(tx: AccountTx, { actor }: CurrentMember, event: string, data: Record<string, unknown>): Promise<void> {
    return this.journal.record(tx, { event, subjectId: null, actor, data });
  }
}

/** A key is never more than a part of its maker. */
function assertWithinRole(member: CurrentMember, scopes: readonly Capability[]): void {
  const beyond = scopes.find((scope) => !KEY_SCOPES.includes(scope) || !can(member.role, scope));
  if (beyond) throw beyondRole(beyond);
}
