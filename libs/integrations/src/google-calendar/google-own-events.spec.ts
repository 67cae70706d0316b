import type { calendar_v3 } from '@googleapis/calendar';
import { withoutOurs } from './google-own-events.js';
import { busyIn, googleEvent } from './google-wire.js';

const METRO = 'metro';
const at = (time: string) => new Date(`2026-02-16T${time}:00Z`);
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });

/** An event of ours as Google gives it back. */
const ours = (from: string, to: string, accountId = METRO): calendar_v3.Schema$Event =>
  googleEvent({
    accountId,
    appointmentId: `${from}-${to}`,
    attempt: 1,
    ...span(from, to),
    timeZone: 'America/Chicago',
    title: 'x',
    notes: '',
  });
const theirs = (from: string, to: string, more: calendar_v3.Schema$Event = {}): calendar_v3.Schema$Event => ({
  start: { dateTime: at(from).toISOString() },
  end: { dateTime: at(to).toISOString() },
  ...more,
});

describe('busy times without our own bookings', () => {
  it.each([
    ['ours alone is nobody’s busy time', [ours('10:00', '12:00')], [span('10:00', '12:00')], []],
    [
      'ours in the middle of a merged piece leaves both sides',
      [theirs('08:00', '10:00'), ours('10:00', '12:00'), theirs('12:00', '13:00')],
      [span('08:00', '13:00')],
      [span('08:00', '10:00'), span('12:00', '13:00')],
    ],
    [
      'ours beside somebody else’s at the same time stays',
      [ours('10:00', '12:00'), theirs('11:30', '12:30')],
      [span('10:00', '12:30')],
      [span('10:00', '12:30')],
    ],
    [
      'two crews of ours at one time are both left out',
      [ours('10:00', '12:00'), ours('11:00', '13:00')],
      [span('10:00', '13:00')],
      [],
    ],
    [
      'another business in the same calendar is somebody else',
      [ours('10:00', '12:00', 'apex')],
      [span('10:00', '12:00')],
      [span('10:00', '12:00')],
    ],
    [
      'what is free or declined there takes no time from ours',
      [
        ours('10:00', '12:00'),
        theirs('10:00', '12:00', { transparency: 'transparent' }),
        theirs('10:00', '12:00', { attendees: [{ self: true, responseStatus: 'declined' }] }),
      ],
      [span('10:00', '12:00')],
      [],
    ],
    [
      'a day off somewhere near stays busy, in whatever zone it is kept',
      [ours('10:00', '12:00'), { start: { date: '2026-02-17' }, end: { date: '2026-02-18' } }],
      [span('10:00', '12:00')],
      [span('10:00', '12:00')],
    ],
  ])('%s', (_what, events, busy, left) => {
    expect(withoutOurs(busy, events, METRO)).toEqual(left);
  });
});

describe('what Google says of a calendar', () => {
  const id = 'dave@metro.example';
  const says = (calendar: calendar_v3.Schema$FreeBusyCalendar) => busyIn({ calendars: { [id]: calendar } }, id);

  it.each([
    ['nothing about it', {}],
    ['an error', { [id]: { errors: [{ reason: 'internalError' }], busy: [] } }],
    ['a time that is none', { [id]: { busy: [{ start: 'soon', end: '2026-02-16T12:00:00Z' }] } }],
    [
      'a time that ends before it begins',
      { [id]: { busy: [{ start: '2026-02-16T12:00:00Z', end: '2026-02-16T10:00:00Z' }] } },
    ],
  ])('%s is not "free"', (_what, calendars) => {
    expect(busyIn({ calendars }, id)).toEqual({ kind: 'unavailable', reason: 'calendar-unread' });
  });

  it('times come in order, in any offset', () => {
    const busy = [
      { start: '2026-02-16T12:00:00-06:00', end: '2026-02-16T13:00:00-06:00' },
      { start: '2026-02-16T10:00:00Z', end: '2026-02-16T11:00:00Z' },
    ];
    expect(says({ busy })).toEqual({ kind: 'ok', busy: [span('10:00', '11:00'), span('18:00', '19:00')] });
  });
});
