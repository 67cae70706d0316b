import { jest } from '@jest/globals';
import { CALLER, type Laid } from './ground.js';
import { judged, type Judgement } from './judgement.js';
import type { CarrierLog, Taken } from './log.js';
import { printVerdict } from './print.js';
import { verdictOn, wholeLadders } from './verdict.js';
import type { Invariant } from '../night/invariants.js';
import { wasTaken, type Ask } from '../night/record.js';

const DUE = Date.parse('2026-02-13T03:22:00Z');
const STEP_SECONDS = 2;
const LAID: Laid[] = [0, 1].map((nth) => ({
  line: `+1312200000${nth}`,
  onCall: `+1773200000${nth}`,
  backup: `+1630200000${nth}`,
  owner: `+1847200000${nth}`,
  dueAt: DUE,
}));
const [FIRST, SECOND] = LAID as [Laid, Laid];
let deliveries = 0;

function page(from: string, to: string, seconds: number): Ask {
  deliveries += 1;
  return {
    kind: 'text',
    from,
    to,
    body: '[7K] EMERGENCY CALL - Storm Plumbing',
    reportsTo: `https://nightdesk.test?alert=${deliveries}`,
    at: DUE + seconds * 1000 + 40,
    fate: 'taken',
  };
}
const pagesOn = ({ line, onCall, backup, owner }: Laid): Ask[] =>
  [onCall, backup, owner].map((phone, place) => page(line, phone, place * STEP_SECONDS));

/** A run in which everybody was told once, in time. */
const whole = (): CarrierLog => ({
  asked: LAID.flatMap(pagesOn),
  questions: [],
  hurries: [],
  answers: [],
  digests: null,
});
const changed = (change: (ask: Ask) => Ask[]): CarrierLog => ({ ...whole(), asked: whole().asked.flatMap(change) });
const isTo = (phone: string) => (ask: Ask) => ask.to === phone;

function judge(log: CarrierLog, heldUpMs = 0): Judgement {
  const taken: Taken[] = log.asked.filter(wasTaken).map((ask, nth) => ({ ...ask, sid: `SM${nth}` }));
  const run = { stepSeconds: STEP_SECONDS, heldUpMs, strideMs: 1000, endedAt: DUE + 600_000 };
  return judged(verdictOn(wholeLadders(LAID, STEP_SECONDS), log.asked, taken), LAID, log, run);
}
const broken = ({ violations }: Judgement): Invariant[] => [...new Set(violations.map(({ invariant }) => invariant))];

/** Mike takes the first emergency by text, nobody the second; in the morning both are told. */
const taken = (): CarrierLog => ({
  ...whole(),
  asked: [page(FIRST.line, FIRST.onCall, 0), won(FIRST.onCall), ...pagesOn(SECOND)],
  answers: [
    { line: FIRST.line, from: FIRST.onCall, code: '7K', meaning: 'take', at: DUE + 500, answeredAt: DUE + 550 },
  ],
  digests: [
    { line: FIRST.line, content: '1. Unknown - No details captured\nOn-call (Mike) acknowledged at 9:22 PM.' },
    { line: SECOND.line, content: '1. Unknown - No details captured\nNOT REACHED. Nobody on call answered.' },
  ],
});
const won = (to: string): Ask => ({
  ...page(FIRST.line, to, 1),
  body: 'Got it. Caller info: the caller at (312) 555-0199.\n[7K] Text ETA 25, HERE, or DONE 1850.',
});
const stoodDown = (to: string): Ask => ({ ...page(FIRST.line, to, 3), body: '[7K] Mike took it. You can stand down.' });
const takenAnd = (...more: Ask[]): CarrierLog => ({ ...taken(), asked: [...taken().asked, ...more] });
const told = (name: string): CarrierLog['digests'] =>
  (taken().digests ?? []).map((digest) => ({ ...digest, content: digest.content.replace('Mike', name) }));

const DOCTORED: [Invariant, string, () => CarrierLog][] = [
  [
    'I1',
    'a ladder that stops',
    () => changed((ask) => (ask.from === SECOND.line && ask.to !== SECOND.onCall ? [] : [ask])),
  ],
  ['I2', 'a backup who is never told', () => changed((ask) => (isTo(FIRST.backup)(ask) ? [] : [ask]))],
  ['I3', 'a text that is sent twice', () => changed((ask) => (isTo(FIRST.onCall)(ask) ? [ask, { ...ask }] : [ask]))],
  [
    'I6',
    'a backup who is paged a second early',
    () => changed((ask) => [isTo(FIRST.backup)(ask) ? { ...ask, at: ask.at - 1000 } : ask]),
  ],
  [
    'I7',
    'an owner who is paged before the backup',
    () => changed((ask) => [isTo(FIRST.backup)(ask) ? { ...ask, at: ask.at + 2500 } : ask]),
  ],
  [
    'I8',
    'a refusal after which nobody asks again',
    () => changed((ask) => [isTo(FIRST.owner)(ask) ? { ...ask, fate: 'not-now' } : ask]),
  ],
  [
    'I8',
    'a lost answer that nobody asks about',
    () => changed((ask) => [isTo(FIRST.owner)(ask) ? { ...ask, fate: 'taken-unsaid' } : ask]),
  ],
  [
    'I4',
    'a page long after somebody took it',
    () => takenAnd(page(FIRST.line, FIRST.backup, 4), stoodDown(FIRST.backup)),
  ],
  ['I4', 'a page on its way that nobody is told to forget', () => takenAnd(page(FIRST.line, FIRST.backup, 2))],
  ['I5', 'a second winner', () => takenAnd(won(FIRST.backup))],
  ['I10', 'a digest that names another taker', () => ({ ...taken(), digests: told('Dana') })],
  [
    'I10',
    'a digest that comes twice',
    () => ({ ...taken(), digests: [...(told('Mike') ?? []), ...(told('Mike') ?? [])] }),
  ],
  ['I10', 'a digest that never comes', () => ({ ...taken(), digests: [] })],
  ['I9', 'a page that reaches another ladder', () => changed((ask) => [ask, { ...ask, to: SECOND.owner }])],
  ['I9', "a technician's page that reaches the caller", () => changed((ask) => [ask, { ...ask, to: CALLER }])],
];

describe("A chaos run is judged by the named invariants of a night, from its carrier's log", () => {
  it('a whole run breaks none', () => {
    expect(judge(whole()).violations).toEqual([]);
  });

  it('an acceptance that crosses a page on its way is whole, when that person is told to stand down', () => {
    expect(judge(taken()).violations).toEqual([]);
    const crossed = takenAnd(page(FIRST.line, FIRST.backup, 2), stoodDown(FIRST.backup));
    expect(judge(crossed).violations).toEqual([]);
  });

  it.each(DOCTORED)('%s is broken by %s', (invariant, _what, log) => {
    expect(broken(judge(log()))).toContain(invariant);
  });

  it('what was refused and asked for again, and what was unheard of and asked about, is whole', () => {
    const [refused, unheard] = [page(FIRST.line, FIRST.owner, 3.9), page(SECOND.line, SECOND.onCall, 0)];
    const log: CarrierLog = {
      asked: [
        { ...refused, at: DUE + 4000, fate: 'not-now' },
        { ...unheard, fate: 'taken-unsaid' },
        ...whole().asked.filter((ask) => !isTo(SECOND.onCall)(ask)),
      ],
      questions: [{ from: SECOND.line, to: SECOND.onCall, at: DUE + 9000, isAnswered: true }],
      hurries: [],
      answers: [],
      digests: null,
    };
    expect(judge(log).violations).toEqual([]);
  });

  it('the next step may come early on the line whose carrier refused, and on no other', () => {
    const early = changed((ask) => [
      ask.to === FIRST.backup || ask.to === SECOND.backup ? { ...ask, at: ask.at - 1000 } : ask,
    ]);
    const { violations } = judge({ ...early, hurries: [{ from: FIRST.line, at: DUE + 500 }] });
    expect(violations).toEqual([{ invariant: 'I6', told: `${SECOND.backup} was paged 0.96 s early` }]);
  });

  it('lateness after an outage is counted from the first request that had a chance', () => {
    const owed = [{ line: FIRST.line, to: FIRST.onCall, dueAt: DUE, countedFrom: DUE + 10_000 }];
    const refused: Ask = { ...page(FIRST.line, FIRST.onCall, 1), fate: 'not-now' };
    const answered = page(FIRST.line, FIRST.onCall, 12);
    expect(verdictOn(owed, [refused, answered], [{ ...answered, sid: 'SM1' }]).lateness).toEqual([2040]);
  });

  describe('and the printed line', () => {
    const scenario = { letter: 'b', title: 'doctored', p99: 1000, play: () => Promise.reject(new Error('not played')) };
    const bar = { floor: [1], kills: 3, killingSeconds: 6, isTimed: false, cost: null };
    const lines: string[] = [];
    const print = jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    beforeEach(() => void (lines.length = 0));
    afterAll(() => print.mockRestore());

    it('names the invariant and the place, and fails the run, also when every count is in order', () => {
      const log = changed((ask) => [isTo(FIRST.owner)(ask) ? { ...ask, fate: 'taken-unsaid' } : ask]);
      const judgement = judge(log);
      expect(judgement).toMatchObject({ missed: 0, duplicates: 0, stray: 0 });
      expect(printVerdict(scenario, judgement, bar)).toBe(false);
      expect(lines.join('\n')).toContain('BROKEN I8, 1 times: no delivery is left hanging');
      expect(lines.join('\n')).toContain(`${FIRST.owner} was left with "taken-unsaid"`);
    });

    it('says how many were really killed a second, beside what was meant', () => {
      expect(printVerdict(scenario, judge(whole()), bar)).toBe(true);
      expect(lines.join('\n')).toContain('3 kills in 6.0 s: 0.50 a second (meant: 1.00)');
    });
  });
});
