import { AgentAssistants } from '@domain/ports/agent-assistants';
import { AgentNumbers } from '@domain/ports/line-provider';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { createHash } from 'node:crypto';
import { PersonaService, type RenderedPersona } from '../config/persona.service.js';
import { CarrierVault } from './carrier-vault.service.js';
import { isRouted, subaccountInUse } from './lines.queries.js';
import type { ProvisioningFacts, SagaStep, SagaWork } from './provisioning.types.js';

/** Creation times are the provider's: its clock and ours may differ by a little, never by an hour. */
const CLOCK_DOUBT_MS = 3_600_000;

/** Since when something of ours may have been made, when we began at `ours`. */
export const madeAfter = (ours: Date): Date => new Date(Math.max(0, ours.getTime() - CLOCK_DOUBT_MS));

/** The voice agent's provider may act on the subaccount. */
@Injectable()
export class CredentialStep implements SagaStep {
  constructor(
    private readonly db: AccountDb,
    private readonly agentNumbers: AgentNumbers,
    private readonly vault: CarrierVault,
  ) {}

  async take({ accountId }: SagaWork): Promise<ProvisioningFacts> {
    const carrier = await this.vault.of(accountId);
    if (!carrier) throw new Error('The subaccount comes before the credential');
    return { credentialId: await this.agentNumbers.trust(carrier) };
  }

  async undo({ accountId, id, lineId, facts }: SagaWork): Promise<void> {
    const except = { lineId, provisioningId: id };
    if (!facts.carrierSid || (await this.db.within(accountId, (tx) => subaccountInUse(tx, except)))) return;
    await this.agentNumbers.distrust(facts.carrierSid);
  }
}

/** The provider knows the number, without its texts. */
@Injectable()
export class ImportStep implements SagaStep {
  constructor(
    private readonly db: AccountDb,
    private readonly agentNumbers: AgentNumbers,
    private readonly vault: CarrierVault,
  ) {}

  async take({ accountId, facts, kind }: SagaWork): Promise<ProvisioningFacts> {
    if (!facts.number) throw new Error('The number comes before its import');
    const carrier = kind === 'buy' ? await this.vault.of(accountId) : null;
    return { voiceNumberId: await this.agentNumbers.adopt(facts.number, carrier ?? undefined) };
  }

  /** A number that is in service by now is another account's, which was faster to bring it. */
  async undo({ accountId, facts: { number } }: SagaWork): Promise<void> {
    if (!number || (await this.db.within(accountId, (tx) => isRouted(tx, number)))) return;
    await this.agentNumbers.forget(number);
  }
}

/** The assistant, rendered whole from the settings of the moment. */
@Injectable()
export class AssistantStep implements SagaStep {
  constructor(
    private readonly db: AccountDb,
    private readonly persona: PersonaService,
    private readonly assistants: AgentAssistants,
  ) {}

  async take(work: SagaWork): Promise<ProvisioningFacts> {
    const persona = await this.db.within(work.accountId, (tx) => this.persona.render(tx));
    const [kept, ...extra] = await this.tagged(work);
    for (const id of extra) await this.assistants.remove(id);
    const replaced = kept !== undefined && (await this.assistants.replace(kept, persona.script));
    const assistantId = replaced ? kept : await this.assistants.create(persona.script, work.id);
    return { assistantId, ...assistantFacts(persona) };
  }

  async undo(work: SagaWork): Promise<void> {
    const found = await this.tagged(work);
    const known = work.facts.assistantId;
    for (const id of new Set([...found, ...(known ? [known] : [])])) await this.assistants.remove(id);
  }

  private tagged({ id, createdAt }: SagaWork): Promise<string[]> {
    return this.assistants.tagged(id, madeAfter(createdAt));
  }
}

/** As the publisher of the settings writes it, so that an unchanged script is not sent again. */
export const assistantFacts = ({ script, version }: RenderedPersona) => ({
  assistantHash: createHash('sha256').update(JSON.stringify(script)).digest('hex'),
  assistantVersion: version,
});
