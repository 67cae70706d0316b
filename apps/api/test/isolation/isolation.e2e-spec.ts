import { deliverLetters } from '../harness/letters.js';
import { LadderWorld } from '../ladder-world.js';
import { readDocument } from '../openapi-document.js';
import { canariesIn, type Owner } from './canaries.js';
import { targetsOf, type Case, type Target } from './cases.js';
import { Matrix, type Leak, type MatrixReport } from './matrix.js';
import { dropWall, forgetAccounts, forgetOwn, openGuard, tellingGuard, type Restore } from './walls.js';
import { ACCOUNTS, type AccountLetter, type Suspect } from './suspects.js';
import { IsolationWorld } from './world.js';

/**
 * `ISOLATION=full` (npm run isolation) asks everybody everything, before both walls and before each alone. npm test asks
 * some of them everything, and everybody else for what the table of capabilities says of them.
 */
const isFull = process.env.ISOLATION === 'full';
const SOME = ['A.owner', 'agency under G’s grant', 'C.owner, stranger', 'key of A, all scopes'];
const FEW = ['A.owner', 'key of A, all scopes'];
/** Rows alone do not make these: a recording lies with the carrier, and the incident of the matrix is no drill. */
const NOTHING_THERE = /(recording-not-found|drill-not-found)$/;
const AREAS = new Map<string, Owner>(Object.entries(ACCOUNTS).map(([letter, area]) => [area, letter as Owner]));

const document = readDocument();
const everything = (_: Case): boolean => true;
const chosen = (world: IsolationWorld): Suspect[] => (isFull ? world.suspects : FEW.map((name) => world.suspect(name)));
const worthAsking = (one: Case): boolean => isFull || SOME.includes(one.suspect.name) || one.value === 'own';
/** Ids below the account: what the guard cannot see. */
const belowTheAccount = ({ position }: Case): boolean => !/^path (accountId|agencyId)$/.test(position);
const lines = (leaks: Leak[]): string => leaks.map(({ kind, where, what }) => `${kind}: ${where}: ${what}`).join('\n');

const summary: string[] = [];
function tell(title: string, report: MatrixReport): void {
  const { operations, suspects, cases, refusals, leaks, strangerMs, neverMs } = report;
  const ratio = `; a stranger's id takes ${(strangerMs / neverMs).toFixed(2)} times as long as one that never existed`;
  summary.push(
    `${title}: ${operations} operations, ${suspects} principals, ${cases} cases (${refusals} refusals expected), ` +
      `${leaks.length} leaks${Number.isNaN(strangerMs) ? '' : ratio}`,
  );
}
afterAll(() => process.stdout.write(`${summary.join('\n')}\n`));

describe('Contractors are kept apart', () => {
  let world: IsolationWorld;
  let targets: Target[];

  beforeAll(async () => {
    world = await IsolationWorld.build();
    targets = targetsOf(world, document).targets;
  }, 60_000);
  afterAll(() => world.close());

  it('by routes that are all on a list, and all in the API document', () => {
    const { unlisted, undocumented, unrouted } = targetsOf(world, document);
    const open = /^(POST|GET) \/api\/v1\/auth\//;
    expect({ unlisted, undocumented: undocumented.filter((name) => !open.test(name)), unrouted }).toEqual({
      unlisted: [],
      undocumented: [],
      unrouted: [],
    });
  });

  it('with a canary in every free text of every table, so that a leak shows', () => {
    expect(world.planted.emptyTables).toEqual([]);
    expect(world.planted.columns).toBeGreaterThan(200);
  });

  it('by ids that are there: what the owner asks of their own account is answered', async () => {
    const own = await new Matrix(world, document).ownAnswers(targets, world.suspect('A.owner'));
    const unanswered = own.filter(({ status }) => status !== 200 && status !== 204).map(({ name }) => name);
    expect(unanswered.filter((name) => !NOTHING_THERE.test(name))).toEqual([]);
  }, 60_000);

  it('in every operation, for everybody who might ask, in every place an id can stand', async () => {
    const matrix = new Matrix(world, document);
    const report = await matrix.run({ targets, suspects: world.suspects, wants: worthAsking });
    await matrix.runOwnChanges(targets, world.suspect('A.owner'));
    tell('Both walls', report);
    expect(lines(report.leaks)).toBe('');
  }, 300_000);

  it('when a technician of one texts the line of another with the other’s words', async () => {
    const before = await world.canaries.fingerprint(world.places.C.account.accountId);
    const a = new LadderWorld(world.app, world.places.A.account);
    for (const words of ['YES', '1', 'WHO', 'DONE 1850']) await a.replies(world.places.C.account.mike, words);
    expect(await world.canaries.fingerprint(world.places.C.account.accountId)).toBe(before);
  });

  it('in what goes out: texts and posts of one name nobody of another', () => {
    const lineOf = new Map(Object.entries(world.places).map(([letter, { account }]) => [account.line, letter]));
    for (const { from, to, body } of world.app.telephony.texts) {
      const letter = lineOf.get(from) as AccountLetter;
      const foreign = canariesIn(`${to} ${body}`, AREAS).filter(({ owner }) => owner !== letter && owner in ACCOUNTS);
      expect({ from: letter, foreign }).toEqual({ from: letter, foreign: [] });
    }
  });

  it('in what goes out: no e-mail and no post to a channel names two of them', async () => {
    await deliverLetters(world.app);
    const { mailer, chat } = world.app;
    const letters = mailer.sent.map(({ to, subject, text }) => `${to} ${subject} ${text}`);
    expect(letters.length).toBeGreaterThan(0);
    for (const words of [...letters, ...chat.posts.map((post) => JSON.stringify(post))]) {
      const named = new Set(canariesIn(words, AREAS).map(({ owner }) => owner));
      expect([...named].filter((owner) => owner in ACCOUNTS).length).toBeLessThan(2);
    }
  });

  it('in what is logged', () => {
    expect(canariesIn(world.log.join('\n'), AREAS)).toEqual([]);
  });

  it('and every refusal inside an account is in its journal', async () => {
    const rows = await world.app.db.everything<{ actors: number }>(
      `select count(distinct actor ->> 'id')::int as actors from journal where account_id = $1 and event = 'access.denied'`,
      [world.places.A.account.accountId],
    );
    expect(rows[0]?.actors).toBeGreaterThanOrEqual(4);
  });
});

describe('Each wall stands alone', () => {
  const onlyBelow = { wants: belowTheAccount };

  it('the application with row security switched off', async () => {
    const world = await IsolationWorld.build((db) => ({ DATABASE_URL: db.adminUrl }));
    const { targets } = targetsOf(world, document);
    const report = await new Matrix(world, document).run({ targets, suspects: chosen(world), wants: everything });
    tell('Application alone', report);
    await world.close();
    expect(lines(report.leaks)).toBe('');
  }, 300_000);

  it('row security with an application that forgets to name the account', async () => {
    const world = await IsolationWorld.build();
    const { targets } = targetsOf(world, document);
    const remember = forgetAccounts();
    const report = await new Matrix(world, document).run({ targets, suspects: chosen(world), ...onlyBelow });
    await remember();
    tell('Row security alone', report);
    await world.close();
    expect(lines(report.leaks)).toBe('');
  }, 300_000);
});

describe('The matrix sees a hole', () => {
  let world: IsolationWorld;
  let reads: Target[];
  beforeAll(async () => {
    world = await IsolationWorld.build();
    reads = targetsOf(world, document).targets.filter(({ route }) => route.method === 'GET');
  }, 60_000);
  afterAll(() => world.close());

  const leaksBehind = async (hole: () => Promise<Restore[]> | Restore[], wants = everything): Promise<number> => {
    const restores = await hole();
    const suspects = [world.suspect('A.owner'), world.suspect('C.owner, stranger')];
    const { leaks } = await new Matrix(world, document).run({ targets: reads, suspects, wants });
    for (const restore of restores.reverse()) await restore();
    return leaks.length;
  };

  it('when there is none, it says so', async () => {
    expect(await leaksBehind(() => [])).toBe(0);
  }, 120_000);

  it('when the guard lets everybody in', async () => {
    expect(await leaksBehind(() => [openGuard(world)])).toBeGreaterThan(0);
  }, 120_000);

  it('when the guard tells a stranger’s account from a missing one', async () => {
    expect(await leaksBehind(() => [tellingGuard(world)])).toBeGreaterThan(0);
  }, 120_000);

  it.each(['calls', 'lead_cards', 'incidents', 'digest_history'])(
    'when %s lose their policy and a statement forgets the account',
    async (table) => {
      const hole = async () => [forgetAccounts(), forgetOwn(), await dropWall(world, table)];
      expect(await leaksBehind(hole, belowTheAccount)).toBeGreaterThan(0);
    },
    120_000,
  );
});
