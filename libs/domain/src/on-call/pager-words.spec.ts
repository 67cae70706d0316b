import { pagerAnswer } from './pager-answer.js';
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
    expect(pagerWords(words, now, 'America/Chicago')).toEqual({
      language: 'en',
      kind: 'take',
      until: chicago(until),
    });
  });

  it.each(['take the pager', 'take until later', 'take until 25', 'take until 14pm', 'take call'])(
    '"%s" is asked back',
    (words) => {
      expect(pagerWords(words, now, 'America/Chicago')).toEqual({ language: 'en', kind: 'how_long' });
    },
  );

  it.each([
    ['TOMO HASTA LAS 6AM', '2026-02-13T06:00'],
    ['tomo la guardia hasta las 6 am', '2026-02-13T06:00'],
    ['Tomo el turno hasta medianoche', '2026-02-13T00:00'],
    ['cubro hasta el mediodía', '2026-02-13T12:00'],
  ])('"%s" means until %s', (words, until) => {
    expect(pagerWords(words, now, 'America/Chicago')).toEqual({
      language: 'es',
      kind: 'take',
      until: chicago(until),
    });
  });

  it.each([
    ['OFF TONIGHT', 'en'],
    ["I'm off tonight.", 'en'],
    ['I’m off for tonight', 'en'],
    ['need tonight off', 'en'],
    ['I want the night off', 'en'],
    ['LIBRE ESTA NOCHE', 'es'],
    ['Estoy libre hoy', 'es'],
    ['necesito la noche libre', 'es'],
  ])('"%s" asks for the night off', (words, language) => {
    expect(pagerWords(words, now, 'America/Chicago')).toEqual({ language, kind: 'off' });
  });

  it.each([
    ['SWAP SAL', 'en', 'SAL'],
    ['swap with Dana', 'en', 'Dana'],
    ['Swap shifts with Mike T.', 'en', 'Mike T'],
    ['CAMBIO CON SAL', 'es', 'SAL'],
    ['Cambiar turno con José', 'es', 'Jose'],
  ])('"%s" asks to swap', (words, language, name) => {
    expect(pagerWords(words, now, 'America/Chicago')).toEqual({ language, kind: 'swap', name, date: null });
  });

  it.each(
    [
      ["can't tonight", 'no puedo esta noche', 'off', 'turn it off tonight', 'the heat is off tonight'],
      ['swap', 'swap with', 'swap shifts', 'swap the valve at 6pm tomorrow because it leaks all over the place'],
    ].flat(),
  )('"%s" is no word about the pager', (words) => {
    expect(pagerWords(words, now, 'America/Chicago')).toBeNull();
  });

  it.each(['take', 'TAKE IT', 'I take it', '1', 'ok', 'taking the kids until 6', 'K7 1', 'who'])(
    '"%s" is about something else',
    (words) => expect(pagerWords(words, now, 'America/Chicago')).toBeNull(),
  );

  it('counts on the wall clock of the night the clocks move', () => {
    const beforeChange = new Date('2026-03-08T04:00:00Z');
    expect(pagerWords('take until 6am', beforeChange, 'America/Chicago')).toEqual({
      language: 'en',
      kind: 'take',
      until: new Date('2026-03-08T11:00:00Z'),
    });
  });
});

describe('"BUSY 2H" and "BACK" (oncall 7.5)', () => {
  const now = new Date('2026-02-13T03:22:00Z');
  const read = (words: string) => pagerWords(words, now, 'America/Chicago');
  const busyFor = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  it.each([
    ['BUSY', 'en', 120],
    ['Busy 2H', 'en', 120],
    ["I'm busy for 90 min.", 'en', 90],
    ['busy an hour', 'en', 60],
    ['busy half an hour', 'en', 30],
    ['busy 1.5 hours', 'en', 90],
    ['busy 1h 30m', 'en', 90],
    ['busy until 11pm', 'en', 98],
    ['BUSY TIL MIDNIGHT', 'en', 158],
    ['busy 20h', 'en', 1200],
    ['OCUPADO', 'es', 120],
    ['Ocupado 1H', 'es', 60],
    ['estoy ocupada media hora', 'es', 30],
    ['ocupado por 45 minutos', 'es', 45],
    ['ocupado hasta las 11', 'es', 98],
    ['ocupado hasta medianoche', 'es', 158],
  ])('"%s" (%s) is busy for %i minutes', (words, language, minutes) =>
    expect(read(words)).toEqual({ kind: 'busy', language, until: busyFor(minutes) }),
  );

  it.each([
    ['BACK', 'en'],
    ["I'm back", 'en'],
    ['free now', 'en'],
    ['not busy', 'en'],
    ['Ya volví', 'es'],
    ['regresé', 'es'],
    ['ya no estoy ocupado', 'es'],
  ])('"%s" (%s) is back', (words, language) => expect(read(words)).toEqual({ kind: 'back', language }));

  it.each([
    ...['busy right now, sorry', 'busy tonight', 'busy 0h', 'too busy', 'line is busy', 'call back', 'be back at 9'],
    ...['libre', 'ocupado con mi hija', 'busy until whenever'],
  ])('"%s" is about something else', (words) => expect(read(words)?.kind ?? null).toBeNull());

  it('an hour is an hour on the night the clocks move', () => {
    const before = new Date('2026-11-01T06:30:00Z');
    expect(pagerWords('busy 2h', before, 'America/Chicago')).toMatchObject({ until: new Date('2026-11-01T08:30:00Z') });
    expect(pagerWords('busy until 3am', before, 'America/Chicago')).toMatchObject({
      until: new Date('2026-11-01T09:00:00Z'),
    });
  });
});

describe('"SWAP SAL FRI": the night that is meant', () => {
  // Thursday evening.
  const read = (words: string) => pagerWords(words, new Date('2026-02-13T03:22:00Z'), 'America/Chicago');

  it.each([
    ['SWAP SAL', 'SAL', null],
    ['SWAP SAL FRI', 'SAL', '2026-02-13'],
    ['swap with Sal on Friday night', 'Sal', '2026-02-13'],
    ['swap Sal Ortiz next thursday', 'Sal Ortiz', '2026-02-12'],
    ['SWAP SAL TONIGHT', 'SAL', '2026-02-12'],
    ['swap sal tomorrow', 'sal', '2026-02-13'],
    ['swap sal 2/20', 'sal', '2026-02-20'],
    ['swap sal Feb 20th', 'sal', '2026-02-20'],
    ['swap sal 1/5', 'sal', '2027-01-05'],
    ['cambio con Sal el viernes', 'Sal', '2026-02-13'],
    ['cambio con Sal el 20 de febrero', 'Sal', '2026-02-20'],
    ['cambio con Sal mañana', 'Sal', '2026-02-13'],
    ['cambio con Sal este sábado por favor', 'Sal este sabado por favor', null],
    ['swap Mark', 'Mark', null],
    ['swap Marty Sunday', 'Marty', '2026-02-15'],
  ])('"%s" asks %s for %s', (words, name, date) => expect(read(words)).toMatchObject({ kind: 'swap', name, date }));

  it.each(['swap sal 2/30', 'swap sal 13/1', 'swap 2 nights'])('"%s" is no swap', (words) =>
    expect(read(words)?.kind ?? null).toBeNull(),
  );
});

describe('an answer to a question about a night', () => {
  it.each([
    ['1', 'yes'],
    [' 1. ', 'yes'],
    ['YES', 'yes'],
    ['Got it!', 'yes'],
    ['Sí', 'yes'],
    ['2', 'no'],
    ["can't", 'no'],
    ['No puedo', 'no'],
    ['Sorry', 'no'],
    ['ok', 'seen'],
    ['👍🏽', 'seen'],
    ['Enterado.', 'seen'],
  ])('"%s" is a %s', (words, said) => expect(pagerAnswer(words)?.said).toBe(said));

  it.each([
    ['Sí', 'es'],
    ['no puedo', 'es'],
    ['1', 'en'],
    ['no', 'en'],
  ])('"%s" is answered in %s', (words, language) => expect(pagerAnswer(words)?.language).toBe(language));

  it.each(['good night', 'yes but only until 2', '12', 'K7 1', 'who', 'on my way'])(
    '"%s" moves nobody’s night',
    (words) => expect(pagerAnswer(words)).toBeNull(),
  );
});
