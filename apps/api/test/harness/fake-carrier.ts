import type { PersonaScript } from '@domain/persona/persona-script';
import type { E164 } from '@domain/phone/e164';
import { AgentAssistants } from '@domain/ports/agent-assistants';
import {
  AgentNumbers,
  LineProvider,
  type CarrierAccount,
  type LineUrls,
  type NumberOrder,
  type OfferedNumber,
  type OwnedNumber,
} from '@domain/ports/line-provider';

const NOWHERE: LineUrls = { voice: '', voiceFallback: '', callStatus: '', sms: '' };

interface Held extends OwnedNumber {
  carrierSid: string | null;
  tag: string;
}

/** The carrier of tests: accounts and numbers it really keeps, so that orphans and double purchases can be counted. */
export class FakeCarrier extends LineProvider {
  readonly accounts: (CarrierAccount & { name: string; open: boolean })[] = [];
  readonly numbers: Held[] = [];
  readonly sold: E164[] = [];
  /** Numbers that somebody else buys between the search and our order. */
  readonly snatched = new Set<E164>();
  private next = 0;

  /** As if it had been bought on the platform's own account long ago. */
  owns(number: E164, urls = NOWHERE): void {
    this.numbers.push({ sid: this.sid('PN'), number, urls, carrierSid: null, tag: 'the operator' });
  }

  override async connect(number: E164, urls: LineUrls): Promise<string> {
    const known = await this.owned(null, number);
    if (!known) this.owns(number, urls);
    return (await this.owned(null, number))?.sid ?? '';
  }

  override accountsNamed(name: string): Promise<CarrierAccount[]> {
    return Promise.resolve(this.accounts.filter((account) => account.open && account.name === name));
  }

  override openAccount(name: string): Promise<CarrierAccount> {
    const account = { sid: this.sid('AC'), authToken: `token-of-${this.next}`, name, open: true };
    this.accounts.push(account);
    return Promise.resolve(account);
  }

  override closeAccount(sid: string): Promise<void> {
    for (const account of this.accounts) if (account.sid === sid) account.open = false;
    this.drop((number) => number.carrierSid === sid);
    return Promise.resolve();
  }

  override search(areaCode: string, limit: number): Promise<OfferedNumber[]> {
    const stock = Array.from({ length: 50 }, (_, index) => `+1${areaCode}556${1000 + index}` as E164);
    const free = stock.filter((number) => !this.isHeld(number)).slice(0, limit);
    return Promise.resolve(free.map((number) => ({ number, locality: 'Chicago', region: 'IL' })));
  }

  override buy({
    carrierSid,
    number,
    tag,
    urls,
  }: NumberOrder): Promise<{ kind: 'bought'; sid: string } | { kind: 'taken' }> {
    if (this.isHeld(number) || this.snatched.has(number)) return Promise.resolve({ kind: 'taken' });
    const held = { sid: this.sid('PN'), number, urls, carrierSid, tag };
    this.numbers.push(held);
    this.sold.push(number);
    return Promise.resolve({ kind: 'bought', sid: held.sid });
  }

  override owned(carrierSid: string | null, number: E164): Promise<OwnedNumber | null> {
    const found = this.numbers.find((held) => held.carrierSid === carrierSid && held.number === number);
    return Promise.resolve(found ?? null);
  }

  override tagged(carrierSid: string | null, tag: string): Promise<OwnedNumber[]> {
    return Promise.resolve(this.numbers.filter((held) => held.carrierSid === carrierSid && held.tag === tag));
  }

  override pointAt(_carrierSid: string | null, numberSid: string, urls: LineUrls): Promise<void> {
    for (const held of this.numbers) if (held.sid === numberSid) held.urls = urls;
    return Promise.resolve();
  }

  override release(_carrierSid: string | null, numberSid: string): Promise<void> {
    this.drop((held) => held.sid === numberSid);
    return Promise.resolve();
  }

  openAccounts(): string[] {
    return this.accounts.filter((account) => account.open).map((account) => account.name);
  }

  private isHeld(number: E164): boolean {
    return this.numbers.some((held) => held.number === number);
  }

  private drop(isGone: (held: Held) => boolean): void {
    const kept = this.numbers.filter((held) => !isGone(held));
    this.numbers.splice(0, this.numbers.length, ...kept);
  }

  private sid(prefix: string): string {
    this.next += 1;
    return prefix + this.next.toString(16).padStart(32, '0');
  }
}

/** The voice agent's provider of tests, as far as numbers go; its import takes the carrier's voice URL, as the real one does. */
export class FakeAgentNumbers extends AgentNumbers {
  readonly imports: { id: string; number: E164 }[] = [];
  readonly credentials: { id: string; carrierSid: string }[] = [];
  private next = 0;

  constructor(private readonly carrier: FakeCarrier) {
    super();
  }

  override adopt(number: E164): Promise<string> {
    const known = this.imports.find((one) => one.number === number);
    if (known) return Promise.resolve(known.id);
    const id = this.id('pn');
    this.imports.push({ id, number });
    for (const held of this.carrier.numbers)
      if (held.number === number) held.urls = { ...held.urls, voice: 'https://api.vapi.ai/twilio/inbound_call' };
    return Promise.resolve(id);
  }

  override numberOf(id: string): Promise<E164 | null> {
    return Promise.resolve(this.imports.find((one) => one.id === id)?.number ?? null);
  }

  override forget(number: E164): Promise<void> {
    this.imports.splice(0, this.imports.length, ...this.imports.filter((one) => one.number !== number));
    return Promise.resolve();
  }

  override trust({ sid }: CarrierAccount): Promise<string> {
    const known = this.credentials.find((one) => one.carrierSid === sid);
    if (known) return Promise.resolve(known.id);
    const id = this.id('cred');
    this.credentials.push({ id, carrierSid: sid });
    return Promise.resolve(id);
  }

  override distrust(carrierSid: string): Promise<void> {
    const kept = this.credentials.filter((one) => one.carrierSid !== carrierSid);
    this.credentials.splice(0, this.credentials.length, ...kept);
    return Promise.resolve();
  }

  private id(prefix: string): string {
    this.next += 1;
    return `${prefix}-${this.next}`;
  }
}

/** Assistants of tests. */
export class FakeAssistants extends AgentAssistants {
  readonly kept: { id: string; tag: string; script: string }[] = [];
  private next = 0;

  override tagged(tag: string): Promise<string[]> {
    return Promise.resolve(this.kept.filter((one) => one.tag === tag).map((one) => one.id));
  }

  override create(script: PersonaScript, tag: string): Promise<string> {
    this.next += 1;
    const id = `asst-made-${this.next}`;
    this.kept.push({ id, tag, script: JSON.stringify(script) });
    return Promise.resolve(id);
  }

  override replace(id: string, script: PersonaScript): Promise<boolean> {
    const found = this.kept.find((one) => one.id === id);
    if (found) found.script = JSON.stringify(script);
    return Promise.resolve(found !== undefined);
  }

  override compare(id: string, script: PersonaScript): Promise<'same' | 'drifted' | 'missing'> {
    const found = this.kept.find((one) => one.id === id);
    if (!found) return Promise.resolve('missing');
    return Promise.resolve(found.script === JSON.stringify(script) ? 'same' : 'drifted');
  }

  override remove(id: string): Promise<void> {
    this.kept.splice(0, this.kept.length, ...this.kept.filter((one) => one.id !== id));
    return Promise.resolve();
  }
}
