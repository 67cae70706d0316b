import type { AgencyCapability, Capability } from '@domain/access/capabilities';
import { decideAccess } from '@domain/access/decide-access';
import type { OpenApiDocument } from '../openapi-document.js';
import { canariesIn, type Owner } from './canaries.js';
import { casesOf, RequestWriter, type Case, type Sent, type Target } from './cases.js';
import { alike, inject, type Answer } from './inject.js';
import { ACCOUNTS, type AccountLetter, type Suspect } from './suspects.js';
import { type IsolationWorld } from './world.js';

/** What the table of capabilities says must come of a case. */
export type Expected = { status: 401 | 404 } | { status: 403; code: string } | 'admitted';

export interface Leak {
  kind: 'status' | 'oracle' | 'canary' | 'changed' | 'crash';
  where: string;
  what: string;
}

export interface MatrixReport {
  operations: number;
  suspects: number;
  cases: number;
  refusals: number;
  leaks: Leak[];
  /** Median milliseconds for a stranger's id and for one that never existed. */
  strangerMs: number;
  neverMs: number;
}

export interface MatrixPlan {
  targets: Target[];
  suspects: Suspect[];
  wants(one: Case): boolean;
}

/** Where callers speak: an agency without a grant meets none of it. */
const CALLERS_WORDS =
  /^(calls|call_turns|lead_cards|incidents|alerts|assessments|digest_history|tool_calls|voice_sessions|intake_questions)_/;
const AREAS = new Map<string, Owner>(Object.entries(ACCOUNTS).map(([letter, area]) => [area, letter as Owner]));

/** Sends every case of a plan and holds each answer against the oracles (reference 1.4). */
export class Matrix {
  private readonly writer: RequestWriter;
  private readonly leaks: Leak[] = [];
  private readonly millis = { stranger: [] as number[], never: [] as number[] };
  private cases = 0;
  private refusals = 0;

  constructor(
    private readonly world: IsolationWorld,
    document: OpenApiDocument,
  ) {
    this.writer = new RequestWriter(world, document);
  }

  async run({ targets, suspects, wants }: MatrixPlan): Promise<MatrixReport> {
    for (const suspect of suspects) {
      const before = await this.fingerprints(suspect);
      for (const target of targets) await this.tryTarget(casesOf(target, suspect).filter((one) => wants(one)));
      this.compareRows(suspect, before, await this.fingerprints(suspect));
    }
    return {
      operations: targets.length,
      suspects: suspects.length,
      cases: this.cases,
      refusals: this.refusals,
      leaks: this.leaks,
      strangerMs: median(this.millis.stranger),
      neverMs: median(this.millis.never),
    };
  }

  /** The cases of one operation and suspect: a stranger's id must be answered like one that never existed. */
  private async tryTarget(cases: Case[]): Promise<void> {
    const answers = new Map<string, Answer>();
    for (const one of cases) {
      if (one.value === 'own' && changesRows(one) && expectedOf(one) === 'admitted') continue;
      const sent = this.writer.write(one);
      const answer = await this.send(one, sent);
      this.hold(one, answer);
      answers.set(`${one.position} ${one.value}`, alike(answer, sent));
    }
    for (const one of cases) this.compareWithNever(one, answers);
  }

  /**
   * Those who may change something of their own: everybody else's rows must stay as they are, and an Idempotency-Key under
   * which another account's answer is kept is a new one here.
   */
  async runOwnChanges(targets: Target[], suspect: Suspect): Promise<void> {
    const own = targets.flatMap((target) =>
      casesOf(target, suspect)
        .filter(({ value }) => value === 'own')
        .slice(0, 1),
    );
    const before = await this.fingerprints(suspect);
    for (const one of own.filter((each) => changesRows(each) && expectedOf(each) === 'admitted')) {
      const sent = this.writer.write(one);
      const answer = await this.send(one, await this.withBorrowedKey(sent));
      this.hold(one, answer);
      if (/idempotency-(replayed|key)/.test(answer.headers + (answer.code ?? '')))
        this.leak('oracle', one, `another account's Idempotency-Key was known: ${answer.status} ${answer.code ?? ''}`);
    }
    this.compareRows(suspect, before, await this.fingerprints(suspect));
  }

  /** Statuses of the suspect's reads of what is their own: a matrix of ids that name nothing would prove nothing. */
  async ownAnswers(targets: Target[], suspect: Suspect): Promise<{ name: string; status: number }[]> {
    const answers: { name: string; status: number }[] = [];
    for (const target of targets.filter(({ kind, route }) => kind === 'account' && route.method === 'GET')) {
      const one: Case = { target, suspect, position: 'path accountId', value: 'own' };
      const { status, code } = await this.send(one, this.writer.write(one));
      answers.push({ name: `${target.route.path} ${status} ${code ?? ''}`, status });
    }
    return answers;
  }

  /** The same with an Idempotency-Key under which C's answer is kept. */
  private async withBorrowedKey(sent: Sent): Promise<Sent> {
    const key = sent.headers['idempotency-key'];
    if (key !== undefined) await this.world.keepAnswer('C', key);
    return sent;
  }

  private async send(one: Case, sent: Sent): Promise<Answer> {
    this.cases += 1;
    const started = performance.now();
    const answer = await inject(this.world, sent);
    const taken = performance.now() - started;
    if (
      one.position === 'path accountId' &&
      (one.value === 'stranger' || one.value === 'never') &&
      one.suspect.standing
    )
      this.millis[one.value].push(taken);
    return answer;
  }

  private hold(one: Case, answer: Answer): void {
    const expected = expectedOf(one);
    if (expected !== 'admitted') this.refusals += 1;
    if (answer.status >= 500 && answer.status !== 503)
      this.leak('crash', one, `${answer.status} ${answer.text.slice(0, 200)}`);
    else if (!isAsExpected(expected, answer))
      this.leak('status', one, `${answer.status} ${answer.code ?? ''}, expected ${JSON.stringify(expected)}`);
    for (const { owner, from } of canariesIn(answer.text + answer.headers, AREAS))
      if (!mayMeet(one.suspect, owner, from)) this.leak('canary', one, `${owner} ${from}`);
  }

  private compareWithNever(one: Case, answers: Map<string, Answer>): void {
    if (!['sister', 'stranger'].includes(one.value) || one.suspect.agency === 'X') return;
    // A cursor says from where on the listener's own events are wanted, so two of them are answered differently.
    if (one.position === 'header last-event-id') return;
    const theirs = answers.get(`${one.position} ${one.value}`);
    const never = answers.get(`${one.position} never`);
    if (!theirs || !never || JSON.stringify(theirs) === JSON.stringify(never)) return;
    this.leak(
      'oracle',
      one,
      `${theirs.status} ${theirs.text.slice(0, 160)} | never: ${never.status} ${never.text.slice(0, 160)}`,
    );
  }

  private async fingerprints(suspect: Suspect): Promise<Map<AccountLetter, string>> {
    const others = (Object.keys(ACCOUNTS) as AccountLetter[]).filter(
      (letter) => letter !== suspect.home && !(suspect.agency === 'X' && 'ABG'.includes(letter)),
    );
    const all = new Map<AccountLetter, string>();
    for (const letter of others)
      all.set(letter, await this.world.canaries.fingerprint(this.world.places[letter].account.accountId));
    return all;
  }

  private compareRows(suspect: Suspect, before: Map<AccountLetter, string>, after: Map<AccountLetter, string>): void {
    for (const [letter, rows] of before) {
      if (after.get(letter) === rows) continue;
      const now = after.get(letter)?.split('\n') ?? [];
      const changed = rows.split('\n').filter((line) => !now.includes(line));
      this.leaks.push({ kind: 'changed', where: `${suspect.name} in ${letter}`, what: changed.join(' ') });
    }
  }

  private leak(kind: Leak['kind'], { target, suspect, position, value }: Case, what: string): void {
    const where = `${target.route.method} ${target.route.path} as ${suspect.name}, ${position} ${value}`;
    this.leaks.push({ kind, where, what });
  }
}

const changesRows = ({ target }: Case): boolean => target.route.method !== 'GET';

/** What must come of a case, from the table alone. */
export function expectedOf({ target, suspect, position, value }: Case): Expected {
  if (!suspect.home) return { status: 401 };
  if (target.kind === 'person') return suspect.standing?.scopes ? { status: 403, code: 'scope-missing' } : 'admitted';
  const outer = position.startsWith('path accountId') || position.startsWith('path agencyId') ? value : 'own';
  return target.kind === 'agency' ? inAgency(target, suspect, outer) : inAccount(target, suspect, outer);
}

function inAccount(target: Target, suspect: Suspect, value: string): Expected {
  const isHome = value === 'own';
  const isAgencys = value === 'sister' && suspect.agency === 'X';
  if (!suspect.standing || (!isHome && !isAgencys)) return { status: 404 };
  const standing = isHome ? suspect.standing : { ...suspect.standing, granted: false };
  const decision = decideAccess(standing, target.operation?.capability as Capability);
  return decision === 'allowed' ? 'admitted' : { status: 403, code: decision };
}

function inAgency(target: Target, suspect: Suspect, value: string): Expected {
  const isTheirs = suspect.agency && (value === 'own' || (value === 'sister' && suspect.agency === 'X'));
  return isTheirs && (target.operation?.capability as AgencyCapability) ? 'admitted' : { status: 404 };
}

function isAsExpected(expected: Expected, { status, code }: Answer): boolean {
  if (expected === 'admitted') return status !== 401 && status !== 429 && !(status === 403 && isRefusal(code));
  return status === expected.status && (!('code' in expected) || code === expected.code);
}

/** The guard's own words; a feature may have other reasons to say 403. */
const isRefusal = (code: string | undefined): boolean =>
  ['not-allowed', 'grant-needed', 'scope-missing', 'step-up-required', 'account-suspended'].includes(code ?? '');

function mayMeet(suspect: Suspect, owner: Owner, from: string): boolean {
  if (!suspect.mayMeet.includes(owner)) return false;
  const isLookingIn =
    suspect.standing?.role === 'agency_admin' && !(suspect.standing.granted && owner === suspect.home);
  return !isLookingIn || !CALLERS_WORDS.test(from);
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
