import { hoursProblems } from './check-hours.js';
import { federalHolidays, holidayClosures } from './federal-holidays.js';
import type { OfficeHours, OpenInterval, WeeklyHours } from './hours.types.js';
import { openSpans } from './open-spans.js';
import { dayBars, type BarRules } from './week-bars.js';

const interval = (text: string): OpenInterval => {
  const [opens = '', closes = ''] = text.split('-');
  return { opens, closes };
};
const eightToFive = [interval('08:00-17:00')];
const weekly: WeeklyHours = {
  mon: eightToFive,
  tue: eightToFive,
  wed: eightToFive,
  thu: eightToFive,
  fri: eightToFive,
  sat: [],
  sun: [],
};
const chicago: OfficeHours = { weekly, specialDays: [], timeZone: 'America/Chicago' };
const rules = (change: Partial<OfficeHours> = {}, duty: Partial<BarRules> = {}): BarRules => ({
  isActive: true,
  alwaysActive: false,
  hours: { ...chicago, ...change },
  ...duty,
});
const drawn = (of: BarRules, date: string): string[] =>
  dayBars(of, date, 1)[0]?.segments.map((each) => `${each.answeredBy} ${each.fromMinute}-${each.toMinute}`) ?? [];

describe('VTCR 1.1: the colour bar between "Office Closes" and "Office Opens"', () => {
  it('a weekday: the AI until 8 AM, the office until 5 PM, the AI again', () => {
    expect(drawn(rules(), '2026-02-12')).toEqual(['ai 0-480', 'office 480-1020', 'ai 1020-1440']);
    expect(dayBars(rules(), '2026-02-12', 1)[0]?.segments[1]).toMatchObject({ from: '8:00 AM', to: '5:00 PM' });
  });

  it('a closed Saturday belongs to the AI, and a week has seven days', () => {
    expect(drawn(rules(), '2026-02-14')).toEqual(['ai 0-1440']);
    expect(
      dayBars(rules(), '2026-02-09')
        .map((day) => day.weekday)
        .join(),
    ).toBe('mon,tue,wed,thu,fri,sat,sun');
  });

  it('several intervals a day leave the lunch hour to the AI', () => {
    const thu = [interval('08:00-12:00'), interval('13:00-17:00')];
    expect(drawn(rules({ weekly: { ...weekly, thu } }), '2026-02-12')).toEqual([
      ...['ai 0-480', 'office 480-720', 'ai 720-780', 'office 780-1020', 'ai 1020-1440'],
    ]);
  });

  it('hours across midnight colour the next morning too', () => {
    const fri = [interval('18:00-02:00')];
    const night = rules({ weekly: { ...weekly, fri } });
    expect(drawn(night, '2026-02-13')).toEqual(['ai 0-1080', 'office 1080-1440']);
    expect(drawn(night, '2026-02-14')).toEqual(['office 0-120', 'ai 120-1440']);
  });

  it('always active: one bar; switched off: nobody but the office', () => {
    expect(drawn(rules({}, { alwaysActive: true }), '2026-02-12')).toEqual(['ai 0-1440']);
    expect(drawn(rules({}, { isActive: false }), '2026-02-12')).toEqual([
      ...['nobody 0-480', 'office 480-1020', 'nobody 1020-1440'],
    ]);
  });

  it('an afternoon off leaves the morning to the office', () => {
    const specialDays = [
      { date: '2026-12-24', name: 'Christmas Eve', intervals: [], closed: { from: '12:00', until: '24:00' } },
    ];
    expect(drawn(rules({ specialDays }), '2026-12-24')).toEqual(['ai 0-480', 'office 480-720', 'ai 720-1440']);
    expect(dayBars(rules({ specialDays }), '2026-12-24', 1)[0]?.special).toBe('Christmas Eve');
  });

  it('several days off from a time to a time are one stretch, and the week goes on where it ends', () => {
    const specialDays = [
      ...[{ date: '2026-12-23', lastDate: '2026-12-28', name: 'Break', intervals: [] as OpenInterval[] }].map(
        (day) => ({
          ...day,
          closed: { from: '15:00', until: '10:00' },
        }),
      ),
    ];
    const of = rules({ specialDays });
    expect(drawn(of, '2026-12-23')).toEqual(['ai 0-480', 'office 480-900', 'ai 900-1440']);
    expect(drawn(of, '2026-12-25')).toEqual(['ai 0-1440']);
    expect(drawn(of, '2026-12-28')).toEqual(['ai 0-600', 'office 600-1020', 'ai 1020-1440']);
  });

  it('several whole days are each closed, and an opening of several days is open on each', () => {
    const shut = [{ date: '2026-12-24', lastDate: '2026-12-28', name: 'Shut', intervals: [] }];
    expect(drawn(rules({ specialDays: shut }), '2026-12-28')).toEqual(['ai 0-1440']);
    expect(drawn(rules({ specialDays: shut }), '2026-12-29')).toContain('office 480-1020');
    const weekend = [
      { date: '2026-02-14', lastDate: '2026-02-15', name: 'Freeze', intervals: [interval('09:00-12:00')] },
    ];
    expect(drawn(rules({ specialDays: weekend }), '2026-02-15')).toEqual(['ai 0-540', 'office 540-720', 'ai 720-1440']);
  });

  it.each([
    ['2026-03-08', 'spring', 3],
    ['2026-11-01', 'autumn', 5],
  ])('hours off from 1 to 5 AM on %s (%s) last %i hours of real time', (date, _season, hours) => {
    const sun = [interval('00:00-24:00')];
    const specialDays = [{ date, name: 'Server room', intervals: [], closed: { from: '01:00', until: '05:00' } }];
    const open = openSpans({ ...chicago, weekly: { ...weekly, sun }, specialDays }, new Date(`${date}T18:00:00Z`), {
      back: 0,
      ahead: 0,
    });
    const [night, day] = open;
    expect(((day?.opensAt.getTime() ?? 0) - (night?.closesAt.getTime() ?? 0)) / 3_600_000).toBe(hours);
  });

  it('a closure is named and closed, a one-off opening is open', () => {
    const specialDays = [
      { date: '2026-12-25', name: 'Christmas Day', intervals: [] },
      { date: '2026-02-14', name: 'Freeze Saturday', intervals: [interval('09:00-12:00')] },
    ];
    expect(drawn(rules({ specialDays }), '2026-12-25')).toEqual(['ai 0-1440']);
    expect(dayBars(rules({ specialDays }), '2026-12-25', 1)[0]?.special).toBe('Christmas Day');
    expect(drawn(rules({ specialDays }), '2026-02-14')).toEqual(['ai 0-540', 'office 540-720', 'ai 720-1440']);
  });

  it.each([
    ['2026-03-08', 23],
    ['2026-11-01', 25],
    ['2026-11-02', 24],
  ])('%s is %i hours long, drawn on the same 24 of the clock', (date, hoursLong) => {
    const day = dayBars(rules(), date, 1)[0];
    expect(day).toMatchObject({ hoursLong });
    expect(day?.segments.at(-1)?.toMinute).toBe(1440);
  });
});

describe('hours as people type them', () => {
  it.each<[string, Partial<WeeklyHours>, RegExp]>([
    [
      'overlapping intervals',
      { mon: [interval('08:00-12:00'), interval('11:00-17:00')] },
      /^Monday is open twice at 11:00/,
    ],
    ['the same interval twice', { tue: [interval('08:00-12:00'), interval('08:00-12:00')] }, /^Tuesday is open twice/],
    [
      'a night that meets the morning',
      { fri: [interval('20:00-09:00')], sat: [interval('08:00-12:00')] },
      /^Friday's hours run past midnight into Saturday's/,
    ],
    ['Sunday into Monday', { sun: [interval('20:00-08:30')] }, /^Sunday's hours run past midnight into Monday's/],
    ['opening at 24:00', { wed: [interval('24:00-08:00')] }, /^Wednesday cannot open at 24:00/],
  ])('%s is answered with a sentence', (_title, change, sentence) => {
    expect(hoursProblems({ ...weekly, ...change }, [])[0]).toMatch(sentence);
  });

  it.each([
    ['a plain week', weekly],
    ['split shifts that touch', { ...weekly, mon: [interval('08:00-12:00'), interval('12:00-17:00')] }],
    ['a whole day', { ...weekly, sat: [interval('00:00-24:00')] }],
    ['past midnight into a free morning', { ...weekly, fri: [interval('18:00-02:00')] }],
  ])('%s is fine', (_title, hours) => {
    expect(hoursProblems(hours, [])).toEqual([]);
  });

  it.each([
    ['2026-02-30', /2026-02-30 is not a date/],
    ['2026-13-01', /not a date/],
  ])('the closure on %s is refused', (date, sentence) => {
    expect(hoursProblems(weekly, [{ date, name: 'x', intervals: [] }])[0]).toMatch(sentence);
  });

  it('a date listed twice would mean two things', () => {
    const day = { date: '2026-12-25', name: 'Christmas', intervals: [] };
    expect(hoursProblems(weekly, [day, { ...day, intervals: eightToFive }])).toEqual([
      '2026-12-25 is listed twice among the closures and openings.',
    ]);
  });

  const off = { date: '2026-12-24', name: 'Eve', intervals: [] as OpenInterval[] };

  it.each([
    ['ends on an earlier day', { lastDate: '2026-12-23' }, 'Eve ends before it begins.'],
    ['ends at an earlier hour', { closed: { from: '15:00', until: '12:00' } }, 'Eve ends before it begins.'],
    ['has a last day that is none', { lastDate: '2026-12-32' }, '2026-12-32 is not a date in the calendar.'],
    ['lasts a season', { lastDate: '2027-06-01' }, 'Eve lasts longer than 92 days.'],
    [
      'is closed and open',
      { closed: { from: '08:00', until: '12:00' }, intervals: eightToFive },
      'Eve is either closed for some hours or open for some, not both.',
    ],
  ])('a closure that %s is refused', (_title, change, sentence) => {
    expect(hoursProblems(weekly, [{ ...off, ...change }])).toEqual([sentence]);
  });

  it('whole days may not overlap, in whatever order they are listed; hours off may lie in them', () => {
    const days = { ...off, lastDate: '2026-12-26' };
    const inside = { ...off, date: '2026-12-25', name: 'Christmas' };
    const twice = ['2026-12-25 is listed twice among the closures and openings.'];
    expect([hoursProblems(weekly, [days, inside]), hoursProblems(weekly, [inside, days])]).toEqual([twice, twice]);
    const hours = { ...off, closed: { from: '08:00', until: '10:00' } };
    expect(hoursProblems(weekly, [days, hours, { ...hours, closed: { from: '12:00', until: '13:00' } }])).toEqual([]);
  });
});

describe('US federal holidays', () => {
  it('of 2026, as the Office of Personnel Management lists them', () => {
    expect(federalHolidays(2026).map(({ observed, name }) => `${observed} ${name}`)).toEqual([
      "2026-01-01 New Year's Day",
      '2026-01-19 Martin Luther King Jr. Day',
      "2026-02-16 Presidents' Day",
      '2026-05-25 Memorial Day',
      '2026-06-19 Juneteenth',
      '2026-07-03 Independence Day',
      '2026-09-07 Labor Day',
      '2026-10-12 Columbus Day',
      '2026-11-11 Veterans Day',
      '2026-11-26 Thanksgiving',
      '2026-12-25 Christmas Day',
    ]);
  });

  it('a Sunday holiday closes the Sunday and the Monday', () => {
    expect(holidayClosures(2027).filter(({ name }) => name.startsWith('Independence'))).toEqual([
      { date: '2027-07-04', name: 'Independence Day', intervals: [] },
      { date: '2027-07-05', name: 'Independence Day (observed)', intervals: [] },
    ]);
  });

  it("New Year's Day of 2028 is a Saturday, kept on the last day of 2027", () => {
    expect(federalHolidays(2028)[0]).toEqual({ date: '2028-01-01', observed: '2027-12-31', name: "New Year's Day" });
  });
});
