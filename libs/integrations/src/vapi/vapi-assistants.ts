import type { PersonaScript } from '@domain/persona/persona-script';
import { AgentAssistants } from '@domain/ports/agent-assistants';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type { Vapi, VapiClient } from '@vapi-ai/server-sdk';
import { holds, textAt } from './json-reading.js';
import { assistantOf } from './vapi-assistant.js';
import { vapiClient } from './vapi-client.js';
import { asked, askedFor } from './vapi-failure.js';

const MOST_LISTED = 1000;
const TAG = 'nightdeskTag';

/** Assistants at Vapi, recognised by a tag in their metadata. */
@Injectable()
export class VapiAssistants extends AgentAssistants {
  private readonly client: () => Promise<VapiClient>;

  constructor(private readonly env: Env) {
    super();
    this.client = vapiClient(env);
  }

  /** Bounded by the instant, because the list has every contractor's assistant and no filter but time. */
  override async tagged(tag: string, since: Date): Promise<string[]> {
    const wanted = { createdAtGe: since.toISOString(), limit: MOST_LISTED };
    const found = await asked(async () => (await this.client()).assistants.list(wanted));
    const ours = found.filter(({ metadata }) => textAt(metadata, TAG) === tag);
    return ours.map(({ id }) => id).reverse();
  }

  override async create(script: PersonaScript, tag: string): Promise<string> {
    // The published types lag behind the API (vendor-specs README): the contract spec checks the shape instead.
    const assistant = { ...this.rendered(script), metadata: { [TAG]: tag } } as unknown as Vapi.CreateAssistantDto;
    return (await asked(async () => (await this.client()).assistants.create(assistant))).id;
  }

  override async replace(id: string, script: PersonaScript): Promise<boolean> {
    const assistant = { ...this.rendered(script), id } as unknown as Vapi.UpdateAssistantDto;
    return (await askedFor(async () => (await this.client()).assistants.update(assistant))) !== null;
  }

  /** The provider fills in defaults of its own, so everything we say must be there, and more may be. */
  override async compare(id: string, script: PersonaScript): Promise<'same' | 'drifted' | 'missing'> {
    const found: unknown = await askedFor(async () => (await this.client()).assistants.get({ id }));
    if (found === null) return 'missing';
    return holds(found, JSON.parse(JSON.stringify(this.rendered(script)))) ? 'same' : 'drifted';
  }

  override async remove(id: string): Promise<void> {
    await askedFor(async () => (await this.client()).assistants.delete({ id }));
  }

  private rendered(script: PersonaScript) {
    return assistantOf(script, {
      url: `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/vapi/webhook`,
      secret: this.env.VAPI_WEBHOOK_SECRET,
    });
  }
}
