import { canonicalJson, type Json } from '@domain/escalation/canonical-json';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { createHash } from 'node:crypto';
import { IncidentViewService } from './incident-view.service.js';
import { proofFacts } from './proof-facts.js';
import { proofPdf } from './proof-pdf.js';
import type { IncidentProof } from './proof.dto.js';
import { attemptsOf } from './proof.queries.js';

/** What happened in one emergency, for an insurer or a court: facts, references, and a hash that ties copies together. */
@Injectable()
export class ProofService {
  constructor(
    private readonly db: AccountDb,
    private readonly views: IncidentViewService,
  ) {}

  /** The same facts always give the same hash. Throws `incident-not-found`. */
  async json(accountId: AccountId, incidentId: string): Promise<IncidentProof> {
    const proof = await this.db.within(accountId, async (tx) => {
      const shown = await this.views.shown(tx, incidentId);
      return proofFacts(shown, await attemptsOf(tx, incidentId));
    });
    const canonical = canonicalJson(JSON.parse(JSON.stringify(proof)) as Json);
    return { proof, sha256: createHash('sha256').update(canonical, 'utf8').digest('hex') };
  }

  async pdf(accountId: AccountId, incidentId: string): Promise<Buffer> {
    return proofPdf(await this.json(accountId, incidentId));
  }
}
