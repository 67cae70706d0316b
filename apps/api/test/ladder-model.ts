import { newId } from '@platform/tenancy/new-id';
import { DigestService } from '../src/digest/digest.service.js';
import { LeadCardsService } from '../src/lead-cards/lead-cards.service.js';
import { violationsOf } from '../proofs/night/invariants.js';
import {
  deliveryIn,
  names,
  type Answer,
  type Ask,
  type Night,
  type Question,
  type StoryEmergency,
} from '../proofs/night/record.js';
import type { SeededAccount } from './harness/seed-account.js';
import type { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

/** An emergency as its caller and its readers know it. */
export interface ModelEmergency extends StoryEmergency {
  callId: string;
  incidentId: string;
  caller: string;
  isTaken: boolean;
}

const CALLERS = ['Ann Archer', 'Bo Baker'];
/** Strides of the story in which nobody looks, and the pace of texts to one phone. */
const STRIDE_MS = 360_000;
const MORNING = '2026-02-13T12:00:00Z';
/** Asked after fifteen minutes, given up five minutes later (decision 6). */
const SILENCE_MS = 20 * 60_000;
const MINUTE_MS = 60_000;

/** One contractor's night: the real program, what the telephone network saw of it, and what the story demands. */
export class ModelNight {
  readonly emergencies: ModelEmergency[] = [];
  readonly world: LadderWorld;
  isOut = false;
  crash: 'before' | 'after' | null = null;
  private readonly asks: Ask[] = [];
  private readonly questions: Question[] = [];
  private readonly answers: Answer[] = [];
  private readonly hurries: number[] = [];
  private readonly teams: { since: number; people: string[] }[];
  private heldUpMs = 0;
  private outSince = 0;
  private digests: string[] | null = null;

  constructor(
    readonly app: TestApp,
    readonly account: SeededAccount,
  ) {
    this.world = new LadderWorld(app, account);
    this.teams = [{ since: 0, people: this.staff }];
    const { telephony } = app;
    telephony.texts.length = 0;
    telephony.calls.length = 0;
    app.chat.posts.length = 0;
    telephony.canBeAsked = true;
    telephony.onQuestion = (to) => this.questions.push({ to, at: this.now, isAnswered: !this.isOut });
    telephony.onSms = ({ from, to, body, statusUrl }) =>
      this.fate({ kind: 'text', from, to, body, reportsTo: deliveryIn(statusUrl) });
    telephony.onCall = ({ from, to, statusUrl }) =>
      this.fate({ kind: 'call', from, to, body: 'call', reportsTo: deliveryIn(statusUrl) });
  }

  get staff(): string[] {
    return [this.account.mike, this.account.dana, this.account.dave];
  }

  get now(): number {
    return this.app.clock.now().getTime();
  }

  /** A call of its own, from a phone of its own, which the digest will tell. */
  async opens(): Promise<void> {
    const callId = newId();
    const callerName = CALLERS[this.emergencies.length] ?? '';
    const caller = `+1${this.account.line.slice(2, 5)}5550${600 + this.emergencies.length}`;
    const { incidentId, code } = await this.world.emergency({
      callId,
      callerName,
      callerPhone: caller,
      controlUrl: null,
    });
    await this.writeCard(callId, callerName, caller);
    const opened = { callId, incidentId, code, caller, callerPhone: caller, callerName, openedAt: this.now };
    this.emergencies.push({ ...opened, isTaken: false });
  }

  /** Somebody writes about an emergency; `words` are what the story takes them to mean. */
  async answer(who: number, nth: number, said: { words: string; meaning: Answer['meaning'] }): Promise<void> {
    const [from, emergency] = [this.staff[who] ?? '', this.emergencies[nth]];
    if (!emergency) return;
    const at = this.now;
    await this.world.replies(from, said.words);
    this.answers.push({ from, code: emergency.code, meaning: said.meaning, at, answeredAt: this.now });
    if (said.meaning === 'take') emergency.isTaken = true;
  }

  /** Time in which nobody sweeps. */
  async standsStill(seconds: number): Promise<void> {
    if (seconds * 1000 > MINUTE_MS) this.heldUpMs += seconds * 1000;
    await this.app.clock.advance(seconds);
  }

  async swaps(): Promise<void> {
    await this.app.db.everything(
      `update on_call_rosters set primary_contact_id = backup_contact_id, backup_contact_id = primary_contact_id where account_id = $1`,
      [this.account.accountId],
    );
    const [primary = '', backup = '', ...owner] = this.teams.at(-1)?.people ?? [];
    this.teams.push({ since: this.now, people: [backup, primary, ...owner] });
  }

  async noAnswer(who: number): Promise<void> {
    this.hurries.push(this.now);
    await this.world.legEnds(this.staff[who] ?? '', 'no-answer');
  }

  /** It dies over the next text that is due, if there is one. */
  async workerDies(when: 'before' | 'after'): Promise<void> {
    this.crash = when;
    this.heldUpMs += STRIDE_MS;
    await this.app.settle();
    // Its claims are free at once on the real clock; one that died in a night's stride would seem to hold them for hours.
    this.crash = null;
    await this.world.workerDies();
  }

  outage(isOut: boolean): void {
    if (isOut === this.isOut) return;
    if (isOut) this.outSince = this.now;
    else this.heldUpMs += this.now - this.outSince;
    this.isOut = isOut;
    this.app.telephony.canBeAsked = !isOut;
  }

  /** Whether a text about an emergency has reached a phone. */
  wasTold(who: number, nth: number): boolean {
    const [to, emergency] = [this.staff[who], this.emergencies[nth]];
    return this.asks.some(
      (ask) => emergency !== undefined && ask.to === to && ask.fate !== 'not-now' && names(ask.body, emergency.code),
    );
  }

  /** Texts that asked a person to take an emergency. */
  pagesTo(phone: string): number {
    return this.asks.filter((ask) => ask.to === phone && /EMERGENCY/.test(ask.body) && ask.fate === 'taken').length;
  }

  /** Throws at the first invariant that does not hold of what has been seen so far. */
  checkInvariants(): void {
    const [first] = violationsOf(this.night());
    if (first) throw new Error(`${first.invariant}: ${first.told}`);
  }

  /** The digest is delivered, and the night is held against it too. */
  async checkTheMorning(): Promise<void> {
    await this.app.clock.set(MORNING);
    await this.app.settle();
    const { accountId } = this.account;
    const made = await this.app.db.everything<{ id: string }>(
      `select id from digest_history where account_id = $1 order by window_end`,
      [accountId],
    );
    for (const { id } of made) await this.app.job('digest.deliver', accountId, id);
    this.digests = this.app.chat.posts.map(({ text }) => text);
    this.checkInvariants();
  }

  private night(): Night {
    const { asks, questions, answers, digests, emergencies, teams, hurries } = this;
    const [mike = '', dana = '', dave = ''] = this.staff;
    const out = this.isOut ? this.now - this.outSince : 0;
    return {
      record: { asks, questions, answers, digests },
      story: {
        emergencies,
        teams,
        hurries,
        silenceMs: SILENCE_MS,
        endedAt: this.now,
        heldUpMs: this.heldUpMs + out,
        strideMs: STRIDE_MS,
        onTheWayMs: 0,
        names: { [mike]: 'Mike T.', [dana]: 'Dana', [dave]: 'Dave' },
        delaysMs: [0, 10 * MINUTE_MS, 20 * MINUTE_MS],
        repeats: { times: 3, everyMs: 10 * MINUTE_MS },
      },
    };
  }

  private async writeCard(callId: string, callerName: string, callerPhone: string): Promise<void> {
    await this.app.http.get(DigestService, { strict: false }).ensureSchedule(this.account.accountId);
    await this.app.db.accounts.within(this.account.accountId, async (tx) => {
      await tx.query(`update calls set classification = 'emergency', status = 'completed' where id = $1`, [callId]);
      await this.app.http.get(LeadCardsService, { strict: false }).save(tx, {
        callId,
        calledAt: new Date(this.now),
        classification: 'emergency',
        priority: 'emergency',
        callerName,
        callerPhone,
        issueSummary: 'Burst pipe',
      });
    });
  }

  /** The provider crashes with us, is out, or works. */
  private fate(ask: Omit<Ask, 'at' | 'fate'>): ReturnType<TestApp['telephony']['onSms']> {
    const crash = this.crash;
    if (this.isOut) {
      this.asks.push({ ...ask, at: this.now, fate: 'not-now' });
      return { kind: 'refused', code: '20503', permanent: false };
    }
    this.crash = null;
    if (crash === 'before') throw new Error('the worker dies');
    this.asks.push({ ...ask, at: this.now, fate: crash === 'after' ? 'taken-unsaid' : 'taken' });
    return crash === 'after' ? { kind: 'unknown', reason: 'connection reset', isOver: false } : undefined;
  }
}
