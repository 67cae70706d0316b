import type { FastifyInstance } from 'fastify';
import { DEV_ACCOUNT_SID, DEV_AUTH_TOKEN } from '../../../simulator/src/server-settings.js';
import type { FaultOrder } from '../../../simulator/src/faults.js';
import type { CallDetail } from '../../../simulator/src/testing/stage.js';

export interface TextMessage {
  sid: string;
  from: string;
  to: string;
  body: string;
  direction: string;
  status: string;
  createdAt: number;
}

export interface PhoneView {
  messages: TextMessage[];
  legs: { callSid: string; peer: string | null; state: 'ringing' | 'dialling' | 'connected' }[];
}

export interface NetworkCall {
  callSid: string;
  direction: string;
  from: string;
  to: string;
  status: string;
  parentCallSid: string | null;
  createdAt: string;
}

/** How the model misjudges a call: the class it hears whatever is said, the tools it forgets. */
export interface AgentError {
  hearsAs?: 'emergency' | 'routine' | 'spam';
  forgets?: string[];
}

/** A mail as it arrived. */
export interface Letter {
  at: string;
  to: string[];
  subject: string;
  messageId: string;
  text: string;
  links: string[];
}

export type { CallDetail };

/** The simulator's control API: what hands do with telephones, and what they are shown. */
export class PhoneNetwork {
  constructor(private readonly app: FastifyInstance) {}

  dial(from: string | null, to: string): Promise<{ callSid: string }> {
    return this.send('POST', '/calls', { from, to });
  }

  call(callSid: string): Promise<CallDetail> {
    return this.send('GET', `/calls/${callSid}`);
  }

  calls(): Promise<NetworkCall[]> {
    return this.send('GET', '/calls');
  }

  liveCalls(): Promise<NetworkCall[]> {
    return this.send('GET', '/calls?live=true');
  }

  /** A call that the other side has just ended is as good as hung up. */
  async hangUp(callSid: string): Promise<void> {
    await this.app.inject({ method: 'POST', url: `/sim/calls/${callSid}/hangup` });
  }

  /** What the person on this leg does. */
  async act(callSid: string, does: 'say' | 'press', body: Record<string, unknown> = {}): Promise<void> {
    await this.send('POST', `/calls/${callSid}/${does}`, body);
  }

  phone(number: string): Promise<PhoneView> {
    return this.send('GET', `/phones/${encodeURIComponent(number)}`);
  }

  /** What the hand with this phone does; `answer`, `decline`, `messages`. */
  async hand(number: string, does: string, body: Record<string, unknown> = {}): Promise<void> {
    await this.send('POST', `/phones/${encodeURIComponent(number)}/${does}`, body);
  }

  async behaves(number: string, behaviour: Record<string, unknown>): Promise<void> {
    await this.send('PUT', `/phones/${encodeURIComponent(number)}/behaviour`, behaviour);
  }

  /** Makes the simulated model wrong for one caller. */
  async agent(caller: string, wrong: AgentError): Promise<void> {
    await this.send('PUT', '/agent', { caller, ...wrong });
  }

  /** The caller draws breath: the agent hears that somebody is there. */
  async breath(callSid: string): Promise<void> {
    await this.send('POST', '/agent/breath', { callSid });
  }

  /** A number at the carrier that rings the product, as `ProvisioningService` would have set it up. */
  async buyNumber(number: string, voiceUrl: string): Promise<void> {
    const authorization = `Basic ${Buffer.from(`${DEV_ACCOUNT_SID}:${DEV_AUTH_TOKEN}`).toString('base64')}`;
    const url = `/2010-04-01/Accounts/${DEV_ACCOUNT_SID}/IncomingPhoneNumbers.json`;
    const payload = { PhoneNumber: number, VoiceUrl: voiceUrl };
    const response = await this.app.inject({ method: 'POST', url, headers: { authorization }, payload });
    if (response.statusCode >= 400) throw new Error(`The carrier does not sell ${number}: ${response.body}`);
  }

  /** What people do in their Google Calendar, and what stands in it. */
  google<T = unknown>(method: 'GET' | 'POST', path: string, body?: Record<string, unknown>): Promise<T> {
    return this.send(method, `/google${path}`, body);
  }

  /** Somebody allows everything that Google's page asks of them; where their browser is sent then. */
  async allowsOnGoogle(questionUrl: string, address: string): Promise<URL> {
    const { pathname, search, searchParams } = new URL(questionUrl);
    const form = new URLSearchParams({ answer: 'allow', address });
    for (const scope of (searchParams.get('scope') ?? '').split(' ')) form.append('scope', scope);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const url = `${pathname}${search}`;
    const answer = await this.app.inject({ method: 'POST', url, headers, payload: form.toString() });
    return new URL(answer.headers.location ?? '');
  }

  /** Where a number leads, whichever of the carrier's accounts it is in. */
  async voiceUrlOf(number: string): Promise<string | null> {
    return (await this.findNumber(number)).voice_url;
  }

  /** Somebody changes the number by hand, at the carrier. */
  async pointsAway(number: string): Promise<void> {
    const { uri } = await this.findNumber(number);
    await this.carrier('POST', uri, { VoiceUrl: 'https://elsewhere.example/voice' });
  }

  /** What reached the vendors' stand-ins, by scope: `vapi.call`, `twilio.messages` … */
  requests(scope: string): Promise<{ at: string; summary: string }[]> {
    return this.send('GET', `/log?kind=request&scope=${scope}`);
  }

  async fault(order: FaultOrder): Promise<void> {
    await this.send('POST', '/faults', { ...order });
  }

  async forgiveEverything(): Promise<void> {
    await this.send('DELETE', '/faults');
    await this.send('DELETE', '/agent');
  }

  slack(): Promise<{ at: string; webhook: string; text: string }[]> {
    return this.send('GET', '/slack');
  }

  /** The newest first. */
  mailsTo(address: string): Promise<Letter[]> {
    return this.send('GET', `/mail?to=${encodeURIComponent(address)}`);
  }

  private async findNumber(number: string): Promise<{ uri: string; voice_url: string | null }> {
    const { accounts } = await this.carrier<{ accounts: { sid: string }[] }>('GET', '/2010-04-01/Accounts.json');
    for (const sid of [DEV_ACCOUNT_SID, ...accounts.map((account) => account.sid)]) {
      const path = `/2010-04-01/Accounts/${sid}/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(number)}`;
      const page = await this.carrier<{ incoming_phone_numbers: { uri: string; voice_url: string | null }[] }>(
        'GET',
        path,
      );
      const [found] = page.incoming_phone_numbers;
      if (found) return found;
    }
    throw new Error(`The carrier has no ${number}`);
  }

  private async carrier<T>(method: 'GET' | 'POST', url: string, payload?: Record<string, string>): Promise<T> {
    const authorization = `Basic ${Buffer.from(`${DEV_ACCOUNT_SID}:${DEV_AUTH_TOKEN}`).toString('base64')}`;
    const response = await this.app.inject({
      method,
      url,
      headers: { authorization },
      ...(payload ? { payload } : {}),
    });
    if (response.statusCode >= 400) throw new Error(`${method} ${url}: ${response.statusCode} ${response.body}`);
    return response.json();
  }

  private async send<T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    payload?: Record<string, unknown>,
  ): Promise<T> {
    const response = await this.app.inject({ method, url: `/sim${path}`, ...(payload ? { payload } : {}) });
    if (response.statusCode >= 400) throw new Error(`${method} /sim${path}: ${response.statusCode} ${response.body}`);
    return (response.body === '' ? undefined : response.json()) as T;
  }
}
