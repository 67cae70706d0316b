import type { OnCallPerson } from '@domain/on-call/roster';
import fc from 'fast-check';
import { firstFireAt, nextMove, type LadderCursor, type PersonOf } from './plan.js';
import { personBehind, type LadderPeople } from './plan-people.js';
import { defaultPolicy, sameTarget, STANDARD_TIMING, type EscalationPolicy, type StepTarget } from './policy.js';
import { wantOf } from './policy-choice.js';
import { policyProblem, policyWarnings, type PolicyKnown } from './policy-lint.js';
import { previewSentence, previewTurns, tonightAtNine, whenWords } from './policy-preview.js';
import { namedPolicy, stepName, unrolled, type PolicyDraft, type StepDraft } from './policy-steps.js';
import { readSnapshot, type StoredSnapshot } from './snapshot.js';

const person = (name: string, changes: Partial<OnCallPerson> = {}): OnCallPerson => ({
  contactId: name,
  name,
  phone: '+13125550182',
  channels: ['voice', 'sms'],
  smsOptedOutAt: null,
  isActive: true,
  lineType: 'mobile',
  language: 'en',
  ...changes,
});
const layer = (layerId: string, name: string) =>
  ({ layerId, name: layerId, person: person(name), because: { kind: 'turn' } }) as const;
const team: LadderPeople = {
  onCall: {
    primary: person('Mike'),
    backup: person('Dana'),
    owner: person('Dave'),
    layers: [layer('nights', 'Mike'), layer('hvac', 'Hank')],
  },
  contacts: new Map([['Sal', person('Sal')]]),
  groups: new Map([['crew', [person('Ann'), person('Bob'), person('Cy')]]]),
  busy: new Set(),
};
const verified = new Set(['Mike', 'Dana', 'Dave', 'Sal', 'Ann', 'Bob', 'Cy', 'Hank']);
const known = (changes: Partial<PolicyKnown> = {}): PolicyKnown => ({
  people: team,
  verified,
  lineMayText: true,
  ...changes,
});
const step = (target: StepTarget, delaySeconds: number, changes: Partial<StepDraft> = {}): StepDraft => ({
  target,
  delaySeconds,
  channel: 'sms',
  ...changes,
});
const OWNER: StepTarget = { kind: 'owner' };
const CREW: StepTarget = { kind: 'ring_group', groupId: 'crew' };
const policy = (steps: StepDraft[], changes: Partial<PolicyDraft> = {}): EscalationPolicy =>
  namedPolicy({ steps, repeat: { target: OWNER, everySeconds: 600, times: 0 }, ringSeconds: 25, ...changes });
const standard = defaultPolicy(STANDARD_TIMING);

describe('a ladder written out for one emergency', () => {
  it("leaves the PRD's five steps as they are", () => expect(unrolled(standard, () => 0)).toEqual(standard));

  it('asks a ring group one after the other, each with a time of their own, between the steps around it', () => {
    const steps = [step(CREW, 0, { channel: 'call', personSeconds: 30 }), step(OWNER, 45), step(OWNER, 600)];
    const written = unrolled(policy(steps), () => 3).steps;
    expect(
      written.map(({ delaySeconds, target }) => [delaySeconds, 'position' in target ? target.position : target.kind]),
    ).toEqual([
      ...[
        [0, 0],
        [30, 1],
        [45, 'owner'],
        [60, 2],
        [600, 'owner'],
      ],
    ]);
  });

  it('keeps a place for a group that has nobody yet', () =>
    expect(unrolled(policy([step(CREW, 0), step(OWNER, 60)]), () => 0).steps).toHaveLength(2));

  it('writes the repeats of a step out', () => {
    const steps = [step({ kind: 'on_call' }, 0, { repeats: { times: 2, everySeconds: 120 } }), step(OWNER, 600)];
    expect(unrolled(policy(steps), () => 0).steps.map(({ delaySeconds }) => delaySeconds)).toEqual([0, 120, 240, 600]);
  });
});

describe('the name of a step', () => {
  it.each([
    [{ kind: 'on_call' }, 'warm_transfer', 'warm_transfer'],
    [{ kind: 'on_call' }, 'sms', 'sms_oncall'],
    [{ kind: 'backup' }, 'call', 'call_backup'],
    [OWNER, 'sms', 'sms_owner_unresolved'],
    [{ kind: 'contact', contactId: 'Sal' }, 'call', 'call_contact'],
    [CREW, 'sms', 'sms_group'],
  ] as const)('%j by %s is %s', (target, channel, name) => expect(stepName(target, channel, false)).toBe(name));
  it('does not tell the owner of a one-man shop that nobody took it in the second it is reported', () =>
    expect(policy([step(OWNER, 0), step(OWNER, 300)]).steps.map(({ step: name }) => name)).toEqual([
      ...['sms_contact', 'sms_owner_unresolved'],
    ]));
});

describe('who is behind a target', () => {
  it.each([
    [{ kind: 'on_call' }, 'Mike'],
    [{ kind: 'on_call', layerId: 'hvac' }, 'Hank'],
    [{ kind: 'on_call', layerId: 'gone' }, undefined],
    [{ kind: 'backup' }, 'Dana'],
    [OWNER, 'Dave'],
    [{ kind: 'contact', contactId: 'Sal' }, 'Sal'],
    [{ kind: 'contact', contactId: 'left' }, undefined],
    [{ ...CREW, position: 1 }, 'Bob'],
    [{ ...CREW, position: 9 }, undefined],
  ] as const)('%j: %s', (target, name) => expect(personBehind(target, team)?.name).toBe(name));
  it('is nobody in an account that has named nobody, but a named contact is still there', () => {
    const nobody = { ...team, onCall: null };
    expect(personBehind(OWNER, nobody)).toBeNull();
    expect(personBehind({ kind: 'contact', contactId: 'Sal' }, nobody)?.name).toBe('Sal');
  });
});

describe('two targets', () => {
  it.each([
    [OWNER, OWNER, true],
    [OWNER, { kind: 'backup' }, false],
    [{ kind: 'contact', contactId: 'a' }, { kind: 'contact', contactId: 'b' }, false],
    [{ kind: 'on_call' }, { kind: 'on_call', layerId: 'hvac' }, false],
    [CREW, { ...CREW, position: 2 }, true],
    [{ ...CREW, position: 1 }, { ...CREW, position: 2 }, false],
  ] as const)('%j and %j name the same turn: %s', (a, b, same) => expect(sameTarget(a, b)).toBe(same));
});

describe('a policy that may reach nobody is refused, and one beyond sane limits (A55)', () => {
  const code = (draft: EscalationPolicy, given = known()) => policyProblem(draft, given)?.code ?? null;
  const optedOut: LadderPeople = {
    ...team,
    contacts: new Map([['Sal', person('Sal', { smsOptedOutAt: new Date() })]]),
  };
  const sal: StepTarget = { kind: 'contact', contactId: 'Sal' };

  it.each([
    ['the standard ladder', standard, null],
    ['an owner at the end', policy([step({ kind: 'on_call' }, 0), step(OWNER, 600)]), null],
    ['a contact at the end', policy([step({ kind: 'on_call' }, 0), step(sal, 600)]), null],
    ['no steps', { ...standard, steps: [] }, 'policy-empty'],
    ['21 steps', policy(Array.from({ length: 21 }, (_, index) => step(OWNER, index))), 'policy-too-long'],
    ['a rotation at the end', policy([step(OWNER, 0), step({ kind: 'on_call' }, 600)]), 'policy-ends-with-nobody'],
    ['a group at the end', policy([step(OWNER, 0), step(CREW, 600)]), 'policy-ends-with-nobody'],
    [
      'a rotation that is paged again after the owner',
      policy([step({ kind: 'on_call' }, 0, { repeats: { times: 3, everySeconds: 300 } }), step(OWNER, 600)]),
      'policy-ends-with-nobody',
    ],
    [
      'an unknown contact',
      policy([step({ kind: 'contact', contactId: 'x' }, 0), step(OWNER, 1)]),
      'policy-contact-unknown',
    ],
    [
      'an unknown group',
      policy([step({ kind: 'ring_group', groupId: 'x' }, 0), step(OWNER, 1)]),
      'policy-group-unknown',
    ],
    [
      'a repeat of somebody no step pages',
      policy([step(OWNER, 0)], { repeat: { target: { kind: 'backup' }, everySeconds: 600, times: 1 } }),
      'policy-repeat-unknown',
    ],
    [
      'more than a hundred pages',
      policy([
        ...Array.from({ length: 10 }, () => step(CREW, 0, { repeats: { times: 4, everySeconds: 60 } })),
        step(OWNER, 900),
      ]),
      'policy-too-many-pages',
    ],
  ])('%s: %#', (_name, draft, expected) => expect(code(draft)).toBe(expected));

  it('a last contact who texted STOP is no end for a text, but for a call', () => {
    const people = known({ people: optedOut });
    expect(code(policy([step(OWNER, 0), step(sal, 600)]), people)).toBe('policy-ends-with-nobody');
    expect(code(policy([step(OWNER, 0), step(sal, 600, { channel: 'call' })]), people)).toBeNull();
  });
});

describe('what speaks against a policy, in words (A57)', () => {
  it('is nothing for the standard ladder of a verified team', () =>
    expect(policyWarnings(standard, known())).toEqual([]));
  it.each([
    ["Dana's phone is not verified yet: send a test text", standard, known({ verified: new Set(['Mike', 'Dave']) })],
    [
      'Your line may not text yet: until carriers approve it only calls go out',
      standard,
      known({ lineMayText: false }),
    ],
    [
      'Nobody can be called: a text alone rarely wakes anybody',
      policy([step({ kind: 'on_call' }, 0), step(OWNER, 60)]),
      known(),
    ],
    [
      'Step 1 reaches nobody right now and would be skipped at once',
      policy([step({ kind: 'on_call', layerId: 'x' }, 0), step(OWNER, 60)]),
      known(),
    ],
    ['Everything goes to Dave: add somebody who can step in', policy([step(OWNER, 0, { channel: 'call' })]), known()],
    ['Nobody is paged in the first two minutes', policy([step({ kind: 'on_call' }, 180), step(OWNER, 300)]), known()],
    [
      'There are more than 20 minutes in which nobody new is paged',
      policy([step({ kind: 'on_call' }, 0), step(OWNER, 1500)]),
      known(),
    ],
    [
      'A warm transfer after the first minute rarely finds the caller still on the line',
      policy([step({ kind: 'on_call' }, 90, { channel: 'warm_transfer' }), step(OWNER, 300)]),
      known(),
    ],
    ['Voicemail picks up after about 25 seconds: let phones ring for less', { ...standard, ringSeconds: 40 }, known()],
    [
      'A ring group gives each person less time than a phone rings',
      policy([step(CREW, 0, { channel: 'call', personSeconds: 15 }), step(OWNER, 600)]),
      known(),
    ],
  ])('%s', (words, draft, given) => expect(policyWarnings(draft, given)).toContain(words));
  it('names who texted STOP', () => {
    const people: LadderPeople = {
      ...team,
      contacts: new Map([['Sal', person('Sal', { smsOptedOutAt: new Date() })]]),
    };
    const draft = policy([step({ kind: 'contact', contactId: 'Sal' }, 0, { channel: 'call' }), step(OWNER, 60)]);
    expect(policyWarnings(draft, known({ people }))).toContain('Sal texted STOP: only calls reach this phone');
  });
});

describe('the preview', () => {
  const sentence = (draft: EscalationPolicy, people = team) =>
    previewSentence(previewTurns(draft, people), 'Tonight 9 PM');

  it('tells the PRD ladder in one sentence (issue 4, item 8)', () =>
    expect(sentence(standard)).toBe(
      'Tonight 9 PM calls go to: AI, then Mike (call + SMS), then Dana at +10 min, then Dave at +20',
    ));
  it('does not promise a wait that the ladder will not make: without a backup the owner takes the slot', () =>
    expect(sentence(standard, { ...team, onCall: { ...team.onCall!, backup: null } })).toBe(
      'Tonight 9 PM calls go to: AI, then Mike (call + SMS), then Dave at +10 min',
    ));
  it('tells a ring group person by person', () =>
    expect(sentence(policy([step(CREW, 0, { channel: 'call', personSeconds: 30 }), step(OWNER, 300)]))).toBe(
      'Tonight 9 PM calls go to: AI, then Ann (call), then Bob at +30 s, then Cy at +1 min, then Dave at +5',
    ));
  it('says it when nobody can be reached', () =>
    expect(sentence(standard, { ...team, onCall: null })).toBe(
      'Tonight 9 PM calls go to: AI, then nobody can be reached',
    ));

  const now = new Date('2026-11-21T21:00:00Z');
  it.each([
    ['2026-11-22T03:00:00Z', 'Tonight 9 PM'],
    ['2026-11-21T22:30:00Z', 'Today 4:30 PM'],
    ['2026-11-22T20:00:00Z', 'Tomorrow 2 PM'],
    ['2026-11-29T03:00:00Z', 'Sat Nov 28, 9 PM'],
  ])('%s is %s in Chicago', (at, words) => expect(whenWords(new Date(at), now, 'America/Chicago')).toBe(words));
  it('is of tonight at nine, or of now when nine is past', () => {
    expect(tonightAtNine(now, 'America/Chicago')).toEqual(new Date('2026-11-22T03:00:00Z'));
    const late = new Date('2026-11-22T05:00:00Z');
    expect(tonightAtNine(late, 'America/Chicago')).toEqual(late);
  });
});

describe('what an emergency calls for', () => {
  it.each([
    [{ serviceType: 'hvac', category: 'water', address: null }, { trade: 'hvac' }],
    [{ serviceType: 'unknown', category: 'water', address: null }, { trade: 'plumbing' }],
    [
      { serviceType: null, category: 'heat', address: '218 Oak Lane, Chicago IL 60614' },
      { trade: 'hvac', zip: '60614' },
    ],
    [{ serviceType: 'general', category: 'gas', address: '218 Oak Lane, 60614-1234' }, { zip: '60614' }],
    [{ serviceType: null, category: null, address: '12345 Oak Lane' }, {}],
    [{ serviceType: null, category: null, address: '12345' }, {}],
  ])('%j wants %j', (nature, want) => expect(wantOf(nature)).toEqual(want));
});

describe('whatever a contractor writes', () => {
  const targets = fc.constantFrom<StepTarget>({ kind: 'on_call' }, { kind: 'backup' }, CREW, {
    kind: 'contact',
    contactId: 'Sal',
  });
  const steps = fc.record({
    target: targets,
    delaySeconds: fc.nat(3600),
    channel: fc.constantFrom('sms', 'call', 'warm_transfer'),
    repeats: fc.option(
      fc.record({ times: fc.integer({ min: 1, max: 2 }), everySeconds: fc.integer({ min: 60, max: 600 }) }),
      {
        nil: undefined,
      },
    ),
    personSeconds: fc.option(fc.integer({ min: 15, max: 300 }), { nil: undefined }),
  });
  const drafts = fc
    .array(steps, { minLength: 1, maxLength: 6 })
    .map((some) => policy([...some, step(OWNER, 4 * 3600, { channel: 'call' })] as StepDraft[]));

  it('A3: every page of the written-out ladder fires once, in order, never before it is due, and the owner is last', () => {
    const everybody: PersonOf = ({ target }) => personBehind(target, team);
    fc.assert(
      fc.property(drafts, fc.array(fc.nat(3000), { minLength: 60, maxLength: 60 }), (draft, lateness) => {
        const ladder = unrolled(draft, () => 3);
        const fired: number[] = [];
        let [cursor, alarm]: [LadderCursor, Date] = [
          { round: 1, step: 0, startedAt: new Date(0) },
          firstFireAt(ladder, new Date(0)),
        ];
        for (const late of lateness) {
          if (cursor.round > 1) break;
          const now = new Date(alarm.getTime() + late * 1000);
          const move = nextMove(ladder, cursor, now, everybody);
          if (move.kind === 'unreached') throw new Error('gave up with people left');
          for (const alert of move.alerts) expect(alert.dueAt.getTime()).toBeLessThanOrEqual(now.getTime());
          fired.push(...move.alerts.map((alert) => alert.step));
          [cursor, alarm] = [move.next, move.nextFireAt];
        }
        expect(fired).toEqual(ladder.steps.map((_, index) => index));
        expect(ladder.steps.at(-1)?.target).toEqual(OWNER);
      }),
    );
  });

  it('the preview names everybody once, in the order of their turns', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const turns = previewTurns(draft, team);
        expect(new Set(turns.map((turn) => turn.contactId)).size).toBe(turns.length);
        expect(turns.map((turn) => turn.seconds)).toEqual(turns.map((turn) => turn.seconds).toSorted((a, b) => a - b));
        expect(turns.map((turn) => turn.name)).toContain('Dave');
      }),
    );
  });
});

it('a ladder that runs over an upgrade goes on: targets of the first engine are read', () => {
  const old: StoredSnapshot = {
    policy: {
      steps: [{ step: 'sms_backup', target: 'backup', channel: 'sms', delaySeconds: 600 }],
      repeat: { target: 'owner', everySeconds: 600, times: 3 },
      ringSeconds: 25,
    },
    startedAt: '2026-02-13T03:22:00Z',
    accountName: 'Metro',
    timeZone: 'America/Chicago',
    watchdogMinutes: 15,
    people: null,
    controlUrl: null,
  };
  const read = readSnapshot(old);
  expect([read.policy.steps[0]?.target, read.policy.repeat.target]).toEqual([{ kind: 'backup' }, { kind: 'owner' }]);
  expect(readSnapshot(read)).toEqual(read);
});
