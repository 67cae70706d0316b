import type { E164 } from '@domain/phone/e164';
import { AgentNumbers, type CarrierAccount } from '@domain/ports/line-provider';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type { VapiClient } from '@vapi-ai/server-sdk';
import { isObject, listAt, textAt } from './json-reading.js';
import { vapiClient } from './vapi-client.js';
import { VapiCredentials } from './vapi-credentials.js';
import { asked, askedFor } from './vapi-failure.js';

interface KnownNumber {
  id: string;
  carrierSid: string | null;
}

const MOST_FOUND = 50;

/** Numbers known to Vapi. Texts stay ours: by default an import would take the SMS URL too (telephony, fact 3). */
@Injectable()
export class VapiAgentNumbers extends AgentNumbers {
  private readonly client: () => Promise<VapiClient>;
  private readonly credentials: VapiCredentials;

  constructor(private readonly env: Env) {
    super();
    this.client = vapiClient(env);
    this.credentials = new VapiCredentials(env);
  }

  /** One import is kept, the oldest of this carrier account; any other would answer for the number as well. */
  override async adopt(number: E164, carrier?: CarrierAccount): Promise<string> {
    const { sid, authToken } = carrier ?? { sid: this.env.TWILIO_ACCOUNT_SID, authToken: this.env.TWILIO_AUTH_TOKEN };
    const known = await this.importsOf(number);
    const kept = known.find((candidate) => candidate.carrierSid === sid);
    for (const { id } of known) if (id !== kept?.id) await this.remove(id);
    if (kept) return kept.id;
    const created = await asked(async () =>
      (await this.client()).phoneNumbers.create({
        provider: 'twilio',
        number,
        smsEnabled: false,
        twilioAccountSid: sid,
        twilioAuthToken: authToken,
      }),
    );
    return created.id;
  }

  override async numberOf(id: string): Promise<E164 | null> {
    const found: unknown = await askedFor(async () => (await this.client()).phoneNumbers.get({ id }));
    return textAt(found, 'number') as E164 | null;
  }

  override async forget(number: E164): Promise<void> {
    for (const { id } of await this.importsOf(number)) await this.remove(id);
  }

  override trust(carrier: CarrierAccount): Promise<string> {
    return this.credentials.ensure(carrier);
  }

  override distrust(carrierSid: string): Promise<void> {
    return this.credentials.remove(carrierSid);
  }

  /** Searched and not listed: the list ends at a page, and an organisation has every contractor's number. Oldest first. */
  private async importsOf(number: E164): Promise<KnownNumber[]> {
    const wanted = { search: number, limit: MOST_FOUND, sortOrder: 'ASC' as const };
    const page: unknown = await asked(async () =>
      (await this.client()).phoneNumbers.phoneNumberControllerFindAllPaginated(wanted),
    );
    const found = (listAt(page, 'results') ?? []).filter((item) => textAt(item, 'number') === number);
    return found.filter(isObject).map((item) => ({
      id: textAt(item, 'id') ?? '',
      carrierSid: textAt(item, 'twilioAccountSid'),
    }));
  }

  private async remove(id: string): Promise<void> {
    await askedFor(async () => (await this.client()).phoneNumbers.delete({ id }));
  }
}
