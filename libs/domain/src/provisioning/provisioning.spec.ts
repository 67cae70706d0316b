import { failureWords } from './failure-words.js';
import { nextAuditAt } from './audit-time.js';
import { dialled, FORWARDING_CODES } from './forwarding-codes.js';
import { nextMove, stepsFor, waitBeforeAttempt, type ProvisioningState, type StepState } from './saga-steps.js';

const steps = (...states: StepState[]) =>
  stepsFor('buy').map((step, position) => ({ step, position, state: states[position] ?? ('pending' as const) }));

describe('What comes next in a set-up', () => {
  it.each<[string, ProvisioningState, StepState[], object]>([
    ['nothing is done yet', 'running', [], { kind: 'do', step: 'subaccount' }],
    ['a step was started and its end is unknown', 'running', ['done', 'started'], { kind: 'do', step: 'number' }],
    ['a step failed and is tried again', 'running', ['done', 'failed'], { kind: 'do', step: 'number' }],
    ['everything is done', 'running', Array<StepState>(8).fill('done'), { kind: 'end', state: 'finished' }],
    ['it waits for a person', 'failed', ['done', 'failed'], { kind: 'rest' }],
    ['it is abandoned in the middle', 'abandoning', ['done', 'done', 'started'], { kind: 'undo', step: 'credential' }],
    ['its last steps are undone', 'abandoning', ['done', 'undone', 'undone'], { kind: 'undo', step: 'subaccount' }],
    ['it is abandoned before anything began', 'abandoning', [], { kind: 'end', state: 'abandoned' }],
    ['it is over', 'finished', Array<StepState>(8).fill('done'), { kind: 'rest' }],
  ])('when %s', (_title, state, states, move) => {
    expect(nextMove(state, steps(...states))).toEqual(move);
  });

  it('opens no carrier account and no credential for a number that is brought', () => {
    expect(stepsFor('bring')).toEqual(['number', 'import', 'urls', 'assistant', 'health', 'routing']);
  });

  it('waits ten seconds at least, so that a request that timed out has arrived before it is looked for', () => {
    expect([1, 2, 3, 6, 20].map(waitBeforeAttempt)).toEqual([10, 20, 40, 320, 600]);
  });
});

describe('The nightly audit', () => {
  const line = '01980000-0000-7000-8000-00000000001e';

  it.each([
    ['an ordinary night', '2026-02-13T03:22:00Z', 'America/Chicago', '2026-02-13T09:30:00.000Z'],
    ['a moment after its own time', '2026-02-13T09:30:00Z', 'America/Chicago', '2026-02-14T09:30:00.000Z'],
    ['the night the clocks go forward', '2026-03-08T06:00:00Z', 'America/Chicago', '2026-03-08T08:30:00.000Z'],
    ['another zone', '2026-02-13T03:22:00Z', 'America/Denver', '2026-02-13T10:30:00.000Z'],
  ])('falls on %s after three by the account’s own clock', (_title, after, zone, at) => {
    expect(nextAuditAt(new Date(after), zone, line).toISOString()).toBe(at);
  });
});

describe('Forwarding codes', () => {
  it.each([
    ['att', '*61*13125550100#'],
    ['att-landline', '*923125550100'],
    ['verizon', '*713125550100'],
    ['t-mobile', '**61*13125550100#'],
    ['comcast', '*923125550100'],
    ['pbx', null],
  ])('%s forwards unanswered calls with %s', (carrier, code) => {
    const codes = FORWARDING_CODES.find((known) => known.carrier === carrier);
    expect(dialled(codes?.noAnswer ?? null, '+13125550100')).toBe(code);
  });
});

it('says in words what stopped a set-up, whatever the code', () => {
  expect(failureWords('no-numbers')).toContain('area code');
  expect(failureWords('21999')).toContain('21999');
});
