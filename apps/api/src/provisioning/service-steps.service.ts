import { DomainError } from '@domain/errors/domain-error';
import { Clock } from '@domain/ports/clock';
import { LineProvider } from '@domain/ports/line-provider';
import { ProviderFailure } from '@domain/ports/provider-failure';
import { failureWords } from '@domain/provisioning/failure-words';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { Jobs } from '@platform/jobs/jobs';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { PersonaService } from '../config/persona.service.js';
import { assistantFacts, madeAfter } from './agent-steps.service.js';
import { CarrierVault } from './carrier-vault.service.js';
import { lineUrls } from './line-addresses.js';
import { LineHealth, type Drift, type LineParts } from './line-health.service.js';
import { nextAudit, putInService, retire, routeNumber, type NewLine } from './lines.queries.js';
import type { ProvisioningFacts, SagaStep, SagaWork } from './provisioning.types.js';

/** Our addresses again: the import has just pointed the number away from us. */
@Injectable()
export class UrlsStep implements SagaStep {
  constructor(
    private readonly env: Env,
    private readonly lines: LineProvider,
  ) {}

  async take({ facts }: SagaWork): Promise<ProvisioningFacts> {
    const { numberSid, carrierSid = null } = facts;
    if (!numberSid) throw new Error('The number comes before its addresses');
    await this.lines.pointAt(carrierSid, numberSid, lineUrls(this.env));
    return {};
  }

  /** The number itself goes, or is given back, with its own step. */
  async undo(): Promise<void> {}
}

/** Everything is read back from its provider; what differs is put right once, and then has to hold. */
@Injectable()
export class HealthStep implements SagaStep {
  constructor(
    private readonly db: AccountDb,
    private readonly persona: PersonaService,
    private readonly vault: CarrierVault,
    private readonly health: LineHealth,
  ) {}

  async take(work: SagaWork): Promise<ProvisioningFacts> {
    const persona = await this.db.within(work.accountId, (tx) => this.persona.render(tx));
    const parts = await this.partsOf(work);
    const drift = await this.health.drift(parts, persona.script);
    if (drift.length === 0) return {};
    const repaired = await this.health.repair(parts, persona.script, drift);
    const [left] = await this.health.drift(repaired, persona.script);
    if (left) throw new ProviderFailure('silent', WORST[left]);
    const { voiceNumberId, assistantId } = repaired;
    return {
      ...(voiceNumberId ? { voiceNumberId } : {}),
      ...(assistantId ? { assistantId, ...assistantFacts(persona) } : {}),
    };
  }

  async undo(): Promise<void> {}

  private async partsOf({ accountId, id, kind, facts, createdAt }: SagaWork): Promise<LineParts> {
    if (!facts.number) throw new Error('The number comes before its health');
    const { voiceNumberId = null, assistantId = null, number } = facts;
    const carrier = kind === 'buy' ? await this.vault.of(accountId) : null;
    return { number, carrier, voiceNumberId, assistantId, tag: id, madeSince: madeAfter(createdAt) };
  }
}

const WORST: Record<Drift, string> = {
  number: 'health-number',
  'number-lost': 'health-number',
  'agent-number': 'health-agent-number',
  assistant: 'health-assistant',
  'assistant-missing': 'health-assistant',
};

/** From here on a call to the number is the contractor's. */
@Injectable()
export class RoutingStep implements SagaStep {
  constructor(
    private readonly db: AccountDb,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async take(work: SagaWork): Promise<ProvisioningFacts> {
    return this.db.within(work.accountId, async (tx) => {
      const line = newLine(work, await nextAudit(tx, work.lineId));
      const id = await putInService(tx, line);
      if (!(await routeNumber(tx, { ...line, id })))
        throw new DomainError('conflict', 'number-in-use', failureWords('number-in-use'));
      await this.publishAgain(tx);
      return {};
    });
  }

  async undo({ accountId, facts }: SagaWork): Promise<void> {
    const { number } = facts;
    if (number) await this.db.within(accountId, (tx) => retire(tx, number, this.clock.now()));
  }

  /** Settings saved while the saga ran found no line to publish to. */
  private publishAgain(tx: AccountTx): Promise<void> {
    const { accountId } = tx;
    return this.jobs.enqueue(tx, 'assistant.publish', { accountId, id: accountId }, { singletonKey: accountId });
  }
}

function newLine({ lineId, kind, facts }: SagaWork, auditAt: Date): NewLine {
  const { number, numberSid, voiceNumberId, assistantId, assistantHash, assistantVersion, carrierSid } = facts;
  if (!number || !numberSid || !voiceNumberId || !assistantId || !assistantHash || !assistantVersion)
    throw new Error('A line goes into service with all of its parts');
  return {
    id: lineId,
    number,
    carrierSid: carrierSid ?? null,
    isBought: kind === 'buy',
    nextAuditAt: auditAt,
    providerNumberSid: numberSid,
    voiceNumberId,
    assistantId,
    assistantHash,
    assistantVersion,
  };
}
