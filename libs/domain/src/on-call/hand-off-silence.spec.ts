import { afterSilence, loudFrom } from './hand-off-silence.js';
import { instantOf, naive } from './local-time.js';
import type { OnCallPerson } from './roster.js';
import { rosterLayers } from './roster-layers.js';
import type { LayeredSchedule } from './schedule.types.js';

const person = (contactId: string): OnCallPerson => ({
  contactId,
  name: contactId,
  phone: '+13125550182',
  channels: ['voice', 'sms'],
  smsOptedOutAt: null,
  lineType: 'mobile',
  isActive: true,
  language: 'en',
});
const [mike, dana, dave] = [person('mike'), person('dana'), person('dave')];
const at = (date: string, time: string, zone = 'America/Chicago') => new Date(instantOf(naive(date, time), zone));
const shift = { contactId: 'mike', startsAt: at('2026-02-12', '17:00'), endsAt: at('2026-02-13', '17:00') };
const team = (changes: Partial<LayeredSchedule> = {}): LayeredSchedule => ({
  ...rosterLayers({ primary: mike, backup: dana, owner: dave }, 'America/Chicago'),
  ...changes,
});

describe('A shift nobody confirmed within ten minutes (oncall 7.5)', () => {
  it('is told to the backup before it begins', () => {
    expect(afterSilence(team(), shift, at('2026-02-12', '16:55'))).toEqual({
      kind: 'tell',
      person: dana,
      stretch: { startsAt: shift.startsAt, endsAt: shift.endsAt },
    });
  });

  it.each([
    ['the owner, where there is no backup', { backups: [] }, 'dave'],
    ['the owner, where the backup takes no texts', { backups: [{ ...dana, lineType: 'landline' as const }] }, 'dave'],
    ['the owner, while the backup is away', { timeOff: [{ ...shift, contactId: 'dana' }] }, 'dave'],
    ['nobody, in a shop of one', { backups: [], owner: mike }, undefined],
  ])('is told to %s', (_who, changes, expected) => {
    const found = afterSilence(team(changes), shift, at('2026-02-12', '16:55'));
    expect(found).toMatchObject({ kind: 'tell' });
    expect(found.kind === 'tell' ? found.person?.contactId : null).toBe(expected);
  });

  it('is told to whoever stands behind the trade it is about, not to the next turn', () => {
    const layer = { ...rosterLayers({ primary: mike, backup: null, owner: dave }).layers[0]! };
    const layers = [
      { ...layer, layerId: 'water', trades: ['plumbing' as const], turns: [['dana'], ['mike']] },
      { ...layer, layerId: 'heat', trades: ['hvac' as const], turns: [['mike'], ['dana']] },
    ];
    const found = afterSilence(team({ layers, backups: [] }), shift, at('2026-02-12', '16:55'));
    expect(found).toMatchObject({ kind: 'tell', person: { contactId: 'dave' } });
  });

  it('is nobody’s business when somebody else has it by now, or it is over', () => {
    const taken = {
      overrideId: 'o',
      layerId: null,
      outContactId: null,
      inContactId: 'dana',
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
    };
    const settled = { kind: 'settled' };
    expect(afterSilence(team({ overrides: [taken] }), shift, at('2026-02-12', '16:55'))).toEqual(settled);
    expect(afterSilence(team(), shift, at('2026-02-13', '17:00'))).toEqual(settled);
  });

  it('wakes nobody between 9 PM and 8 AM: the news waits for the morning, and is dropped when the shift ends first', () => {
    const night = { ...shift, startsAt: at('2026-02-12', '22:00') };
    const morning = { kind: 'later', at: at('2026-02-13', '08:00') };
    expect(afterSilence(team(), night, at('2026-02-12', '20:59'))).toMatchObject({ kind: 'tell' });
    expect(afterSilence(team(), night, at('2026-02-12', '21:00'))).toEqual(morning);
    expect(afterSilence(team(), night, at('2026-02-13', '07:59'))).toEqual(morning);
    expect(afterSilence(team(), night, at('2026-02-13', '08:00'))).toMatchObject({ kind: 'tell' });
    const short = { ...night, endsAt: at('2026-02-13', '06:00') };
    expect(afterSilence(team(), short, at('2026-02-12', '22:05'))).toEqual({ kind: 'settled' });
  });

  it.each([
    ['23:00', '06:30', '22:59', null],
    ['23:00', '06:30', '23:00', '06:30'],
    ['23:00', '06:30', '05:00', '06:30'],
    ['23:00', '06:30', '06:30', null],
    ['01:00', '05:00', '00:30', null],
    ['01:00', '05:00', '03:00', '05:00'],
    ['07:00', '07:00', '07:00', null],
    ['07:00', '07:00', '03:00', null],
  ])('quiet from %s to %s: at %s it waits until %s', (from, to, clock, until) => {
    const now = at(clock > '12:00' ? '2026-02-12' : '2026-02-13', clock);
    expect(loudFrom(now, 'America/Chicago', { from, to })).toEqual(until ? at('2026-02-13', until) : now);
  });

  it.each([
    ['spring', '2026-03-07', '2026-03-08', 10],
    ['autumn', '2026-10-31', '2026-11-01', 12],
  ])('the morning is the one on the wall, on the night the clocks move in %s', (_season, day, next, hours) => {
    const night = { contactId: 'mike', startsAt: at(day, '21:00'), endsAt: at(next, '12:00') };
    const found = afterSilence(team(), night, night.startsAt);
    expect(found).toEqual({ kind: 'later', at: at(next, '08:00') });
    expect(at(next, '08:00').getTime() - night.startsAt.getTime()).toBe(hours * 3_600_000);
  });
});
