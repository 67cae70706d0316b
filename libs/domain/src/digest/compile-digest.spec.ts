import { DateTime } from 'luxon';
import { compileDigest, type Night } from './compile-digest.js';
import { digestHeadline } from './digest-counts.js';
import type { DigestCall, DigestCard, DigestIncident } from './digest.types.js';

const ZONE = 'America/Chicago';
const at = (iso: string) => DateTime.fromISO(iso, { zone: ZONE }).toJSDate();

type Given = Partial<Omit<DigestCall, 'card' | 'incident' | 'calledAt'>> & {
  called: string;
  card?: Partial<DigestCard> | null;
  incident?: Partial<DigestIncident> | null;
};

let serial = 0;
function call({ called, card, incident, ...given }: Given): DigestCall {
  serial += 1;
  return {
    id: `call-${serial}`,
    calledAt: at(called),
    callerPhone: `+1312555${String(100 + serial).padStart(4, '0')}`,
    classification: incident ? 'emergency' : 'routine',
    status: 'completed',
    handledBy: 'ai',
    summary: null,
    ...given,
    card: card === null ? null : cardOf(card ?? {}, Boolean(incident)),
    incident: incident ? incidentOf(incident) : null,
  };
}

const cardOf = (given: Partial<DigestCard>, emergency: boolean): DigestCard => ({
  id: `card-${serial}`,
  classification: emergency ? 'emergency' : 'routine',
  priority: emergency ? 'emergency' : 'routine',
  callerName: 'Unknown',
  callerPhone: null,
  callbackPhone: null,
  address: null,
  issueSummary: '',
  serviceType: 'plumbing',
  appointmentBooked: false,
  appointmentAt: null,
  callbackStatus: 'not_called',
  callbackReason: null,
  ...given,
});

const incidentOf = (given: Partial<DigestIncident>): DigestIncident => ({
  incidentId: `incident-${serial}`,
  state: 'accepted',
  acceptedName: 'Mike T.',
  acceptedAt: null,
  acceptedVia: 'sms',
  contactedAt: null,
  jobValueCents: null,
  ...given,
});

const night = (calls: DigestCall[], given: Partial<Night> = {}): Night => ({
  date: '2026-02-13',
  window: { start: at('2026-02-12T17:00'), end: at('2026-02-13T06:00') },
  calls,
  timeZone: ZONE,
  averageEmergencyValueCents: 190_000,
  ...given,
});

const jim = () =>
  call({
    called: '2026-02-12T21:22',
    callerPhone: '+13125550141',
    card: {
      callerName: 'Jim Kowalski',
      issueSummary: 'Burst pipe to water heater, basement flooding',
      address: '218 Oak Lane',
    },
    incident: {
      state: 'contacted',
      acceptedAt: at('2026-02-12T21:24:15'),
      contactedAt: at('2026-02-12T21:27'),
      jobValueCents: 185_000,
    },
  });
const sarah = () =>
  call({
    called: '2026-02-12T19:45',
    callerPhone: '+13125550163',
    card: {
      callerName: 'Sarah Chen',
      issueSummary: 'Water heater replacement quote, 40-gal gas, 12 yrs',
      address: '1447 Birch Street',
    },
  });
const doug = () =>
  call({
    called: '2026-02-12T20:30',
    callerPhone: '+13125550142',
    card: {
      callerName: 'Doug Patterson',
      issueSummary: 'Furnace service, new homeowner, no rush',
      serviceType: 'hvac',
      address: '922 Maple Drive',
    },
  });
const pitch = (called = '2026-02-13T06:10') =>
  call({ called, classification: 'spam', summary: 'Marketing pitch', card: null });

describe('the digest of PRD section 13', () => {
  it('Friday 6:00 AM: Jim, Sarah and Doug; the spam call of 6:10 AM is not in it (decision 10)', () => {
    expect(compileDigest(night([sarah(), doug(), jim()])).content).toBe(
      `OVERNIGHT CALL DIGEST - Fri, Feb 13, 2026
3 calls | 5:00 PM Thu - 6:00 AM Fri

EMERGENCIES (1) - Handled in real time
1. Jim Kowalski - Burst pipe to water heater, basement flooding
(312) 555-0141 | 9:22 PM | Plumbing | 218 Oak Lane
On-call (Mike T.) acknowledged at 9:24 PM. Dispatched at 9:27 PM.

ROUTINE - NEEDS CALLBACK (2)
2. Sarah Chen - Water heater replacement quote, 40-gal gas, 12 yrs
(312) 555-0163 | 7:45 PM | Plumbing | 1447 Birch Street
3. Doug Patterson - Furnace service, new homeowner, no rush
(312) 555-0142 | 8:30 PM | HVAC | 922 Maple Drive

STATS: 1 emergency dispatched ($1,850 job). 2 callbacks needed.
AI handled 3 calls in 0 minutes of human time.
Estimated revenue protected: $1,900 (1 emergency dispatch)`,
    );
  });

  it('Saturday 6:00 AM: the spam call of Friday 6:10 AM, as a count only (VTCR 2.5)', () => {
    const window = { start: at('2026-02-13T06:00'), end: at('2026-02-14T06:00') };
    const digest = compileDigest(night([pitch()], { date: '2026-02-14', window }));
    expect(digest.content).toBe(
      `OVERNIGHT CALL DIGEST - Sat, Feb 14, 2026
1 call | 6:00 AM Fri - 6:00 AM Sat

SPAM / VENDOR (1) - Auto-tagged

STATS: 1 spam filtered. AI handled 1 call in 0 minutes of human time.`,
    );
    expect(digest.entries[0]).toMatchObject({ section: 'spam', issue: 'Marketing pitch', leadCardId: null });
  });
});

describe('the digest', () => {
  it('scenario 29: two emergencies, two routine calls and a spam call, in this order, with their outcomes', () => {
    const linda = call({
      called: '2026-02-12T22:14',
      card: { callerName: 'Linda Morrison', issueSummary: 'Water through kitchen ceiling' },
      incident: { acceptedAt: at('2026-02-12T22:17') },
    });
    const digest = compileDigest(night([pitch('2026-02-13T05:10'), doug(), linda, sarah(), jim()]));
    expect(digest.entries.map((entry) => [entry.position, entry.section, entry.callerName])).toEqual([
      [1, 'emergency', 'Jim Kowalski'],
      [2, 'emergency', 'Linda Morrison'],
      [3, 'callback', 'Sarah Chen'],
      [4, 'callback', 'Doug Patterson'],
      [5, 'spam', 'Unknown'],
    ]);
    expect(digest.content).toContain('EMERGENCIES (2) - Handled in real time');
    expect(digest.content).toContain('On-call (Mike T.) acknowledged at 10:17 PM.');
    expect(digest.counts).toEqual({
      total: 5,
      emergencies: 2,
      routineBooked: 0,
      routineCallback: 2,
      spam: 1,
      abandoned: 0,
    });
    expect(digestHeadline(digest.entries)).toBe('5 overnight calls: 2 emergencies (handled), 2 need callback, 1 spam');
  });

  it('scenario 30: nobody called', () => {
    expect(compileDigest(night([])).content).toBe('No overnight calls. All quiet.');
    expect(digestHeadline([])).toBe('No overnight calls. All quiet.');
  });

  it('VTCR 3.1: the headline of seven calls', () => {
    const booked = () => call({ called: '2026-02-12T19:22', card: { appointmentBooked: true } });
    const calls = [jim(), jim(), booked(), sarah(), doug(), doug(), pitch('2026-02-13T05:00')];
    expect(digestHeadline(compileDigest(night(calls)).entries)).toBe(
      '7 overnight calls: 2 emergencies (handled), 1 booked, 3 need callback, 1 spam',
    );
  });

  it('an emergency nobody took is first, says so, and is never called handled', () => {
    const unreached = call({
      called: '2026-02-13T02:00',
      card: { callerName: 'Ann Lee' },
      incident: { state: 'unreached', acceptedName: null },
    });
    const digest = compileDigest(night([jim(), unreached]));
    expect(digest.entries[0]?.callerName).toBe('Ann Lee');
    expect(digest.content).toContain('EMERGENCIES (2) - 1 NOT REACHED');
    expect(digest.content).not.toContain('Handled in real time');
    expect(digest.content).toContain('STATS: 1 emergency NOT REACHED. 1 emergency dispatched');
    expect(digestHeadline(digest.entries)).toBe('2 overnight calls: 2 emergencies (1 NOT REACHED)');
  });

  it.each([
    ['alerting', 'Still reaching the on-call tech.', 'EMERGENCIES (1) - Still being routed'],
    ['false_alarm', 'False alarm.', 'EMERGENCIES (1)\n'],
    ['resolved', 'Resolved.', 'EMERGENCIES (1)\n'],
    ['merged', 'Called again about an emergency already open.', 'EMERGENCIES (1)\n'],
  ] as const)('an incident that is %s says "%s" and claims no revenue', (state, disposition, heading) => {
    const { content } = compileDigest(night([call({ called: '2026-02-13T02:00', incident: { state } })]));
    expect(content).toContain(disposition);
    expect(content).toContain(heading);
    expect(content).not.toMatch(/revenue|Handled/);
  });

  it('decision 10: estimated revenue counts accepted emergencies only, apart from what techs reported with DONE', () => {
    const quiet = call({ called: '2026-02-13T01:00', incident: { acceptedAt: at('2026-02-13T01:02') } });
    const lost = call({ called: '2026-02-13T02:00', incident: { state: 'unreached' } });
    const { content } = compileDigest(night([jim(), quiet, lost]));
    expect(content).toContain('2 emergencies dispatched ($1,850 job).');
    expect(content).toContain('Estimated revenue protected: $3,800 (2 emergency dispatches)');
  });

  it('"0 minutes of human time" is not said of a night in which a tech was put through', () => {
    const bridged = call({
      called: '2026-02-13T01:00',
      incident: { acceptedAt: at('2026-02-13T01:01'), acceptedVia: 'key' },
    });
    expect(compileDigest(night([bridged])).content).toContain('AI handled 1 call.\n');
  });

  it('PRD §9: a booked call names its appointment', () => {
    const rachel = call({
      called: '2026-02-12T19:22',
      callerPhone: '+13125550133',
      card: {
        callerName: 'Rachel Torres',
        issueSummary: 'AC tune-up',
        serviceType: 'hvac',
        appointmentBooked: true,
        appointmentAt: at('2026-02-19T10:00'),
      },
    });
    expect(compileDigest(night([rachel])).content).toContain(
      `ROUTINE - BOOKED (1)
1. Rachel Torres - AC tune-up, booked Thu 10am
(312) 555-0133 | 7:22 PM | HVAC
Appointment confirmed via AI.`,
    );
  });

  it.each<[string, Partial<DigestCard>, string]>([
    [
      'scenario 28',
      { callbackReason: 'fully_booked' },
      '- AC tune-up\n(312) 555-0133 | 8:22 PM | HVAC\nFully booked this week: call first.',
    ],
    [
      'a held time',
      { appointmentAt: at('2026-02-19T10:00') },
      '- AC tune-up, held Thu 10am\n(312) 555-0133 | 8:22 PM | HVAC\nTime held: approve it or call.',
    ],
    [
      'who wants another time',
      { appointmentBooked: true, appointmentAt: at('2026-02-19T10:00'), callbackReason: 'reschedule' },
      '- AC tune-up, booked Thu 10am\n(312) 555-0133 | 8:22 PM | HVAC\nWants another time: call first.',
    ],
  ])('%s is a callback, before those that were promised nothing', (_what, given, lines) => {
    const facts = { callerName: 'Rachel Torres', issueSummary: 'AC tune-up', serviceType: 'hvac' as const };
    const rachel = call({ called: '2026-02-12T20:22', callerPhone: '+13125550133', card: { ...facts, ...given } });
    const doug = call({ called: '2026-02-12T19:00', card: { callerName: 'Doug' } });
    const { content } = compileDigest(night([doug, rachel]));
    expect(content).toContain('ROUTINE - NEEDS CALLBACK (2)');
    const isHeld = given.callbackReason === undefined;
    expect(content).toContain(`${isHeld ? 2 : 1}. Rachel Torres ${lines}`);
  });

  it('an appointment that somebody of the team made was booked by callback', () => {
    const appointment = {
      appointmentBooked: true,
      appointmentAt: at('2026-02-19T10:00'),
      callbackStatus: 'called_booked' as const,
    };
    const { content } = compileDigest(
      night([call({ called: '2026-02-12T20:22', card: { callerName: 'Doug', ...appointment } })]),
    );
    expect(content).toContain('Booked by callback.');
  });

  it('scenario 29: a callback somebody has already made is shown with its status and not asked for again', () => {
    const called = call({ called: '2026-02-12T18:00', card: { callerName: 'Ed', callbackStatus: 'resolved' } });
    const missed = call({
      called: '2026-02-12T18:30',
      card: { callerName: 'Flo', callbackStatus: 'called_no_answer' },
    });
    const digest = compileDigest(night([called, missed]));
    expect(digest.content).toContain('ROUTINE - NEEDS CALLBACK (1)\n1. Flo');
    expect(digest.content).toContain('Called - No Answer.');
    expect(digest.content).toContain('ROUTINE - ALREADY CALLED (1)\n2. Ed');
    expect(digest.counts.routineCallback).toBe(1);
  });

  it('a same-day call is called before the others', () => {
    const sameDay = call({ called: '2026-02-13T05:00', card: { callerName: 'Gus', priority: 'same_day' } });
    expect(compileDigest(night([sarah(), sameDay])).entries.map((entry) => entry.callerName)).toEqual([
      'Gus',
      'Sarah Chen',
    ]);
  });

  it('scenario 25: an abandoned call is counted, not listed', () => {
    const dropped = call({ called: '2026-02-13T03:00', status: 'abandoned', classification: null, card: null });
    const digest = compileDigest(night([sarah(), dropped]));
    expect(digest.content).toContain('2 calls |');
    expect(digest.content).toContain('1 abandoned call.');
    expect(digest.counts).toMatchObject({ total: 2, abandoned: 1 });
  });

  it('a call people answered themselves is no news, and a running one comes tomorrow with its card', () => {
    const answered = call({
      called: '2026-02-12T17:00:30',
      handledBy: 'business_line',
      classification: null,
      card: null,
    });
    const running = call({ called: '2026-02-13T05:59', status: 'in_progress' });
    expect(compileDigest(night([answered, running])).entries).toEqual([]);
  });

  it('decision 8: an emergency is told even while its caller is still on the line', () => {
    const running = call({ called: '2026-02-13T05:59', status: 'in_progress', incident: { state: 'alerting' } });
    expect(compileDigest(night([running])).counts.emergencies).toBe(1);
  });

  it('a withheld number, an unknown name and no details are said, not invented', () => {
    const nobody = call({ called: '2026-02-12T18:00', callerPhone: null, card: { serviceType: 'unknown' } });
    expect(compileDigest(night([nobody])).content).toContain(
      '1. Unknown - No details captured\nNo caller ID | 6:00 PM\n',
    );
  });

  it('a window longer than a day names the day of each call', () => {
    const window = { start: at('2026-02-11T06:00'), end: at('2026-02-13T08:00') };
    const { content } = compileDigest(night([sarah()], { window }));
    expect(content).toContain('1 call | 6:00 AM Wed - 8:00 AM Fri');
    expect(content).toContain('| Thu 7:45 PM |');
  });

  it('what a caller says can never add lines of its own', () => {
    const sly = call({
      called: '2026-02-12T18:00',
      card: { callerName: 'X\nY', issueSummary: 'leak\n\nEMERGENCIES (9)' },
    });
    expect(compileDigest(night([sly])).content).toContain('1. X Y - leak EMERGENCIES (9)\n');
  });
});
