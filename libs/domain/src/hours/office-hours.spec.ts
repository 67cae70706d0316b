import { DateTime } from 'luxon';
import { greetingWord } from './greeting-word.js';
import { callbackPhrase, dutyBadge, openingPhrase, weeklyPhrase } from './hours-wording.js';
import { WEEKDAYS, type OfficeHours, type OpenInterval } from './hours.types.js';
import { isOpen, lastCloseBefore, nextOpeningAfter } from './office-hours.js';

const day: OpenInterval[] = [{ opens: '08:00', closes: '17:00' }];
const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
const chicago: OfficeHours = { weekly, specialDays: [], timeZone: 'America/Chicago' };
const at = (iso: string, zone = 'America/Chicago') => DateTime.fromISO(iso, { zone }).toJSDate();
const local = (date: Date | null, zone = 'America/Chicago') =>
  date && DateTime.fromJSDate(date, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");

describe('office hours', () => {
  it.each([
    ['2026-02-12T07:59:59', false],
    ['2026-02-12T08:00', true],
    ['2026-02-12T16:59:59', true],
    ['2026-02-12T17:00', false],
    ['2026-02-14T12:00', false],
    ['2026-02-15T12:00', false],
  ])('at %s the office is open: %s', (iso, open) => {
    expect(isOpen(chicago, at(iso))).toBe(open);
  });

  it('closes for the whole weekend: from Friday 5 PM to Monday 8 AM', () => {
    const saturday = at('2026-02-14T12:00');
    expect(local(lastCloseBefore(chicago, saturday))).toBe('2026-02-13T17:00');
    expect(local(nextOpeningAfter(chicago, saturday))).toBe('2026-02-16T08:00');
  });

  it('knows a holiday and a one-off opening by their date', () => {
    const hours = {
      ...chicago,
      specialDays: [
        { date: '2026-02-12', name: 'Inventory', intervals: [] },
        { date: '2026-02-14', name: 'Freeze Saturday', intervals: [{ opens: '09:00', closes: '12:00' }] },
      ],
    };
    expect(isOpen(hours, at('2026-02-12T10:00'))).toBe(false);
    expect(isOpen(hours, at('2026-02-14T10:00'))).toBe(true);
    expect(local(nextOpeningAfter(hours, at('2026-02-11T18:00')))).toBe('2026-02-13T08:00');
  });

  it('takes several intervals a day and one that crosses midnight', () => {
    const night = [
      { opens: '07:00', closes: '11:00' },
      { opens: '18:00', closes: '02:00' },
    ];
    const hours = { ...chicago, weekly: { ...weekly, thu: night } };
    const open = ['06:59', '10:59', '11:00', '18:00', '23:59'].map((time) => isOpen(hours, at(`2026-02-12T${time}`)));
    expect(open).toEqual([false, true, false, true, true]);
    expect(isOpen(hours, at('2026-02-13T01:59'))).toBe(true);
    expect(isOpen(hours, at('2026-02-13T02:00'))).toBe(false);
  });

  it('joins intervals that meet at midnight into one opening', () => {
    const allDay = [{ opens: '00:00', closes: '24:00' }];
    const hours = { ...chicago, weekly: { ...weekly, mon: allDay, tue: allDay } };
    expect(local(lastCloseBefore(hours, at('2026-02-11T05:00')))).toBe('2026-02-11T00:00');
    expect(local(nextOpeningAfter(hours, at('2026-02-09T12:00')))).toBe('2026-02-11T08:00');
  });

  it('has no opening to promise when the office never opens', () => {
    const closed = { ...chicago, weekly: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } };
    expect([isOpen(closed, at('2026-02-12T12:00')), nextOpeningAfter(closed, at('2026-02-12T12:00'))]).toEqual([
      false,
      null,
    ]);
  });

  const split = [
    { opens: '00:30', closes: '02:15' },
    { opens: '21:00', closes: '03:30' },
  ];
  const odd: OfficeHours['weekly'] = { ...weekly, sat: split, sun: split };

  it.each([
    ['America/Chicago', '2026-03-06'],
    ['America/New_York', '2026-10-30'],
    ['America/Phoenix', '2026-03-06'],
    ['America/St_Johns', '2026-10-30'],
    ['Europe/London', '2026-10-23'],
    ['Australia/Lord_Howe', '2026-10-02'],
  ])('agrees with the wall clock every few minutes of four days around a clock change in %s', (timeZone, from) => {
    const hours = { weekly: odd, specialDays: [], timeZone };
    const start = DateTime.fromISO(from, { zone: timeZone });
    const disagreements: string[] = [];
    for (let minute = 0; minute < 4 * 24 * 60; minute += 7) {
      const instant = start.plus({ minutes: minute });
      if (isOpen(hours, instant.toJSDate()) !== byWallClock(odd, instant)) disagreements.push(instant.toISO() ?? '');
    }
    expect(disagreements.filter((iso) => !isAmbiguousOrSkipped(iso, timeZone))).toEqual([]);
  });
});

describe('words about hours', () => {
  it.each([
    [5, 'this morning'],
    [7, 'this morning'],
    [8, 'today'],
    [17, 'this evening'],
    [20, 'tonight'],
    [2, 'tonight'],
  ])('PRD section 4: at %i o\'clock the greeting says "%s"', (hour, word) => {
    expect(greetingWord(hour)).toBe(word);
  });

  it.each(['2026-02-12T10:00', '2026-02-12T21:22', '2026-02-13T06:10', '2026-02-14T12:00'])(
    'VTCR 1.1: the badge at %s names the hours of the night',
    (iso) => {
      const badge = dutyBadge({ isActive: true, alwaysActive: false }, chicago, at(iso));
      expect(badge).toBe('Active -- AI answers calls from 5:00 PM to 8:00 AM');
    },
  );

  it('VTCR 1.1: the badge says "Inactive" when switched off', () => {
    expect(dutyBadge({ isActive: false, alwaysActive: true }, chicago, at('2026-02-12T10:00'))).toBe('Inactive');
  });

  it('scenario 27: promises the morning the office really opens, on a Friday night Monday', () => {
    const promises = (iso: string) => [openingPhrase(chicago, at(iso)), callbackPhrase(chicago, at(iso))];
    expect(promises('2026-02-12T21:00')).toEqual(['8 AM tomorrow', 'first thing in the morning']);
    expect(promises('2026-02-13T06:10')).toEqual(['8 AM today', 'first thing in the morning']);
    expect(promises('2026-02-13T21:00')).toEqual(['8 AM on Monday', 'first thing Monday morning']);
  });

  it('promises the same in Spanish', () => {
    expect(callbackPhrase(chicago, at('2026-02-12T21:00'), 'es')).toBe('a primera hora de la mañana');
    expect(callbackPhrase(chicago, at('2026-02-13T21:00'), 'es')).toBe('el lunes a primera hora');
    expect(callbackPhrase(chicago, at('2026-02-12T10:00'), 'es')).toBe('lo antes posible');
  });

  it('says the week in one breath', () => {
    expect(weeklyPhrase(chicago)).toBe('Monday to Friday 8 AM to 5 PM, Saturday and Sunday closed');
  });
});

function byWallClock(hours: OfficeHours['weekly'], instant: DateTime): boolean {
  const time = instant.toFormat('HH:mm');
  const of = (when: DateTime) => hours[WEEKDAYS[when.weekday - 1] ?? 'mon'];
  const today = of(instant).some(({ opens, closes }) =>
    closes > opens ? opens <= time && time < closes : opens <= time,
  );
  const yesterday = of(instant.minus({ days: 1 })).some(({ opens, closes }) => closes <= opens && time < closes);
  return today || yesterday;
}

/** The hour a clock change repeats or skips has two right answers; every other minute has one. */
function isAmbiguousOrSkipped(iso: string, timeZone: string): boolean {
  const instant = DateTime.fromISO(iso, { zone: timeZone });
  return instant.offset !== instant.plus({ hours: 2 }).offset || instant.offset !== instant.minus({ hours: 2 }).offset;
}
