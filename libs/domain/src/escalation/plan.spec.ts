import fc from 'fast-check';
import type { OnCallPerson } from '@domain/on-call/roster';
import { broughtForward, nextMove, startedAgain, type LadderCursor, type PersonOf } from './plan.js';
import { defaultPolicy, type EscalationPolicy } from './policy.js';

const opened = new Date('2026-02-13T03:22:00Z');
const at = (seconds: number): Date => new Date(opened.getTime() + seconds * 1000);
const timing = {
  warmTransferEnabled: true,
  warmTransferTimeoutSeconds: 25,
  smsOncallDelaySeconds: 0,
  autoDialDelaySeconds: 60,
  backupDelaySeconds: 600,
  ownerDelaySeconds: 1200,
};
const policy = defaultPolicy(timing);
const start: LadderCursor = { round: 1, step: 0, startedAt: opened };
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
const NAMES = { on_call: 'Mike', backup: 'Dana', owner: 'Dave', contact: 'Sal', ring_group: 'Everybody' };
const everybody: PersonOf = ({ target }) => person(NAMES[target.kind]);
const without =
  (...targets: string[]): PersonOf =>
  (step) =>
    targets.includes(step.target.kind) ? null : everybody(step);

/** Runs a ladder to its end: "seconds step, step → names". */
function run(personOf: PersonOf, ladder: EscalationPolicy = policy): string[] {
  const lines: string[] = [];
  let [cursor, now] = [start, opened];
  for (let guard = 0; guard < 20; guard += 1) {
    const move = nextMove(ladder, cursor, now, personOf);
    const seconds = (now.getTime() - opened.getTime()) / 1000;
    if (move.kind === 'unreached') return [...lines, `${seconds} unreached`];
    lines.push(
      `${seconds} ${move.alerts.map((alert) => `${ladder.steps[alert.step]?.step}>${alert.person.name}`).join(' ')}`,
    );
    [cursor, now] = [move.next, move.nextFireAt];
  }
  return lines;
}

describe('the default policy (decision 4)', () => {
  it("is the PRD's five steps, then the owner three times more, then unreached", () => {
    expect(run(everybody)).toEqual([
      '0 warm_transfer>Mike sms_oncall>Mike',
      '60 auto_dial_oncall>Mike',
      '600 sms_backup>Dana call_backup>Dana',
      '1200 sms_owner_unresolved>Dave call_owner_unresolved>Dave',
      '1800 sms_owner_unresolved>Dave call_owner_unresolved>Dave',
      '2400 sms_owner_unresolved>Dave call_owner_unresolved>Dave',
      '3000 sms_owner_unresolved>Dave call_owner_unresolved>Dave',
      '3600 unreached',
    ]);
  });

  it('without warm transfer starts with the text', () => {
    const quiet = defaultPolicy({ ...timing, warmTransferEnabled: false });
    expect(run(everybody, quiet)[0]).toBe('0 sms_oncall>Mike');
  });

  it('keeps the order of the delays, whatever they are', () => {
    const reversed = defaultPolicy({ ...timing, backupDelaySeconds: 1500 });
    expect(reversed.steps.map((step) => step.delaySeconds)).toEqual([0, 0, 60, 1200, 1200, 1500, 1500]);
  });
});

describe('a step with nobody to page', () => {
  it('costs no time: without a backup the owner takes the slot', () => {
    expect(run(without('backup'))[2]).toBe('600 sms_owner_unresolved>Dave call_owner_unresolved>Dave');
  });

  it('at the start, lets the next person be paged at once', () => {
    expect(run(without('on_call')).slice(0, 2)).toEqual([
      '0 sms_backup>Dana call_backup>Dana',
      '600 sms_owner_unresolved>Dave call_owner_unresolved>Dave',
    ]);
  });

  it('everywhere, is not waited for at all', () => {
    expect(run(() => null)).toEqual(['0 unreached']);
  });
});

describe('time', () => {
  it('brings the next step forward after a refusal, and gives the person after it the whole gap', () => {
    const cursor = broughtForward(policy, { round: 1, step: 3, startedAt: opened }, at(70));
    const move = nextMove(policy, cursor, at(70), everybody);
    expect(move).toMatchObject({ kind: 'fire', nextFireAt: at(670) });
  });

  it('fires every overdue step in one pass after downtime, then leaves time to answer', () => {
    const move = nextMove(policy, start, at(1500), everybody);
    expect(move.kind === 'fire' && move.alerts.map((alert) => alert.step)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(move.kind === 'fire' && move.alerts[0]?.dueAt).toEqual(opened);
    expect(move).toMatchObject({ nextFireAt: at(1800) });
  });

  it('does not fire the next step in the same minute when a late one comes just before it', () => {
    const move = nextMove(policy, { round: 1, step: 3, startedAt: opened }, at(1195), everybody);
    expect(move).toMatchObject({ kind: 'fire', nextFireAt: at(1255) });
  });

  it('starts again with the first step that pages somebody else', () => {
    const again = startedAgain(policy, at(2000), (step) => step.target.kind !== 'on_call');
    const move = nextMove(policy, again, at(2000), everybody);
    expect(move.kind === 'fire' && move.alerts.map((alert) => alert.person.name)).toEqual(['Dana', 'Dana']);
    expect(move).toMatchObject({ nextFireAt: at(2600) });
  });
});

describe('whatever the downtime', () => {
  const delays = fc.tuple(fc.nat(300), fc.nat(900), fc.nat(1800), fc.nat(3600));
  const policies = delays.map(([text, dial, backup, owner]) =>
    defaultPolicy({
      ...timing,
      smsOncallDelaySeconds: text,
      autoDialDelaySeconds: dial,
      backupDelaySeconds: backup,
      ownerDelaySeconds: owner,
    }),
  );

  it('every step fires exactly once, in order, never before it is due, and the ladder always has a next alarm', () => {
    fc.assert(
      fc.property(policies, fc.array(fc.nat(2000), { minLength: 30, maxLength: 30 }), (ladder, lateness) => {
        const fired: number[] = [];
        let [cursor, alarm] = [start, opened];
        for (const late of lateness) {
          if (cursor.round > 1) break;
          const now = new Date(alarm.getTime() + late * 1000);
          const move = nextMove(ladder, cursor, now, everybody);
          if (move.kind === 'unreached') throw new Error('gave up with people left');
          for (const alert of move.alerts) {
            expect(alert.dueAt.getTime()).toBeLessThanOrEqual(now.getTime());
            fired.push(alert.step);
          }
          expect(move.nextFireAt.getTime()).toBeGreaterThanOrEqual(now.getTime());
          [cursor, alarm] = [move.next, move.nextFireAt];
        }
        expect(fired).toEqual(ladder.steps.map((_, index) => index));
      }),
    );
  });
});
