import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Cursors } from '@platform/http/cursor';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { In } from 'typeorm';
import { DigestHistory } from './digest-history.entity.js';
import { pageOfDigests } from './digest.queries.js';
import type { DigestPage } from './digest.types.js';

const LIST = 'digests';

/** Past mornings, readable in the app whether or not they could be delivered (VTCR 3.2). */
@Injectable()
export class DigestArchiveService {
  constructor(
    private readonly db: AccountDb,
    private readonly cursors: Cursors,
  ) {}

  /** Latest morning first. Throws `invalid-cursor`. */
  list(accountId: AccountId, page: { limit: number; after?: string | undefined }): Promise<DigestPage> {
    const [before = null] = page.after ? this.cursors.decode(accountId, LIST, page.after) : [];
    return this.db.within(accountId, async (tx) => {
      const ids = await pageOfDigests(tx, page.limit, before);
      const digests = await this.read(tx, ids.slice(0, page.limit));
      const last = ids.length > page.limit ? digests.at(-1) : undefined;
      return { digests, nextCursor: last ? this.cursors.encode(accountId, LIST, [last.digestDate]) : null };
    });
  }

  /** Throws `digest-not-found`. */
  detail(accountId: AccountId, digestId: string): Promise<DigestHistory> {
    return this.db.within(accountId, async (tx) => {
      const [digest] = await this.read(tx, [digestId]);
      if (!digest) throw notFound('digest');
      return digest;
    });
  }

  /** This morning's, or the latest there is. */
  async latest(tx: AccountTx): Promise<DigestHistory | null> {
    const [digest] = await this.read(tx, await pageOfDigests(tx, 1, null).then((ids) => ids.slice(0, 1)));
    return digest ?? null;
  }

  private read(tx: AccountTx, ids: string[]): Promise<DigestHistory[]> {
    return tx.find(DigestHistory, { id: In(ids) }, { digestDate: 'DESC' });
  }
}
