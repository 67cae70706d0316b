import type { OnCallPerson } from '@domain/on-call/roster';
import { withNewcomers } from './newcomers.js';
import { nextMove, type LadderCursor, type LadderMove, type PersonOf } from './plan.js';
import { pagesOther, type LadderPeople } from './plan-people.js';
import { defaultPolicy, STANDARD_TIMING, type StepTarget } from './policy.js';

const policy = defaultPolicy(STANDARD_TIMING);
const opened = new Date('2026-02-13T03:22:00Z');
const at = (seconds: number): Date => new Date(opened.getTime() + seconds * 1000);
const person = (name: string): OnCallPerson => ({
  contactId: name,
  name,
  phone: '+13125550182',
  channels: ['voice', 'sms'],
  smsOptedOutAt: null,
  isActive: true,
  lineType: 'mobile',
  language: 'en',
});
const team =
  (primary: string, backup: string): PersonOf =>
  ({ target }) =>
    person({ on_call: primary, backup, owner: 'Dave', contact: '', ring_group: '' }[target.kind]);
const pages = (move: LadderMove): string[] =>
  move.kind === 'unreached'
    ? []
    : move.alerts.map(({ step, person: { name } }) => `${policy.steps[step]?.step}>${name}`);

/** What the ladder does at `seconds`, standing at `cursor`, with `known` paged already. */
function moves(cursor: LadderCursor, seconds: number, personOf: PersonOf, known: string[]): LadderMove {
  const now = at(seconds);
  return withNewcomers(policy, cursor, nextMove(policy, cursor, now, personOf), {
    now,
    personOf,
    known: new Set(known),
  });
}
const backupStep: LadderCursor = { round: 1, step: 3, startedAt: opened };

describe('Somebody who comes on call during a ladder (issue 4.3)', () => {
  it('a hand-off before the backup step: the new person is paged with it, once by text and once by call', () => {
    expect(pages(moves(backupStep, 600, team('Sal', 'Dana'), ['Mike']))).toEqual([
      ...['sms_backup>Dana', 'call_backup>Dana'],
      ...['sms_oncall>Sal', 'auto_dial_oncall>Sal'],
    ]);
  });

  it('primary and backup swap: the backup step pages Mike again, and Dana, on call now, hears of it too', () => {
    expect(pages(moves(backupStep, 600, team('Dana', 'Mike'), ['Mike']))).toEqual([
      ...['sms_backup>Mike', 'call_backup>Mike'],
      ...['sms_oncall>Dana', 'auto_dial_oncall>Dana'],
    ]);
  });

  it('whoever is paged by the step itself is not paged twice', () => {
    expect(pages(moves(backupStep, 600, team('Dana', 'Dana'), ['Mike']))).toEqual([
      'sms_backup>Dana',
      'call_backup>Dana',
    ]);
  });

  it('nobody comes: the move is as it was', () => {
    expect(pages(moves(backupStep, 600, team('Mike', 'Dana'), ['Mike']))).toEqual([
      'sms_backup>Dana',
      'call_backup>Dana',
    ]);
  });

  it('among the repeats the new person is paged beside the owner', () => {
    const repeats: LadderCursor = { round: 2, step: 0, startedAt: opened };
    expect(pages(moves(repeats, 1800, team('Sal', 'Dana'), ['Mike', 'Dana', 'Dave']))).toEqual([
      ...['sms_owner_unresolved>Dave', 'call_owner_unresolved>Dave'],
      ...['sms_oncall>Sal', 'auto_dial_oncall>Sal'],
    ]);
  });

  it('a ladder that would end waits for the person who has just come on call, and ends after them', () => {
    const end: LadderCursor = { round: 5, step: 0, startedAt: opened };
    const waits = moves(end, 3600, team('Sal', 'Dana'), ['Mike', 'Dana', 'Dave']);
    expect(pages(waits)).toEqual(['sms_oncall>Sal', 'auto_dial_oncall>Sal']);
    expect(waits).toMatchObject({ next: end, nextFireAt: at(4200) });
    expect(moves(end, 4200, team('Sal', 'Dana'), ['Mike', 'Dana', 'Dave', 'Sal'])).toEqual({ kind: 'unreached' });
  });

  it('a person who passed, or cannot be reached, stays left alone', () => {
    const passed: PersonOf = (step) => (step.target.kind === 'on_call' ? null : team('', 'Dana')(step));
    expect(pages(moves(backupStep, 600, passed, ['Mike']))).toEqual(['sms_backup>Dana', 'call_backup>Dana']);
  });
});

describe('Where a ladder starts again after a silent acceptance (decision 6)', () => {
  const onCall = { primary: person('Dana'), backup: person('Mike'), owner: person('Dave') };
  const people = {
    onCall,
    contacts: new Map([['sal', person('sal')]]),
    groups: new Map([['g', [person('Mike'), person('Sal')]]]),
  } as unknown as LadderPeople;

  it.each<[string, StepTarget, boolean]>([
    ['the person who is on call now', { kind: 'on_call' }, true],
    ['the one who fell silent, now the backup', { kind: 'backup' }, false],
    ['a named contact', { kind: 'contact', contactId: 'sal' }, true],
    ['a contact who has left', { kind: 'contact', contactId: 'gone' }, false],
    ['the silent member of a ring group', { kind: 'ring_group', groupId: 'g', position: 0 }, false],
    ['another member', { kind: 'ring_group', groupId: 'g', position: 1 }, true],
  ])('%s: %j', (_who, target, isOther) => {
    expect(pagesOther(people, 'Mike')({ target })).toBe(isOther);
  });
});
