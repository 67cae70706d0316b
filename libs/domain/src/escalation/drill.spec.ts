import { canonicalJson } from './canonical-json.js';
import { waitingText, waitingWords } from './caller-news.js';
import { drillPolicy, drillState, markedAsDrill, spokenAsDrill } from './drill.js';
import { drillResult, type RehearsedPage } from './drill-result.js';
import { segments } from './gsm7.js';
import { nextMove } from './plan.js';
import { defaultPolicy, STANDARD_TIMING } from './policy.js';
import { unreachedMail } from './unreached-mail.js';
import { wakeStatistics, type WakePage } from './wake.js';

const at = (time: string): Date => new Date(`2026-02-13T${time}Z`);

describe('a text or a line of a drill', () => {
  it('says so right after the code, which people answer with', () =>
    expect(markedAsDrill('[7K] EMERGENCY CALL - Metro', 'en')).toBe(
      '[7K] DRILL, no real emergency. EMERGENCY CALL - Metro',
    ));
  it('says so without a code', () => expect(markedAsDrill('OK', 'en')).toBe('DRILL, no real emergency. OK'));
  it('says so in the language of its reader', () =>
    expect(markedAsDrill('[7K] EMERGENCIA - Metro', 'es')).toBe('[7K] SIMULACRO, no es real. EMERGENCIA - Metro'));
  it.each(['en', 'es'] as const)('says so once, within two segments (%s)', (language) => {
    const marked = markedAsDrill('[7K] Hi', language);
    expect(markedAsDrill(marked, language)).toBe(marked);
    expect(segments(markedAsDrill(`[7K] ${'word '.repeat(80)}`, language))).toBe(2);
  });
  it.each([
    ['en', 'Emergency call.', 'This is a drill, not a real emergency. Emergency call.'],
    ['es', 'Llamada.', 'Esto es un simulacro, no una emergencia real. Llamada.'],
  ] as const)('says so aloud, once (%s)', (language, words, marked) =>
    expect(spokenAsDrill(spokenAsDrill({ words, language }))).toEqual({ words: marked, language }),
  );
});

it('a drill pages everybody once: the owner is not rung again and again', () => {
  const policy = drillPolicy(defaultPolicy(STANDARD_TIMING));
  const cursor = { round: 2, step: 0, startedAt: at('03:00:00') };
  expect(nextMove(policy, cursor, at('03:30:00'), () => null)).toEqual({ kind: 'unreached' });
});

it.each([
  [null, 'running'],
  ['drill_finished', 'finished'],
  ['drill_canceled', 'canceled'],
  ['drill_interrupted', 'interrupted'],
])('a drill with the outcome %s is %s', (outcome, state) => expect(drillState(outcome)).toBe(state));

describe('the result of a drill', () => {
  const page = (contactName: string, changes: Partial<RehearsedPage> = {}): RehearsedPage => ({
    contactId: contactName,
    contactName,
    channel: 'sms',
    state: 'delivered',
    errorCode: null,
    sentAt: at('03:00:00'),
    finishedAt: null,
    ...changes,
  });
  const hows = (pages: RehearsedPage[], isRunning = false) =>
    drillResult(pages, isRunning).map(({ name, how, secondsToAnswer }) => [name, how, secondsToAnswer]);

  it('holds the time each person and channel took', () => {
    const call = page('Mike', {
      channel: 'call',
      sentAt: at('03:01:00'),
      finishedAt: at('03:01:20'),
      state: 'accepted',
    });
    expect(drillResult([page('Mike'), call], false)).toMatchObject([
      {
        name: 'Mike',
        how: 'answered',
        secondsToAnswer: 80,
        channels: [{ secondsToAnswer: null }, { secondsToAnswer: 20 }],
      },
    ]);
  });
  it.each([
    [[page('Dana', { state: 'declined' })], [['Dana', 'passed', null]]],
    [[page('Dana')], [['Dana', 'no_answer', null]]],
    [
      [page('Dana', { state: 'failed' }), page('Dana', { state: 'failed', channel: 'call' })],
      [['Dana', 'not_reached', null]],
    ],
    [[page('Dana', { state: 'failed' }), page('Dana')], [['Dana', 'no_answer', null]]],
  ] as const)('%#', (pages, expected) => expect(hows([...pages])).toEqual(expected));
  it('did not reach whom no page went out to', () =>
    expect(hows([page('Dana', { state: 'skipped', sentAt: null })])).toEqual([['Dana', 'not_reached', null]]));
  it('waits while it runs', () => expect(hows([page('Dana')], true)).toEqual([['Dana', 'waiting', null]]));
});

describe('wake statistics', () => {
  const page = (pagedAt: Date, changes: Partial<WakePage> = {}): WakePage => ({
    contactId: 'm',
    name: 'Mike',
    pagedAt,
    acceptedAt: null,
    wasFalseAlarm: false,
    ...changes,
  });
  const of = (pages: WakePage[]) => wakeStatistics(pages, 'America/Chicago')[0];

  it.each([
    ['02:59:59', 0],
    ['03:00:00', 1],
    ['12:59:59', 1],
    ['13:00:00', 0],
  ])('a page at %s UTC woke %i in Chicago: nights are from 9 PM to 7 AM', (time, woken) =>
    expect(of([page(at(time))])?.woken).toBe(woken),
  );
  it('counts what was nothing, and the median of what was accepted', () => {
    const accepted = (seconds: number) =>
      page(at('03:00:00'), { acceptedAt: new Date(at('03:00:00').getTime() + seconds * 1000) });
    const pages = [accepted(10), accepted(30), accepted(80), page(at('04:00:00'), { wasFalseAlarm: true })];
    expect(of(pages)).toEqual({
      contactId: 'm',
      name: 'Mike',
      paged: 4,
      woken: 4,
      wokenForNothing: 1,
      accepted: 3,
      medianSecondsToAccept: 30,
    });
    expect(of([accepted(10), accepted(30)])?.medianSecondsToAccept).toBe(20);
  });
  it('is about nobody when nobody was paged', () => expect(wakeStatistics([], 'UTC')).toEqual([]));
  it('lists the most woken first', () =>
    expect(
      wakeStatistics(
        [page(at('15:00:00')), page(at('03:00:00'), { contactId: 'd', name: 'Dana' })],
        'America/Chicago',
      ).map(({ name }) => name),
    ).toEqual(['Dana', 'Mike']));
});

describe('what a caller is told whom nobody has taken', () => {
  it('fits one text of the PRD line, and says what to do about safety', () => {
    expect(waitingText('Metro Plumbing', 'alerting')).toBe(
      'Metro Plumbing: Still reaching our technician. If unsafe, leave and call 911 / the gas company.',
    );
    expect(segments(waitingText('Metro Plumbing', 'unreached'))).toBe(1);
  });
  it('is honest once the ladder is over', () =>
    expect(waitingWords('unreached')).toContain("haven't been able to reach"));
});

it('the mail to the agency holds no word of the caller', () => {
  const { subject, text } = unreachedMail({
    accountName: 'Metro\r\nBcc: x',
    timeZone: 'America/Chicago',
    openedAt: at('03:22:00'),
    link: 'https://n/a',
  });
  expect(subject).toBe('NOT REACHED: an emergency at Metro Bcc: x');
  expect(text).toContain('at 9:22 PM has reached nobody');
});

describe('canonical JSON', () => {
  it('is the same whatever order the keys were written in', () =>
    expect(canonicalJson({ b: [1, { d: null, c: 'ä"' }], a: true })).toBe('{"a":true,"b":[1,{"c":"ä\\"","d":null}]}'));
});
