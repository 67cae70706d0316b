import { newId } from '@platform/tenancy/new-id';
import type { SeededAccount } from './harness/seed-account.js';
import type { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

/** What the model believes of one emergency. Small on purpose: times are the program's affair, duties are the model's. */
export interface ModelEmergency {
  callId: string;
  incidentId: string;
  code: string;
  caller: string;
  openedAt: number;
  takenBy: string | null;
  /** How many texts had gone out when it was taken: no page may follow. */
  quietAfter: number;
  passed: Set<string>;
}

/** A text or call of the telephone network's log. */
interface Sent {
  to: string;
  body: string;
  /** Of an alert's: where it reports back to. */
  url?: string | undefined;
  at: number;
}

/** Longest a caller waits without a word, and what the backup is spared before (PRD section 7). */
const TEN_MINUTES_MS = 600_000;
const PAGE = /EMERGENCY CALL|UNRESOLVED EMERGENCY/;

/** One contractor's night: the model, the real program, and the telephone network's log that both are held against. */
export class ModelNight {
  readonly emergencies: ModelEmergency[] = [];
  readonly log: Sent[] = [];
  readonly world: LadderWorld;
  /** Something happened that brings steps forward or holds texts up: order and earliest times say nothing any more. */
  isDisturbed = false;
  isOut = false;
  crash: 'before' | 'after' | null = null;

  constructor(
    readonly app: TestApp,
    readonly account: SeededAccount,
  ) {
    this.world = new LadderWorld(app, account);
    app.telephony.texts.length = 0;
    app.telephony.calls.length = 0;
    app.telephony.canBeAsked = true;
    app.telephony.onSms = (sms) => this.fate({ to: sms.to, body: sms.body, url: sms.statusUrl });
    app.telephony.onCall = (call) => this.fate({ to: call.to, body: 'call', url: call.statusUrl });
  }

  get staff(): string[] {
    return [this.account.mike, this.account.dana, this.account.dave];
  }

  get now(): number {
    return this.app.clock.now().getTime();
  }

  /** A call of its own, from a phone of its own. */
  async opens(): Promise<void> {
    const callId = newId();
    const caller = `+1${this.account.line.slice(2, 5)}5550${600 + this.emergencies.length}`;
    const { incidentId, code } = await this.world.emergency({ callId, callerPhone: caller, controlUrl: null });
    const opened = { callId, incidentId, code, caller, openedAt: this.now };
    this.emergencies.push({ ...opened, takenBy: null, quietAfter: 0, passed: new Set() });
  }

  /** Texts about an emergency that reached a phone. */
  told(phone: string, { code }: ModelEmergency): Sent[] {
    return this.log.filter(({ to, body }) => to === phone && PAGE.test(body) && names(body, code));
  }

  /** Whoever comes on call between an emergency's text and its call is told by the call. */
  private wasRung(phone: string): boolean {
    return this.isDisturbed && this.log.some(({ to, body }) => to === phone && body === 'call');
  }

  /** The provider crashes with us, is out, or works. */
  private fate(sent: Omit<Sent, 'at'>): ReturnType<TestApp['telephony']['onSms']> {
    if (this.isOut) return { kind: 'refused', code: '20503', permanent: false };
    const crash = this.crash;
    this.crash = null;
    if (crash === 'before') throw new Error('the worker dies');
    this.log.push({ ...sent, at: this.now });
    return crash === 'after' ? { kind: 'unknown', reason: 'connection reset' } : undefined;
  }

  /** Reference oncall 5.8, from the telephone network's log; throws at the first that does not hold. */
  checkInvariants(): void {
    for (const sent of this.log) this.checkAddressee(sent);
    this.checkOnce();
    for (const emergency of this.emergencies) this.checkEmergency(emergency);
  }

  /** I9; I6 for the caller's honest word. */
  private checkAddressee({ to, body, at }: Sent): void {
    if (this.staff.includes(to)) return;
    const about = this.emergencies.find(({ caller }) => caller === to);
    holds(about !== undefined, `I9: a stranger ${to} was told: ${body}`);
    const isEarly = at < (about?.openedAt ?? 0) + TEN_MINUTES_MS;
    holds(!isEarly || this.isDisturbed, `I6: the caller was told after ${at - (about?.openedAt ?? 0)} ms`);
  }

  /** I3: the address a text reports back to is its alert's; nothing was ever ambiguous for good here. */
  private checkOnce(): void {
    const seen = new Set<string>();
    for (const { url, to, body } of this.log) {
      const key = url?.includes('alert=') ? url : `${to} ${body}`;
      holds(!seen.has(key), `I3: sent twice: ${body}`);
      seen.add(key);
    }
  }

  private checkEmergency(emergency: ModelEmergency): void {
    const { code, takenBy, quietAfter, openedAt } = emergency;
    const about = this.log.filter(({ body }) => names(body, code));
    const rounds = 1 + about.filter(({ body }) => body.includes('Did you reach')).length;
    const won = about.filter(({ body }) => body.includes('Got it. Caller info')).length;
    holds(won <= rounds, `I5: ${code} was won ${won} times in ${rounds} rounds`);
    if (takenBy !== null && rounds === 1) {
      const late = this.log.slice(quietAfter).find(({ body }) => PAGE.test(body) && names(body, code));
      holds(!late, `I4: paged after it was taken: ${late?.to} ${late?.body}`);
    }
    if (this.isDisturbed || rounds > 1) return;
    this.checkTimes(
      openedAt,
      this.staff.map((phone) => this.told(phone, emergency)),
    );
  }

  /** I6, I7 and the step's uniqueness, of a night in which nothing brought a step forward. */
  private checkTimes(openedAt: number, toStaff: Sent[][]): void {
    const firsts = toStaff.map((sent) => sent[0]?.at ?? Infinity);
    for (const [index, at] of firsts.entries())
      holds(at >= openedAt + index * TEN_MINUTES_MS, `I6: step ${index} came ${at - openedAt} ms after the opening`);
    holds(
      firsts.every((at, index) => index === 0 || at >= (firsts[index - 1] ?? 0)),
      `I7: out of order: ${firsts.join()}`,
    );
    for (const sent of toStaff.slice(0, 2)) holds(sent.length <= 1, `I3: one step, two texts: ${sent[0]?.body}`);
  }

  /** After the night has run its course: I1, I2, I8, I10. */
  async checkTheEnd(): Promise<void> {
    this.checkInvariants();
    for (const emergency of this.emergencies) await this.checkEnding(emergency);
    const [open] = await this.app.db.everything<{ timerless: number; unfinished: number }>(
      `select (select count(*)::int from incidents where account_id = $1 and (state = 'alerting') <> (next_fire_at is not null)) as timerless,
              (select count(*)::int from alerts where account_id = $1 and state in ('pending', 'sending', 'unknown')) as unfinished`,
      [this.account.accountId],
    );
    holds(open?.timerless === 0, 'I1: an open emergency without a timer');
    holds(open?.unfinished === 0, `I8: ${open?.unfinished} messages hang`);
  }

  private async checkEnding(emergency: ModelEmergency): Promise<void> {
    const { code, takenBy, incidentId } = emergency;
    const wasLost = this.log.some(({ body }) => body.includes('Did you reach') && names(body, code));
    const outcome = await this.world.outcome(incidentId);
    const isTrue = wasLost || outcome?.state === (takenBy === null ? 'unreached' : 'accepted');
    holds(isTrue, `I10: ${takenBy ?? 'nobody'} took it, but it is told as ${outcome?.state}`);
    if (wasLost || takenBy === null) this.checkEverybodyWasTold(emergency);
  }

  /** I2. */
  private checkEverybodyWasTold(emergency: ModelEmergency): void {
    const { code, takenBy, passed } = emergency;
    const untold = this.staff.filter((phone) => this.told(phone, emergency).length === 0 && !this.wasRung(phone));
    const missed = untold.filter((phone) => !passed.has(phone) && takenBy !== phone);
    holds(missed.length === 0, `I2: ${missed.join()} never heard of ${code}`);
  }
}

/** As a tag in front of a text, as one code of several, or in an answer. */
const names = (body: string, code: string): boolean => new RegExp(`(^|[^A-Z0-9])${code}([^A-Z0-9]|$)`).test(body);

function holds(isTrue: boolean, otherwise: string): void {
  if (!isTrue) throw new Error(otherwise);
}
