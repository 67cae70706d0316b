import { routeCall } from './route-call.js';
import { askedMoment, whatIf } from './what-if.js';

const day = [{ opens: '08:00', closes: '17:00' }];
const rules = {
  isActive: true,
  alwaysActive: false,
  businessNumber: '+13125550185',
  hours: {
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    specialDays: [
      { date: '2026-12-25', name: 'Christmas Day', intervals: [] },
      { date: '2026-12-29', name: 'Stock-taking', intervals: [], closed: { from: '12:00', until: '15:00' } },
    ],
    timeZone: 'America/Chicago',
  },
};
const ask = (asked: string) => {
  const at = askedMoment(asked, 'America/Chicago')?.at ?? new Date(0);
  return whatIf(rules, { at, agentAvailable: true, businessLineFailed: false });
};

describe('"What happens if someone calls at …"', () => {
  it.each([
    ['2026-02-12T16:59', 'business_line', /office is open/],
    ['2026-02-12T17:00', 'ai', /office is closed, so the AI answers/],
    ['2026-12-25T14:30', 'ai', /office is closed/],
    ['2026-12-29T11:59', 'business_line', /office is open/],
    ['2026-12-29T12:00', 'ai', /office is closed/],
    ['2026-12-29T15:00', 'business_line', /office is open/],
  ])('at %s on the contractor’s clock: %s', (asked, answeredBy, explanation) => {
    expect(ask(asked)).toMatchObject({ answeredBy, explanation: expect.stringMatching(explanation) });
  });

  it('says the moment as people do, and names the closure', () => {
    expect(ask('2026-12-25T14:30')).toMatchObject({
      localTime: 'Friday, December 25 at 2:30 PM',
      special: 'Christmas Day',
    });
  });

  it('is the router’s own answer for every half hour of a week with a clock change', () => {
    const kinds = { ai: 'voice-agent', business_line: 'ring-business', voicemail: 'voicemail' } as const;
    for (let half = 0; half < 336; half += 1) {
      const moment = {
        at: new Date(Date.UTC(2026, 2, 6) + half * 1_800_000),
        agentAvailable: true,
        businessLineFailed: false,
      };
      expect(kinds[whatIf(rules, moment).answeredBy]).toBe(routeCall(rules, moment).kind);
    }
  });

  it.each([
    ['2026-03-08T02:30', '2026-03-08T08:30:00.000Z', /go forward over that time; this is 3:30 AM/],
    ['2026-11-01T01:30', '2026-11-01T07:30:00.000Z', /comes twice that night; this is the second/],
    ['2026-02-12T21:22', '2026-02-13T03:22:00.000Z', null],
    ['2026-02-13T03:22:00Z', '2026-02-13T03:22:00.000Z', null],
  ])('reads %s as %s', (asked, instant, note) => {
    const moment = askedMoment(asked, 'America/Chicago');
    expect(moment?.at.toISOString()).toBe(instant);
    if (note) expect(moment?.note).toMatch(note);
    else expect(moment?.note).toBeNull();
  });

  it.each(['tomorrow', '2026-02-30T10:00', '2026-02-12', '', '9999999999999Z'])('"%s" is no moment', (asked) => {
    expect(askedMoment(asked, 'America/Chicago')).toBeNull();
  });
});
