import { DateTime } from 'luxon';
import { explainRouting, isForwardingLoop, routeCall, type RoutingMoment, type RoutingRules } from './route-call.js';

const day = [{ opens: '08:00', closes: '17:00' }];
const rules: RoutingRules = {
  isActive: true,
  alwaysActive: false,
  hours: {
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    specialDays: [],
    timeZone: 'America/Chicago',
  },
  businessNumber: '+13125550100',
};
const moment = (iso: string, patch: Partial<RoutingMoment> = {}): RoutingMoment => ({
  at: DateTime.fromISO(iso, { zone: 'America/Chicago' }).toJSDate(),
  agentAvailable: true,
  businessLineFailed: false,
  ...patch,
});

describe('routeCall', () => {
  type Case = [
    title: string,
    at: string,
    rules: Partial<RoutingRules>,
    facts: Partial<RoutingMoment>,
    answeredBy: string,
  ];

  it.each<Case>([
    ['scenario 33: in business hours the call passes through, no AI', '2026-02-12T10:00', {}, {}, 'ring-business'],
    ['VTCR 2.1: after hours the AI answers', '2026-02-12T21:22', {}, {}, 'voice-agent'],
    ['at the closing minute the AI takes over', '2026-02-12T17:00', {}, {}, 'voice-agent'],
    ['at the opening minute the office does', '2026-02-13T08:00', {}, {}, 'ring-business'],
    ['a closed weekend belongs to the AI at noon', '2026-02-14T12:00', {}, {}, 'voice-agent'],
    ['always_active answers in business hours too', '2026-02-12T10:00', { alwaysActive: true }, {}, 'voice-agent'],
    ['switched off, the night rings through', '2026-02-12T21:22', { isActive: false }, {}, 'ring-business'],
    ['an agent that is down leaves voicemail', '2026-02-12T21:22', {}, { agentAvailable: false }, 'voicemail'],
    [
      'a business line that loops back gets the AI',
      '2026-02-12T10:00',
      {},
      { businessLineFailed: true },
      'voice-agent',
    ],
    ['no business number: the AI in daytime', '2026-02-12T10:00', { businessNumber: null }, {}, 'voice-agent'],
    [
      'switched off and nothing to ring: voicemail',
      '2026-02-12T10:00',
      { isActive: false, businessNumber: null },
      {},
      'voicemail',
    ],
    [
      'switched off and looping: voicemail, never a circle',
      '2026-02-12T10:00',
      { isActive: false },
      { businessLineFailed: true },
      'voicemail',
    ],
    ['spring: 7:59 AM after the short night is still the AI', '2026-03-09T07:59', {}, {}, 'voice-agent'],
    ['spring: 8:00 AM after the short night is the office', '2026-03-09T08:00', {}, {}, 'ring-business'],
    ['autumn: 8:00 AM after the long night is the office', '2026-11-02T08:00', {}, {}, 'ring-business'],
    ['autumn: 7:59 AM after the long night is the AI', '2026-11-02T07:59', {}, {}, 'voice-agent'],
  ])('%s', (...[, iso, change, facts, answeredBy]) => {
    expect(routeCall({ ...rules, ...change }, moment(iso, facts)).kind).toBe(answeredBy);
  });

  it('scenario 33: rings the business number itself and can say why', () => {
    const routing = routeCall(rules, moment('2026-02-12T10:00'));
    expect(routing).toEqual({ kind: 'ring-business', number: '+13125550100', because: 'open' });
    expect(explainRouting(routing)).toMatch(/office is open/);
  });
});

describe('isForwardingLoop', () => {
  const now = moment('2026-02-12T10:00').at;
  const signs = { at: now, forwardedFrom: null, businessNumber: '+13125550100', lastRungBusinessAt: null };

  it.each([
    ['a first call', {}, false],
    ['forwarded by the business line itself', { forwardedFrom: '+13125550100' }, true],
    ['forwarded by another phone', { forwardedFrom: '+13125550177' }, false],
    ['the same caller sent there 30 s ago', { lastRungBusinessAt: new Date(now.getTime() - 30_000) }, true],
    ['the same caller sent there 5 min ago', { lastRungBusinessAt: new Date(now.getTime() - 300_000) }, false],
  ])('%s', (_title, change, looping) => {
    expect(isForwardingLoop({ ...signs, ...change })).toBe(looping);
  });
});
