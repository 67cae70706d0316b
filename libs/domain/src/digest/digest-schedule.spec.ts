import { DateTime } from 'luxon';
import { digestWindow, localDate, nextDigestAt } from './digest-schedule.js';

const at = (iso: string, zone = 'America/Chicago') => DateTime.fromISO(iso, { zone }).toJSDate();
const six = (timeZone = 'America/Chicago') => ({ time: '06:00', timeZone });

describe('when the next digest is due', () => {
  it.each([
    ['2026-02-12T21:22', '2026-02-13T06:00'],
    ['2026-02-13T05:59:59', '2026-02-13T06:00'],
    ['2026-02-13T06:00', '2026-02-14T06:00'],
    ['2026-02-13T12:00', '2026-02-14T06:00'],
  ])('after %s it is the local 06:00 at %s, on weekends too', (after, next) => {
    expect(nextDigestAt(at(after), six(), null)).toEqual(at(next));
  });

  it.each([
    ['spring', '2026-03-07T07:00', '2026-03-08T06:00', 23],
    ['autumn', '2026-10-31T07:00', '2026-11-01T06:00', 25],
  ])('stays at 06:00 on the clock over the %s change, which is not 24 hours later', (_season, after, next, hours) => {
    const due = nextDigestAt(at(after), six(), null);
    expect(due).toEqual(at(next));
    expect((due.getTime() - at(after).getTime()) / 3_600_000).toBe(hours - 1);
  });

  it('TIM-03: 02:30 in the spring gap is the first instant after it', () => {
    const due = nextDigestAt(at('2026-03-07T12:00'), { time: '02:30', timeZone: 'America/Chicago' }, null);
    expect(due.toISOString()).toBe('2026-03-08T08:00:00.000Z');
    expect(nextDigestAt(due, { time: '02:30', timeZone: 'America/Chicago' }, '2026-03-08')).toEqual(
      at('2026-03-09T02:30'),
    );
  });

  it('TIM-03: 01:30 on the autumn night is the first of the two', () => {
    const wanted = { time: '01:30', timeZone: 'America/New_York' };
    const due = nextDigestAt(at('2026-10-31T12:00', 'America/New_York'), wanted, null);
    expect(due.toISOString()).toBe('2026-11-01T05:30:00.000Z');
    expect(nextDigestAt(due, wanted, '2026-11-01').toISOString()).toBe('2026-11-02T06:30:00.000Z');
  });

  it('TIM-03: moving the time to later on the same day sends no second digest that day', () => {
    const wanted = { time: '09:00', timeZone: 'America/Chicago' };
    expect(nextDigestAt(at('2026-02-13T07:00'), wanted, '2026-02-13')).toEqual(at('2026-02-14T09:00'));
  });

  it('TIM-03: moving the zone west, back to a date that had its digest, sends no second one', () => {
    const after = at('2026-02-13T06:01', 'Asia/Tokyo');
    expect(nextDigestAt(after, six('America/Los_Angeles'), '2026-02-13')).toEqual(
      at('2026-02-14T06:00', 'America/Los_Angeles'),
    );
  });

  it('skips a date that a zone never had', () => {
    const after = at('2011-12-29T07:00', 'Pacific/Apia');
    expect(nextDigestAt(after, six('Pacific/Apia'), null)).toEqual(at('2011-12-31T06:00', 'Pacific/Apia'));
  });

  it.each(['America/Chicago', 'America/Phoenix', 'America/St_Johns', 'Australia/Lord_Howe', 'Europe/London'])(
    'TIM-03: in %s a year of mornings has one digest per date, none missing and none twice',
    (timeZone) => {
      const dates: string[] = [];
      let due = nextDigestAt(at('2026-01-01T00:00', timeZone), { time: '02:15', timeZone }, null);
      for (let night = 0; night < 365; night += 1) {
        dates.push(localDate(due, timeZone));
        due = nextDigestAt(due, { time: '02:15', timeZone }, dates.at(-1) ?? null);
      }
      const expected = dates.map((_, day) => DateTime.fromISO('2026-01-01').plus({ days: day }).toISODate());
      expect(dates).toEqual(expected);
    },
  );
});

describe('the window of a digest', () => {
  const due = at('2026-02-13T06:00');
  const lastClose = at('2026-02-12T17:00');

  it('decision 10: the first one begins when the office last closed', () => {
    expect(digestWindow({ due, now: due, previousEnd: null, lastClose })).toEqual({ start: lastClose, end: due });
  });

  it('decision 10: every later one begins where the previous one ended', () => {
    const previousEnd = at('2026-02-12T06:00');
    expect(digestWindow({ due, now: at('2026-02-13T06:00:04'), previousEnd, lastClose })).toEqual({
      start: previousEnd,
      end: due,
    });
  });

  it('after a long outage it sums up to now', () => {
    const now = at('2026-02-13T08:30');
    expect(digestWindow({ due, now, previousEnd: null, lastClose }).end).toEqual(now);
  });

  it('an office that never opens has the last day', () => {
    expect(digestWindow({ due, now: due, previousEnd: null, lastClose: null }).start).toEqual(at('2026-02-12T06:00'));
  });

  it('TIM-03: windows of a year, with late workers now and then, leave no gap and no overlap', () => {
    let previousEnd: Date | null = null;
    let next = nextDigestAt(lastClose, six(), null);
    const windows = Array.from({ length: 365 }, (_, night) => {
      const now = new Date(next.getTime() + (night % 7 === 3 ? 2 * 3_600_000 : 500));
      const window = digestWindow({ due: next, now, previousEnd, lastClose });
      previousEnd = window.end;
      next = nextDigestAt(now, six(), localDate(next, 'America/Chicago'));
      return window;
    });
    for (const [index, window] of windows.slice(1).entries()) expect(window.start).toEqual(windows[index]?.end);
  });
});
