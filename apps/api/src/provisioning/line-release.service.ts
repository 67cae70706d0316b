import { DomainError, notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import { Clock } from '@domain/ports/clock';
import { GRACE_DAYS } from '@domain/provisioning/number-limits';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { LineDismantling } from './line-dismantling.service.js';
import { Line } from './line.entity.js';
import { retire } from './lines.queries.js';

const DAY_MS = 86_400_000;

/** Giving a number up. It goes on answering for a while, because the business's phone still forwards to it. */
@Injectable()
export class LineReleaseService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly dismantling: LineDismantling,
  ) {}

  /** Safe to repeat: the first date stands. Throws `line-not-found`. */
  release(accountId: AccountId, lineId: string, actor: Actor): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const line = await heldLine(tx, lineId);
      if (line.state === 'releasing') return;
      const releaseDueAt = new Date(this.clock.now().getTime() + GRACE_DAYS * DAY_MS);
      await tx.update(Line, { id: lineId }, { state: 'releasing', releaseDueAt });
      const data = { releaseDueAt: releaseDueAt.toISOString() };
      await this.journal.record(tx, { event: 'line.release_scheduled', subjectId: lineId, actor, data });
    });
  }

  /** Within the grace period only. Throws `line-not-found`, `release-too-late`. */
  keep(accountId: AccountId, lineId: string, actor: Actor): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const line = await heldLine(tx, lineId);
      if (line.state === 'live') return;
      if (line.releaseDueAt && line.releaseDueAt <= this.clock.now())
        throw new DomainError(
          'conflict',
          'release-too-late',
          'The grace period is over; the number is being released.',
        );
      await tx.update(Line, { id: lineId }, { state: 'live', releaseDueAt: null });
      await this.journal.record(tx, { event: 'line.release_undone', subjectId: lineId, actor });
    });
  }

  /** Alarm `line_release`. The row is retired last: until then the alarm comes back and finds what is left. */
  async carryOut(accountId: AccountId, lineId: string): Promise<void> {
    const line = await this.db.within(accountId, (tx) => tx.findOne(Line, { id: lineId }));
    if (line?.state !== 'releasing' || !line.releaseDueAt || line.releaseDueAt > this.clock.now()) return;
    await this.dismantling.takeApart(accountId, { ...line, number: line.number as E164 });
    await this.db.within(accountId, async (tx) => {
      await retire(tx, line.number, this.clock.now());
      await this.journal.record(tx, { event: 'line.released', subjectId: lineId, actor: { type: 'system' } });
    });
  }
}

async function heldLine(tx: AccountTx, id: string): Promise<Line> {
  const line = await tx.lock(Line, { id });
  if (!line || line.state === 'released') throw notFound('line');
  return line;
}
