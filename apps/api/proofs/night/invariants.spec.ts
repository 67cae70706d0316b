import { INVARIANTS, violationsOf, type Invariant } from './invariants.js';
import type { Answer, Ask, Night, NightRecord, NightStory } from './record.js';

const OPENED = Date.parse('2026-02-13T03:22:00Z');
const at = (seconds: number): number => OPENED + seconds * 1000;
const [MIKE, DANA, DAVE, CALLER] = ['+13125550182', '+13125550183', '+13125550184', '+13125550415'];
const STORY: NightStory = {
  emergencies: [{ code: '7K', callerPhone: CALLER, callerName: 'Jim Kowalski', openedAt: OPENED }],
  teams: [{ since: 0, people: [MIKE, DANA, DAVE] }],
  names: { [MIKE]: 'Mike T.', [DANA]: 'Dana', [DAVE]: 'Dave' },
  delaysMs: [0, 600_000, 1_200_000],
  repeats: { times: 3, everyMs: 600_000 },
  silenceMs: 1_200_000,
  heldUpMs: 0,
  strideMs: 0,
  onTheWayMs: 0,
  hurries: [],
  endedAt: at(9000),
};
let deliveries = 0;

function text(to: string, seconds: number, body: string): Ask {
  deliveries += 1;
  const reportsTo = `https://nightdesk.test/message-status?alert=${deliveries}`;
  return { kind: 'text', from: '+13125550100', to, body, reportsTo, at: at(seconds), fate: 'taken' };
}
const page = (to: string, seconds: number): Ask => text(to, seconds, '[7K] EMERGENCY CALL - Metro Plumbing');
const unresolved = (seconds: number): Ask => text(DAVE, seconds, '[7K] UNRESOLVED EMERGENCY - Metro Plumbing');
const says = (from: string, seconds: number, meaning: Answer['meaning']): Answer => ({
  from,
  code: '7K',
  meaning,
  at: at(seconds),
  answeredAt: at(seconds),
});
const won = (to: string, seconds: number): Ask =>
  text(to, seconds, 'Got it. Caller info: Jim Kowalski at (312) 555-0415.\n[7K] Text ETA 25, HERE, or DONE 1850.');
const toCaller = (seconds: number): Ask => text(CALLER, seconds, "We're still reaching a technician for you.");

/** Nobody took it, and it was told so. */
const lost = (): NightRecord => ({
  asks: [page(MIKE, 0), page(DANA, 600), toCaller(600), ...[1200, 1800, 2400, 3000].map(unresolved)],
  questions: [],
  answers: [],
  digests: ['EMERGENCIES (1) - 1 NOT REACHED\n1. Jim Kowalski\n   NOT REACHED. Call now.'],
});
/** Mike took it at once. */
const taken = (): NightRecord => ({
  asks: [page(MIKE, 0), won(MIKE, 60)],
  questions: [],
  answers: [says(MIKE, 60, 'take'), says(MIKE, 961, 'yes')],
  digests: ['EMERGENCIES (1)\n1. Jim Kowalski\n   On-call (Mike T.) acknowledged at 9:23 PM.'],
});
/** Mike took it and fell silent; Dana took it after him. */
const reopened = (): NightRecord => ({
  asks: [page(MIKE, 0), won(MIKE, 60), page(DANA, 1260), won(DANA, 1300)],
  questions: [],
  answers: [says(MIKE, 60, 'take'), says(DANA, 1300, 'take'), says(DANA, 2300, 'yes')],
  digests: ['1. Jim Kowalski\n   On-call (Dana) acknowledged at 9:43 PM.'],
});
const night = (record: NightRecord, story: Partial<NightStory> = {}): Night => ({
  record,
  story: { ...STORY, ...story },
});
const broken = (doctored: Night): Invariant[] => [...new Set(violationsOf(doctored).map(({ invariant }) => invariant))];

describe('The invariants of a night (reference/oncall 5.8), from what the network saw', () => {
  it.each([
    ['nobody took', lost()],
    ['was taken at once', taken()],
    ['was taken, left in silence, and taken by the next', reopened()],
  ])('hold for a night whose emergency %s', (_how, record) => {
    expect(violationsOf(night(record))).toEqual([]);
  });

  it('a refusal brings the next step early, a swap pages the person on call now: neither breaks the order', () => {
    const record = lost();
    const early = { ...record, asks: [page(MIKE, 0), page(DANA, 60), ...[660, 1260, 1860, 2460].map(unresolved)] };
    expect(violationsOf(night({ ...early, answers: [says(MIKE, 60, 'pass')] }))).toEqual([]);
    const swapped = [
      { since: 0, people: [MIKE, DANA, DAVE] },
      { since: at(300), people: [DANA, MIKE, DAVE] },
    ];
    const both = [
      page(MIKE, 0),
      page(MIKE, 600),
      page(DANA, 600),
      toCaller(600),
      ...[1200, 1800, 2400, 3000].map(unresolved),
    ];
    expect(violationsOf(night({ ...record, asks: both }, { teams: swapped }))).toEqual([]);
  });

  it('a swap in the very instant of the first page makes it no stranger to its step', () => {
    const swapped = [
      { since: 0, people: [MIKE, DANA, DAVE] },
      { since: at(0), people: [DANA, MIKE, DAVE] },
    ];
    const both = [page(MIKE, 0), page(DANA, 60), page(MIKE, 600), ...lost().asks.slice(2)];
    expect(violationsOf(night({ ...lost(), asks: both }, { teams: swapped }))).toEqual([]);
  });

  describe('sees a seeded', () => {
    const SEEDED: [Invariant, string, () => Night][] = [
      ['I1', 'ladder that forgot its repeats', () => night({ ...lost(), asks: lost().asks.slice(0, 4) })],
      [
        'I1',
        'hour without a word',
        () =>
          night({
            ...lost(),
            asks: lost().asks.map((ask) => ({ ...ask, at: ask.at + (ask.to === DAVE ? 3_600_000 : 0) })),
          }),
      ],
      [
        'I2',
        'backup who was never told',
        () => night({ ...lost(), asks: lost().asks.filter(({ to }) => to !== DANA) }),
      ],
      [
        'I2',
        'backup who was owed before it was taken',
        () => night({ ...taken(), answers: [says(MIKE, 700, 'take'), says(MIKE, 961, 'yes')] }),
      ],
      [
        'I2',
        'reopened ladder that pages nobody',
        () => night({ ...reopened(), asks: reopened().asks.slice(0, 2), answers: reopened().answers.slice(0, 1) }),
      ],
      [
        'I2',
        'dead number after which nobody is paged',
        () =>
          night({ ...lost(), asks: lost().asks.map((ask) => (ask.to === MIKE ? { ...ask, fate: 'refused' } : ask)) }),
      ],
      [
        'I3',
        'text sent twice',
        () => night({ ...lost(), asks: lost().asks.flatMap((ask) => (ask.to === MIKE ? [ask, ask] : [ask])) }),
      ],
      [
        'I3',
        'resend although the network could be asked',
        () => {
          const [first] = taken().asks;
          const again = { ...(first as Ask), at: at(20) };
          const questions = [{ to: MIKE, at: at(10), isAnswered: true }];
          return night({
            ...taken(),
            questions,
            asks: [{ ...(first as Ask), fate: 'taken-unsaid' }, again, won(MIKE, 60)],
          });
        },
      ],
      ['I4', 'page after somebody had taken it', () => night({ ...taken(), asks: [...taken().asks, page(DANA, 600)] })],
      ['I5', 'second winner', () => night({ ...taken(), asks: [...taken().asks, won(DANA, 61)] })],
      [
        'I6',
        'backup paged after nine minutes',
        () => night({ ...lost(), asks: lost().asks.map((ask) => (ask.to === DANA ? { ...ask, at: at(540) } : ask)) }),
      ],
      ['I6', 'caller told after five minutes', () => night({ ...lost(), asks: [...lost().asks, toCaller(300)] })],
      [
        'I7',
        'owner before the backup',
        () => night({ ...lost(), asks: lost().asks.map((ask) => (ask.to === DANA ? { ...ask, at: at(1300) } : ask)) }),
      ],
      [
        'I8',
        'text the carrier put off and was never asked for again',
        () => night({ ...lost(), asks: [...lost().asks, { ...text(MIKE, 900, '[7K] UPDATE'), fate: 'not-now' }] }),
      ],
      [
        'I8',
        'lost answer that nobody asked about',
        () =>
          night({
            ...lost(),
            asks: lost().asks.map((ask) => (ask.to === DANA ? { ...ask, fate: 'taken-unsaid' } : ask)),
          }),
      ],
      ['I9', 'stranger who was texted', () => night({ ...lost(), asks: [...lost().asks, page('+13125550999', 10)] })],
      [
        'I9',
        'caller who got the page of a technician',
        () => night({ ...lost(), asks: [...lost().asks, page(CALLER, 700)] }),
      ],
      ['I10', 'digest that says somebody came', () => night({ ...lost(), digests: taken().digests })],
      ['I10', 'digest that names another taker', () => night({ ...reopened(), digests: taken().digests })],
      ['I10', 'digest without the emergency', () => night({ ...lost(), digests: ['No overnight calls. All quiet.'] })],
      [
        'I10',
        'emergency that is told in two digests',
        () => night({ ...lost(), digests: [...(lost().digests ?? []), ...(lost().digests ?? [])] }),
      ],
    ];

    it.each(SEEDED)('%s: %s', (invariant, _what, doctored) => {
      expect(broken(doctored())).toContain(invariant);
    });

    it('violation of every invariant there is', () => {
      expect([...new Set(SEEDED.map(([invariant]) => invariant))]).toEqual(Object.keys(INVARIANTS));
    });
  });
});
