import { DEFAULT_BOOKING_RULES, offersTimes, type BookingRules } from './booking-rules.js';
import { bookingRuleProblems } from './check-booking-rules.js';
import { decideBooking, zipIn, type BookingRequest } from './decide-booking.js';

const request: BookingRequest = {
  classification: 'routine',
  priority: 'routine',
  isUnsafe: false,
  serviceType: 'hvac',
  issue: 'AC tune-up',
  address: '1447 Birch Street, Chicago, IL 60614',
  isKnownCustomer: false,
};
const auto: BookingRules = { ...DEFAULT_BOOKING_RULES, mode: 'auto_book' };
const decide = (rules: Partial<BookingRules>, asked: Partial<BookingRequest> = {}) => {
  const decision = decideBooking({ ...auto, ...rules }, { ...request, ...asked });
  return decision.kind === 'book' ? 'book' : `${decision.kind}: ${decision.reason}`;
};

describe('who decides about an appointment (decision 13)', () => {
  it.each<[string, Partial<BookingRules>, Partial<BookingRequest>, string]>([
    ['mode 3 books inside the rules', {}, {}, 'book'],
    ['mode 2 holds', { mode: 'suggest' }, {}, 'hold: mode'],
    ['mode 1 leaves it to people', { mode: 'assist_only' }, {}, 'human: assist_only'],
    ['a trade has its own mode', { serviceModes: { hvac: 'suggest' } }, {}, 'hold: mode'],
    ['a trade may be left to people', { serviceModes: { hvac: 'assist_only' } }, {}, 'human: assist_only'],
    ['another trade has the overall one', { serviceModes: { plumbing: 'suggest' } }, {}, 'book'],
    ['a trade outside the rules is held', { autoServices: ['plumbing'] }, {}, 'hold: service'],
    ['inside the zone', { zones: ['60614'] }, {}, 'book'],
    ['outside the zone', { zones: ['60601'] }, {}, 'hold: zone'],
    ['no ZIP in the address', { zones: ['60614'] }, { address: '1447 Birch Street' }, 'hold: zone'],
    ['no address at all', { zones: ['60614'] }, { address: null }, 'hold: zone'],
    ['a new customer', { knownCustomersOnly: true }, {}, 'hold: new_customer'],
    ['a known one', { knownCustomersOnly: true }, { isKnownCustomer: true }, 'book'],
    ['an emergency', {}, { classification: 'emergency', priority: 'emergency' }, 'human: urgent'],
    ['same-day', { mode: 'suggest' }, { priority: 'same_day' }, 'human: urgent'],
    ['unsafe', {}, { isUnsafe: true }, 'human: unsafe'],
    ['unclear class', {}, { classification: 'ambiguous' }, 'human: unclear'],
    ['not classified yet', {}, { classification: null }, 'human: unclear'],
    ['spam', {}, { classification: 'spam' }, 'human: unclear'],
    ['unknown trade', {}, { serviceType: 'unknown' }, 'human: unclear'],
    ['nobody said what it is about', {}, { issue: ' ' }, 'human: unclear'],
    [
      'usual value above the limit',
      { valueLimitCents: 50_000, usualValueCents: { hvac: 60_000 } },
      {},
      'human: high_value',
    ],
    ['usual value within', { valueLimitCents: 50_000, usualValueCents: { hvac: 50_000 } }, {}, 'book'],
    ['words of a large job', { valueLimitCents: 50_000 }, { issue: 'Replace the whole furnace' }, 'human: high_value'],
    ['the same without a limit', {}, { issue: 'Replace the whole furnace' }, 'book'],
    ['urgent in mode 1', { mode: 'assist_only' }, { priority: 'same_day' }, 'human: urgent'],
  ])('%s', (_what, rules, asked, expected) => {
    expect(decide(rules, asked)).toBe(expected);
  });

  it.each([
    ['1447 Birch Street, Chicago, IL 60614', '60614'],
    ['12345 Main Street', null],
    ['12345 Main Street 60614-1234', '60614'],
    ['60614', '60614'],
    [null, null],
  ])('the ZIP of "%s"', (address, zip) => {
    expect(zipIn(address)).toBe(zip);
  });
});

describe('the rules themselves', () => {
  it('scenario 27: an account that never touched them offers nothing', () => {
    expect(offersTimes(DEFAULT_BOOKING_RULES)).toBe(false);
    expect(bookingRuleProblems(DEFAULT_BOOKING_RULES)).toEqual([]);
  });

  it('are read like a person would', () => {
    const mon = [
      { from: '10:00', to: '12:00' },
      { from: '08:00', to: '10:30' },
      { from: '15:00', to: '13:00' },
    ];
    const windows = { ...DEFAULT_BOOKING_RULES.windows, mon };
    expect(bookingRuleProblems({ ...auto, windows })).toEqual([
      'Monday: the window from 15:00 to 13:00 ends before it begins.',
      'Monday: two windows overlap at 10:00.',
    ]);
    const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    expect(bookingRuleProblems({ ...auto, windows: none })).toEqual([
      'There is no window in the whole week, so nothing could be offered.',
    ]);
  });
});
