import { segments, toGsm7 } from '@domain/escalation/gsm7';
import { askingText, coverAskText, nobodyCoversNews, nobodyCoversText, swapAskText } from './cover-words.js';
import { coverChain, nextNightOf, personNamed, tonightOf } from './cover.js';
import type { OnCallPerson } from './roster.js';
import type { LayeredSchedule, ScheduleLayer, TimeOff } from './schedule.types.js';

const ZONE = 'America/Chicago';
const person = (name: string, changes: Partial<OnCallPerson> = {}): OnCallPerson => ({
  contactId: name,
  name,
  phone: '+13125550182',
  channels: ['voice', 'sms'],
  smsOptedOutAt: null,
  lineType: 'mobile',
  isActive: true,
  language: 'en',
  ...changes,
});
const [mike, sal, dana, dave] = ['Mike', 'Sal', 'Dana', 'Dave'].map((name) => person(name));
const team = [mike!, sal!, dana!, dave!];
const layer = (changes: Partial<ScheduleLayer> = {}): ScheduleLayer => ({
  layerId: 'nights',
  name: 'Nights',
  rank: 1,
  turns: [['Mike'], ['Sal']],
  trades: [],
  zips: [],
  windows: [],
  rotation: { startsOn: '2026-02-09', handOff: '17:00', every: 1, unit: 'week' },
  holidays: 'normal',
  ...changes,
});
const schedule = (changes: Partial<LayeredSchedule> = {}): LayeredSchedule => ({
  kind: 'layers',
  layers: [layer()],
  overrides: [],
  timeOff: [],
  busy: [],
  people: team,
  backups: [dana!],
  owner: dave!,
  timeZone: ZONE,
  holidays: [],
  ...changes,
});
const at = (iso: string) => new Date(iso);
/** Thursday 9:22 PM, in Mike's week. */
const now = at('2026-02-13T03:22:00Z');

describe('tonight', () => {
  it.each([
    ['late in the evening, until the morning', '2026-02-13T03:22:00Z', '2026-02-13T03:22:00Z', '2026-02-13T14:00:00Z'],
    ['in the small hours, until this morning', '2026-02-13T09:00:00Z', '2026-02-13T09:00:00Z', '2026-02-13T14:00:00Z'],
    ['at noon, from the evening on', '2026-02-12T18:00:00Z', '2026-02-12T23:00:00Z', '2026-02-13T14:00:00Z'],
    ['the night the clocks jump ahead', '2026-03-08T03:00:00Z', '2026-03-08T03:00:00Z', '2026-03-08T13:00:00Z'],
    ['the night they go back', '2026-11-01T01:00:00Z', '2026-11-01T01:00:00Z', '2026-11-01T14:00:00Z'],
  ])('said %s', (_when, said, startsAt, endsAt) => {
    const always = schedule({ layers: [layer({ rotation: null, turns: [['Mike']] })] });
    expect(tonightOf(always, 'Mike', at(said))).toEqual({ startsAt: at(startsAt), endsAt: at(endsAt) });
  });

  it('ends with the shift, and is nothing to somebody who is not on call', () => {
    const untilTwo = [{ days: ['thu' as const], from: '17:00', to: '02:00' }];
    const short = schedule({ layers: [layer({ windows: untilTwo })] });
    expect(tonightOf(short, 'Mike', now)?.endsAt).toEqual(at('2026-02-13T08:00:00Z'));
    expect(tonightOf(short, 'Sal', now)).toBeNull();
  });
});

describe('a swap', () => {
  it('exchanges the next night of each', () => {
    expect(nextNightOf(schedule(), 'Mike', now, 'Sal')?.startsAt).toEqual(now);
    expect(nextNightOf(schedule(), 'Sal', now, 'Mike')).toEqual({
      startsAt: at('2026-02-16T23:00:00Z'),
      endsAt: at('2026-02-17T14:00:00Z'),
    });
  });

  it('finds no night for somebody who is never on call, or never without the other', () => {
    expect(nextNightOf(schedule(), 'Dana', now, 'Mike')).toBeNull();
    const together = schedule({ layers: [layer({ turns: [['Mike', 'Sal']] })] });
    expect(nextNightOf(together, 'Mike', now, 'Sal')).toBeNull();
  });

  it.each([
    ['sal', 'Sal'],
    ['SAL', 'Sal'],
    ['Jose', 'José R.'],
    ['mike t', 'Mike T.'],
    ['mike', null],
    ['nobody', null],
  ])('with "%s" means %s', (typed, name) => {
    const names = [person('Sal'), person('José R.'), person('Mike T.'), person('Mike W.')];
    expect(personNamed(typed, names)?.name ?? null).toBe(name);
  });
});

describe('who is asked to cover', () => {
  const tonight = { startsAt: now, endsAt: at('2026-02-13T14:00:00Z') };
  const namesOf = (plan: LayeredSchedule) => coverChain(plan, 'Mike', tonight).map(({ name }) => name);
  const away = (contactId: string): TimeOff => ({ contactId, ...tonight });

  it('is the order in which they would be paged without the one who asks', () => {
    expect(namesOf(schedule())).toEqual(['Sal', 'Dana', 'Dave']);
  });

  it('leaves out whoever is away, has left, or gets no texts', () => {
    expect(namesOf(schedule({ timeOff: [away('Sal')] }))).toEqual(['Dana', 'Dave']);
    expect(namesOf(schedule({ backups: [person('Dana', { lineType: 'landline' })] }))).toEqual(['Sal', 'Dave']);
    expect(namesOf(schedule({ owner: mike!, backups: [], timeOff: [away('Sal')] }))).toEqual([]);
  });
});

describe('words about cover', () => {
  const stretch = { startsAt: now, endsAt: at('2026-02-14T14:00:00Z'), timeZone: ZONE, now };
  const give = { ...stretch, startsAt: at('2026-02-16T23:00:00Z'), endsAt: at('2026-02-17T14:00:00Z') };

  it('say what is asked, and that nothing has changed yet', () => {
    expect(askingText('Dana', stretch).en).toBe(
      "Asking Dana to cover 9:22 PM-Sat 8 AM. You're still on call until somebody says yes.",
    );
    expect(coverAskText('Metro Plumbing', 'Mike', stretch).en).toBe(
      "Metro Plumbing: Mike wants off. Can you take the pager 9:22 PM-Sat 8 AM? Reply 1 to cover, 2 if you can't.",
    );
    expect(swapAskText('Metro Plumbing', 'Mike', { take: stretch, give }).en).toBe(
      "Metro Plumbing: Mike asks to swap. You'd take 9:22 PM-Sat 8 AM, Mike takes Mon 5 PM-Tue 8 AM. Reply 1 to swap, 2 if not.",
    );
  });

  it('name Spanish days to whoever wrote Spanish, in letters a text can carry', () => {
    expect(nobodyCoversText('Dave', stretch).es).toBe(
      'Nadie puede cubrir 9:22 PM-sab 8 AM: sigues de guardia. Dave lo sabe.',
    );
  });

  it('fit into one segment in English, and into two in Spanish, in letters a text can carry', () => {
    const said = [
      askingText('Dana', stretch),
      coverAskText('Metro Plumbing', 'Mike', stretch),
      swapAskText('Metro Plumbing', 'Mike', { take: stretch, give }),
      nobodyCoversNews('Metro Plumbing', 'Mike', stretch),
      nobodyCoversText(null, stretch),
    ];
    expect(said.map(({ en }) => segments(en))).toEqual(said.map(() => 1));
    expect(Math.max(...said.map(({ es }) => segments(es)))).toBeLessThanOrEqual(2);
    expect(said.map(({ es }) => toGsm7(es))).toEqual(said.map(({ es }) => es));
  });
});
