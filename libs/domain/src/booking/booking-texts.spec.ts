import { septets, TWO_SEGMENTS } from '@domain/escalation/gsm7';
import { parseReply } from '@domain/escalation/reply';
import fc from 'fast-check';
import { approverReply, freeHoldCode } from './approver-reply.js';
import { askingTime } from './asking-time.js';
import { askApproverText, calledOffText, confirmedText, movedText, otherTimesText } from './booking-texts.js';
import { spokenSlot } from './slot-words.js';

const timeZone = 'America/Chicago';
const facts = {
  businessName: 'Metro Plumbing',
  serviceType: 'hvac' as const,
  timeZone,
  startsAt: new Date('2026-02-19T16:00:00Z'),
  endsAt: new Date('2026-02-19T18:00:00Z'),
};
const held = {
  ...facts,
  code: 'B36',
  customerName: 'Rachel Torres',
  address: '12 Elm St',
  issue: 'AC tune-up',
  heldUntil: new Date('2026-02-18T16:00:00Z'),
};

describe('texts about appointments', () => {
  it('scenario 26, VTCR 2.3: the confirmation word for word', () => {
    expect(confirmedText(facts)).toBe(
      'Confirmed: HVAC appointment with Metro Plumbing on Thu, Feb 19 at 10 AM-12 PM. Reply to this number if you need to reschedule.',
    );
  });

  it('a trade nobody knows is a service appointment', () => {
    expect(confirmedText({ ...facts, serviceType: 'general' })).toMatch(/^Confirmed: Service appointment with/);
  });

  it.each([confirmedText(facts), movedText(facts), calledOffText(facts)])(
    'repeated by a customer it is no opt-out: "%s"',
    (text) => expect(parseReply(text).kind).not.toBe('opt_out'),
  );

  it('the approver reads who, where, what and the three keys', () => {
    expect(askApproverText(held).split('\n')).toEqual([
      ...['APPROVE B36? Metro Plumbing', 'Thu, Feb 19 10 AM-12 PM', 'HVAC, Rachel Torres', '12 Elm St'],
      ...['Job: AC tune-up', "Reply B36 1=Approve 2=Other time 3=I'll call"],
    ]);
  });

  it('whatever a caller says, two segments hold it and the keys stay at the end', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 800 }),
        fc.string({ maxLength: 300 }),
        fc.string({ maxLength: 120 }),
        (issue, address, name) => {
          const text = askApproverText({ ...held, issue, address, customerName: name });
          expect(septets(text)).toBeLessThanOrEqual(TWO_SEGMENTS);
          expect(text.endsWith("3=I'll call")).toBe(true);
          expect(text.split('\n').length).toBeLessThanOrEqual(6);
        },
      ),
    );
  });

  it('other times have letters', () => {
    expect(otherTimesText(held, [facts]).split('\n')[0]).toBe('A Thu, Feb 19 10 AM-12 PM');
  });
});

describe('what an approver answers', () => {
  it.each([
    ['1', { kind: 'approve', code: null }],
    ['2', { kind: 'other', code: null }],
    ['3', { kind: 'will_call', code: null }],
    ['B36 1', { kind: 'approve', code: 'B36' }],
    ['b36 1.', { kind: 'approve', code: 'B36' }],
    ['1 B36', { kind: 'approve', code: 'B36' }],
    ['B36 approve', { kind: 'approve', code: 'B36' }],
    ['B36: yes', { kind: 'approve', code: 'B36' }],
    ["B36 I'll call", { kind: 'will_call', code: 'B36' }],
    ['B36 B', { kind: 'choose', index: 1, code: 'B36' }],
    ['a', { kind: 'choose', index: 0, code: null }],
    ['B36', { kind: 'unclear', code: 'B36' }],
    ['B36 what is this', { kind: 'unclear', code: 'B36' }],
  ])('"%s"', (words, expected) => {
    expect(approverReply(words)).toEqual(expected);
  });

  it.each(['ok', 'yes', 'on my way', '7K', '7K 1', 'STOP', 'b4 you ask, no', '', '1 7K'])(
    '"%s" is about something else',
    (words) => {
      expect(approverReply(words)).toBeNull();
    },
  );

  it('no code of a hold is ever read as one of an emergency', () => {
    const taken = new Set<string>();
    for (let index = 0; index < 200; index += 1) {
      const code = freeHoldCode(taken, `seed-${index}`);
      taken.add(code);
      expect(approverReply(`${code} 1`)).toEqual({ kind: 'approve', code });
    }
    expect(taken.size).toBe(200);
  });
});

describe('when an approver is asked', () => {
  const asked = (now: string, startsAt: string) => {
    const { askAt, heldUntil } = askingTime(new Date(now), new Date(startsAt), { holdMinutes: 120, timeZone });
    return [askAt.toISOString().slice(0, 16), heldUntil.toISOString().slice(0, 16)];
  };

  it.each([
    ['by day at once', '2026-02-12T21:00:00Z', '2026-02-16T14:00:00Z', ['2026-02-12T21:00', '2026-02-12T23:00']],
    ['at 11 PM: at seven', '2026-02-13T05:00:00Z', '2026-02-16T14:00:00Z', ['2026-02-13T13:00', '2026-02-13T15:00']],
    ['at 3 AM: at seven', '2026-02-13T09:00:00Z', '2026-02-16T14:00:00Z', ['2026-02-13T13:00', '2026-02-13T15:00']],
    [
      'an hour before the visit at the latest',
      '2026-02-13T05:00:00Z',
      '2026-02-13T15:00:00Z',
      ['2026-02-13T13:00', '2026-02-13T14:00'],
    ],
    [
      'half an hour to answer, though the visit is the first of the morning',
      '2026-02-13T05:00:00Z',
      '2026-02-13T14:00:00Z',
      ['2026-02-13T13:00', '2026-02-13T13:30'],
    ],
    [
      'half an hour to answer by day too',
      '2026-02-13T18:00:00Z',
      '2026-02-13T18:45:00Z',
      ['2026-02-13T18:00', '2026-02-13T18:30'],
    ],
    [
      'never beyond the beginning of the visit',
      '2026-02-13T18:00:00Z',
      '2026-02-13T18:20:00Z',
      ['2026-02-13T18:00', '2026-02-13T18:20'],
    ],
    [
      'a visit before anybody is awake lapses unasked',
      '2026-02-13T05:00:00Z',
      '2026-02-13T12:00:00Z',
      ['2026-02-13T13:00', '2026-02-13T11:00'],
    ],
  ])('%s', (_when, now, startsAt, expected) => {
    expect(asked(now, startsAt)).toEqual(expected);
  });
});

describe('a window, spoken', () => {
  const spoken = (from: string, to: string) =>
    spokenSlot({ startsAt: new Date(from), endsAt: new Date(to) }, { now: new Date('2026-02-13T01:00:00Z'), timeZone });

  it.each([
    ['2026-02-13T16:00:00Z', '2026-02-13T18:00:00Z', 'tomorrow between ten and noon'],
    ['2026-02-13T01:30:00Z', '2026-02-13T03:00:00Z', 'today between seven thirty and nine in the evening'],
    ['2026-02-16T19:15:00Z', '2026-02-16T21:45:00Z', 'Monday between one fifteen and three forty-five'],
    ['2026-02-14T12:00:00Z', '2026-02-14T14:00:00Z', 'Saturday between six and eight in the morning'],
    ['2026-03-02T14:00:00Z', '2026-03-02T16:00:00Z', 'Monday, March 2nd between eight and ten'],
    ['2026-03-11T13:00:00Z', '2026-03-11T15:00:00Z', 'Wednesday, March 11th between eight and ten'],
  ])('%s', (from, to, words) => {
    expect(spoken(from, to)).toBe(words);
  });
});
