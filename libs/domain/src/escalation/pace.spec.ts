import fc from 'fast-check';
import { callHold, CALL_LIMITS, holdReason, TEXT_LIMITS, textPace, type PaceLimit } from './pace.js';

const start = new Date('2026-02-13T03:22:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);
const keeps = (sent: Date[], { seconds, most }: PaceLimit): boolean =>
  sent.every(
    (at) => sent.filter((other) => other <= at && at.getTime() - other.getTime() < seconds * 1000).length <= most,
  );

/** One more emergency, `at` seconds after the start, for somebody who was paged at these times. */
const first = (pages: Date[], at: number) => textPace({ urgency: 'first', sent: pages, pages, waiting: 1 }, after(at));

describe('the pace of texts and calls to one person (issue 4 item 5)', () => {
  it.each([
    ['nothing sent yet', [], 0, 'send'],
    ['one text ten seconds ago', [0], 10, 'wait'],
    ['one text a minute ago', [0], 60, 'send'],
    ['five in a quarter of an hour', [0, 100, 200, 300, 400], 500, 'wait'],
    ['eleven in an hour', [0, 300, 600, 900, 1200, 1500, 1800, 2100, 2400, 2700, 3000], 3301, 'wait'],
  ] as const)('news after %s', (_name, sent, at, kind) =>
    expect(textPace({ urgency: 'more', sent: sent.map(after), pages: [], waiting: 1 }, after(at)).kind).toBe(kind),
  );

  it.each([
    [{ most: 3, seconds: 900 }, false, '3 calls in 15 minutes to Mike'],
    [{ most: 1, seconds: 60 }, true, '1 text in a minute to Mike'],
    [{ most: 7, seconds: 3600 }, false, '7 calls in an hour to Mike'],
  ])('says why: %j', (limit, isText, words) => expect(holdReason(limit, isText, 'Mike')).toBe(words));

  it('news waits exactly until it fits', () =>
    expect(textPace({ urgency: 'more', sent: [after(0)], pages: [], waiting: 1 }, after(10))).toEqual({
      kind: 'wait',
      hold: { seconds: 60, most: 1, until: after(60) },
    }));

  it('two emergencies in one minute are two texts; the third waits for the minute to end', () => {
    expect(first([after(0)], 1).kind).toBe('send');
    expect(first([after(0), after(1)], 2)).toEqual({
      kind: 'wait',
      hold: { seconds: 60, most: 2, until: after(60) },
    });
  });

  it('an emergency never waits behind news: a stand-down and an update a second ago hold nothing back', () => {
    const news = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(after);
    expect(textPace({ urgency: 'first', sent: news, pages: [], waiting: 1 }, after(12)).kind).toBe('send');
    expect(textPace({ urgency: 'first', sent: news, pages: [after(9)], waiting: 1 }, after(12)).kind).toBe('send');
  });

  it('A48 three emergencies that wait together are one text', () =>
    expect(textPace({ urgency: 'first', sent: [], pages: [], waiting: 50 }, start)).toEqual({ kind: 'bundle' }));

  it('an answer is never held back', () =>
    expect(
      textPace({ urgency: 'answer', sent: [after(0), after(0), after(0)], pages: [], waiting: 9 }, after(1)).kind,
    ).toBe('send'));

  it('a phone rings three times in a quarter of an hour, seven times in an hour', () => {
    expect(callHold([after(0), after(60)], after(120))).toBeNull();
    expect(callHold([after(0), after(60), after(120)], after(180))).toEqual({
      seconds: 900,
      most: 3,
      until: after(900),
    });
  });

  const gaps = fc.array(fc.integer({ min: 0, max: 240 }), { maxLength: 120 });

  it('whatever comes when, news never breaks a limit', () =>
    fc.assert(
      fc.property(gaps, (seconds) => {
        const sent: Date[] = [];
        let now = start;
        for (const gap of seconds) {
          now = new Date(now.getTime() + gap * 1000);
          if (textPace({ urgency: 'more', sent, pages: [], waiting: 1 }, now).kind === 'send') sent.push(now);
        }
        expect(TEXT_LIMITS.every((limit) => keeps(sent, limit))).toBe(true);
      }),
    ));

  it('whatever was sent before, an emergency waits a minute at most for its first text', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4000, max: 0 }), { maxLength: 60 }), (seconds) => {
        const pace = first(seconds.map(after), 0);
        if (pace.kind === 'wait') expect(pace.hold.until.getTime() - start.getTime()).toBeLessThanOrEqual(60_000);
      }),
    ));

  it('whatever comes when, calls never break a limit', () =>
    fc.assert(
      fc.property(gaps, (seconds) => {
        const rung: Date[] = [];
        let now = start;
        for (const gap of seconds) {
          now = new Date(now.getTime() + gap * 1000);
          if (!callHold(rung, now)) rung.push(now);
        }
        expect(CALL_LIMITS.every((limit) => keeps(rung, limit))).toBe(true);
      }),
    ));
});
