import { pagerWords } from './pager-words.js';

/** Thursday 9:22 PM in Chicago. */
const now = new Date('2026-02-13T03:22:00Z');
const chicago = (local: string) => new Date(`${local}:00-06:00`);

describe('a text about the pager', () => {
  it.each([
    ['TAKE UNTIL 6AM', '2026-02-13T06:00'],
    ['take until 6 am.', '2026-02-13T06:00'],
    ['Take the pager till 6', '2026-02-13T06:00'],
    ['take it until 11', '2026-02-12T23:00'],
    ['take over until 5:30pm', '2026-02-13T17:30'],
    ['take on-call until midnight', '2026-02-13T00:00'],
    ['take until noon', '2026-02-13T12:00'],
    ['take until 17:00', '2026-02-13T17:00'],
    ['take until 9:22 pm', '2026-02-13T21:22'],
  ])('"%s" means until %s', (words, until) => {
    expect(pagerWords(words, now, 'America/Chicago')).toEqual({ kind: 'take', until: chicago(until) });
  });

  it.each(['take the pager', 'take until later', 'take until 25', 'take until 14pm', 'take call'])(
    '"%s" is asked back',
    (words) => {
      expect(pagerWords(words, now, 'America/Chicago')).toEqual({ kind: 'how_long' });
    },
  );

  it.each(['take', 'TAKE IT', 'I take it', '1', 'ok', 'taking the kids until 6', 'K7 1', 'who'])(
    '"%s" is about something else',
    (words) => expect(pagerWords(words, now, 'America/Chicago')).toBeNull(),
  );

  it('counts on the wall clock of the night the clocks move', () => {
    const beforeChange = new Date('2026-03-08T04:00:00Z');
    expect(pagerWords('take until 6am', beforeChange, 'America/Chicago')).toEqual({
      kind: 'take',
      until: new Date('2026-03-08T11:00:00Z'),
    });
  });
});
