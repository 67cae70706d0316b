import { DomainError, notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Jobs, NO_ACCOUNT } from '@platform/jobs/jobs';
import { newId } from '@platform/tenancy/new-id';
import { PlatformDb } from '@platform/tenancy/platform-db';
import type { CurrentAgencyAdmin } from '../identity/identity.types.js';
import { findImport, keepImport, nextWaiting, settleRow, type WaitingRow } from './contractor-imports.queries.js';
import type { ContractorImport } from './contractor-imports.types.js';
import { readContractorList } from './contractor-list.js';
import { NewContractorsService } from './new-contractors.service.js';

/** Lists of contractors: written down whole, then added row by row by a job that goes on where it stopped. */
@Injectable()
export class ContractorImportsService {
  constructor(
    private readonly db: PlatformDb,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly contractors: NewContractorsService,
  ) {}

  /** Throws `list-unreadable`. */
  async start(admin: CurrentAgencyAdmin, csv: string): Promise<ContractorImport> {
    const list: ContractorImport = {
      id: newId(),
      agencyId: admin.agencyId,
      createdBy: admin.id,
      createdAt: this.clock.now(),
      rows: readContractorList(csv).map((row) => ({
        ...row,
        accountId: newId() as AccountId,
        state: row.draft ? 'waiting' : 'broken',
        says: null,
      })),
    };
    await this.db.within(async (query) => {
      await keepImport(query, list);
      await this.jobs.enqueue({ query }, 'contractors.import', { accountId: NO_ACCOUNT, id: list.id });
    });
    return list;
  }

  /** Throws `import-not-found`. */
  async show(agencyId: string, id: string): Promise<ContractorImport> {
    const list = await findImport(this.db, agencyId, id);
    if (!list) throw notFound('import');
    return list;
  }

  /** The job. Each row is settled before the next is begun; a row that fails for a reason is told and left behind. */
  async run(importId: string): Promise<void> {
    for (let row = await nextWaiting(this.db, importId); row; row = await nextWaiting(this.db, importId))
      await settleRow(this.db, importId, { accountId: row.accountId, ...(await this.added(row)) });
  }

  private async added(row: WaitingRow): Promise<{ state: 'added' | 'failed'; says: string | null }> {
    const admin = { id: row.createdBy, agencyId: row.agencyId, actor: { type: 'user', id: row.createdBy } } as const;
    try {
      const says = row.draft ? await this.contractors.add(admin, row.accountId, row.draft) : null;
      return { state: 'added', says };
    } catch (error) {
      if (error instanceof DomainError) return { state: 'failed', says: error.message };
      throw error;
    }
  }
}
