import { onCallAt } from '@domain/on-call/on-call-at';
import { rosterLayers } from '@domain/on-call/roster-layers';
import type { OnCallPerson } from '@domain/on-call/roster';
import type { LayeredSchedule } from '@domain/on-call/schedule.types';
import { withNewcomers } from './newcomers.js';
import { nextMove, type LadderCursor } from './plan.js';
import type { LadderPeople } from './plan-people.js';
import { defaultPolicy, STANDARD_TIMING } from './policy.js';
import { previewTurns } from './policy-preview.js';
import { sparingTheBusy } from './sparing.js';

const person = (name: string): OnCallPerson => ({
  contactId: name,
  name,
  phone: '+13125550182',
  channels: ['voice', 'sms'],
  smsOptedOutAt: null,
  lineType: 'mobile',
  isActive: true,
  language: 'en',
});
const [mike, dana, dave] = [person('Mike'), person('Dana'), person('Dave')];
const NOW = new Date('2026-02-13T03:22:00Z');
const policy = defaultPolicy(STANDARD_TIMING);
const busyPeople = (...names: string[]) =>
  names.map((contactId) => ({ contactId, startsAt: NOW, endsAt: new Date(NOW.getTime() + 7_200_000) }));

const team = (backup: OnCallPerson | null, owner: OnCallPerson, ...busy: string[]): LadderPeople => {
  const schedule: LayeredSchedule = { ...rosterLayers({ primary: mike, backup, owner }), busy: busyPeople(...busy) };
  return { onCall: onCallAt(schedule, NOW), contacts: new Map(), groups: new Map(), busy: new Set(busy) };
};

/** Whom a ladder that nobody answers has paged after so many minutes, in order. */
function paged(people: LadderPeople, minutes: number): string[] {
  const known = new Set<string>();
  let cursor: LadderCursor = { round: 1, step: 0, startedAt: NOW };
  for (let now = NOW; now.getTime() <= NOW.getTime() + minutes * 60_000;) {
    const personOf = sparingTheBusy(policy, people, { known, answered: new Set() });
    const move = withNewcomers(policy, cursor, nextMove(policy, cursor, now, personOf), { now, personOf, known });
    if (move.kind === 'unreached') break;
    for (const { person: each } of move.alerts) known.add(each.contactId);
    [cursor, now] = [move.next, move.nextFireAt];
  }
  return [...known];
}

describe('somebody who is busy is passed over while anybody else is there', () => {
  it.each([
    ['nobody is busy', team(dana, dave), 0, ['Mike']],
    ['Mike is: Dana is rung at once', team(dana, dave, 'Mike'), 0, ['Dana']],
    ['Mike is, and Dana sleeps: Dave before Mike', team(dana, dave, 'Mike'), 11, ['Dana', 'Dave']],
    ['Mike is, and nobody else answers: Mike after all', team(dana, dave, 'Mike'), 21, ['Dana', 'Dave', 'Mike']],
    ['Dana is: the owner in her place', team(dana, dave, 'Dana'), 11, ['Mike', 'Dave']],
    ['Mike is, without a backup: the owner at once', team(null, dave, 'Mike'), 0, ['Dave']],
    ['the owner is: last, but asked', team(dana, dave, 'Dave'), 21, ['Mike', 'Dana', 'Dave']],
    ['everybody is: as planned', team(dana, dave, 'Mike', 'Dana', 'Dave'), 21, ['Mike', 'Dana', 'Dave']],
    ['a shop of one: rung all the same', team(null, mike, 'Mike'), 0, ['Mike']],
  ])('%s', (_case, people, minutes, expected) => expect(paged(people, minutes)).toEqual(expected));

  it('the preview tells the same', () => {
    expect(previewTurns(policy, team(dana, dave, 'Mike')).map(({ name }) => name)).toEqual(['Dana', 'Dave', 'Mike']);
  });

  it('a spell that has not begun, or is over, spares nobody', () => {
    const [spell] = busyPeople('Mike');
    const schedule = { ...rosterLayers({ primary: mike, backup: dana, owner: dave }), busy: spell ? [spell] : [] };
    const firstAt = (minutes: number) => onCallAt(schedule, new Date(NOW.getTime() + minutes * 60_000)).primary.name;
    expect([-1, 0, 119, 120].map(firstAt)).toEqual(['Mike', 'Dana', 'Dana', 'Mike']);
  });
});
