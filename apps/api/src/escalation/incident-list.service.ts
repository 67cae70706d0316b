import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Cursors } from '@platform/http/cursor';
import { AccountDb } from '@platform/tenancy/account-db';
import { In } from 'typeorm';
import { pageOfIncidents, type IncidentFilter } from './incident-page.queries.js';
import { Incident } from './incident.entity.js';
import { toIncidentView, type IncidentPage } from './incidents.dto.js';

const LIST = 'incidents';

/** Emergencies, newest first. */
@Injectable()
export class IncidentListService {
  constructor(
    private readonly db: AccountDb,
    private readonly cursors: Cursors,
  ) {}

  list(accountId: AccountId, filter: IncidentFilter): Promise<IncidentPage> {
    const [openedAt, id] = filter.after ? this.cursors.decode(accountId, LIST, filter.after) : [];
    const after = openedAt && id ? { openedAt: new Date(openedAt), id } : null;
    return this.db.within(accountId, async (tx) => {
      const ids = await pageOfIncidents(tx, filter, after);
      const incidents = await tx.find(
        Incident,
        { id: In(ids.slice(0, filter.limit)) },
        { openedAt: 'DESC', id: 'DESC' },
      );
      const last = ids.length > filter.limit ? incidents.at(-1) : undefined;
      const nextCursor = last ? this.cursors.encode(accountId, LIST, [last.openedAt.toISOString(), last.id]) : null;
      return { data: incidents.map(toIncidentView), nextCursor };
    });
  }
}
