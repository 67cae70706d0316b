import { ProviderFailure } from '@domain/ports/provider-failure';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

const THURSDAY_922_PM = '2026-02-13T03:22:00Z';
const FAQ = [
  { question: 'Do you take credit cards?', answer: 'Yes, all major cards.' },
  { question: 'Do you do commercial work?', answer: 'No, homes only.' },
];

describe('the after-hours settings page (VTCR 1.1, 1.3)', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let dave: SignedIn;

  const url = (rest: string) => `/api/v1/accounts/${metro.accountId}/config${rest}`;
  const bearer = () => `Bearer ${dave.token}`;
  const get = (rest: string) => app.api().get(url(rest)).set('authorization', bearer());
  const post = (rest: string, body: object) => app.api().post(url(rest)).set('authorization', bearer()).send(body);
  const put = async (body: object) => {
    const { version } = (await get('').expect(200)).body as { version: number };
    return app.api().put(url('')).set('authorization', bearer()).set('if-match', `"${version}"`).send(body);
  };
  const week = (change: object) => ({ mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], ...change });

  beforeAll(async () => {
    app = await TestApp.start();
    await app.clock.set(THURSDAY_922_PM);
    metro = await seedAccount(app.db);
    dave = await signInAs(app, metro, 'owner');
  });
  afterAll(() => app.close());

  it('shows the status badge for the night that is running', async () => {
    expect((await get('/status').expect(200)).body).toMatchObject({
      badge: { text: 'Active -- AI answers calls from 5:00 PM to 8:00 AM', tone: 'green' },
      canActivate: true,
      message: null,
      missing: [],
    });
  });

  it('draws seven colour bars, this week or another', async () => {
    const bars = (await get('/week').expect(200)).body as { date: string; segments: object[] }[];
    expect(bars.map((bar) => bar.date)).toEqual([
      ...['2026-02-09', '2026-02-10', '2026-02-11', '2026-02-12', '2026-02-13', '2026-02-14', '2026-02-15'],
    ]);
    expect(bars[3]?.segments).toMatchObject([
      { answeredBy: 'ai', to: '8:00 AM' },
      { answeredBy: 'office', from: '8:00 AM', to: '5:00 PM' },
      { answeredBy: 'ai', from: '5:00 PM' },
    ]);
    expect((await get('/week?from=2026-03-08').expect(200)).body).toMatchObject([
      { hoursLong: 23 },
      {},
      {},
      {},
      {},
      {},
      {},
    ]);
    await get('/week?from=2026-02-31T00:00').expect(400);
  });

  it('VTCR 1.3: each voice can be heard, and says so when its provider has no sample or does not answer', async () => {
    const hear = (voice = 'Elliot') => get(`/voices/${voice}/sample`);
    const heard = await hear().expect(200);
    expect([heard.get('Content-Type'), heard.get('Cache-Control')]).toEqual(['audio/wav', 'private, max-age=86400']);
    app.voiceSamples.outcome = null;
    expect((await hear().expect(404)).body).toMatchObject({ code: 'voice-sample-not-found' });
    app.voiceSamples.outcome = new ProviderFailure('silent', 'provider-silent');
    expect((await hear().expect(503)).body).toMatchObject({ code: 'voice-sample-unavailable' });
    expect((await hear('Spencer').expect(404)).body).toMatchObject({ code: 'voice-not-found' });
  });

  it('offers the federal holidays as closures that can be saved as they are', async () => {
    const { closures } = (await get('/holidays?year=2026').expect(200)).body as { closures: object[] };
    expect(closures).toHaveLength(12);
    expect((await put({ closures })).status).toBe(200);
    expect((await get('/what-if?at=2026-12-25T10:00').expect(200)).body).toMatchObject({
      answeredBy: 'ai',
      special: 'Christmas Day',
      officeOpen: false,
      localTime: 'Friday, December 25 at 10:00 AM',
    });
    await get('/holidays?year=1776').expect(400);
  });

  it.each([
    ['2026-02-12T10:00', 'business_line', null],
    ['2026-02-12T21:22', 'ai', null],
    ['2026-02-13T03:22:00Z', 'ai', null],
    ['2026-03-08T02:30', 'ai', /go forward/],
    ['2026-11-01T01:30', 'ai', /second/],
  ])('"What happens if someone calls at %s": %s', async (at, answeredBy, note) => {
    const { body } = await get(`/what-if?at=${at}`).expect(200);
    expect(body).toMatchObject({ answeredBy, note: note ? expect.stringMatching(note) : null });
  });

  it('a moment nobody can read is answered with a sentence', async () => {
    expect((await get('/what-if?at=teatime').expect(400)).body).toMatchObject({
      code: 'moment-unreadable',
      detail: expect.stringMatching(/Write the moment as/),
    });
  });

  it('saves several intervals a day, across midnight, and one-off openings', async () => {
    const hours = week({
      thu: [
        { opens: '08:00', closes: '12:00' },
        { opens: '13:00', closes: '17:00' },
      ],
      fri: [{ opens: '18:00', closes: '02:00' }],
    });
    const closures = [{ date: '2026-02-15', name: 'Freeze Sunday', intervals: [{ opens: '09:00', closes: '12:00' }] }];
    expect((await put({ hours, closures })).status).toBe(200);
    const asked = async (at: string) => ((await get(`/what-if?at=${at}`)).body as { answeredBy: string }).answeredBy;
    expect(await asked('2026-02-12T12:30')).toBe('ai');
    expect(await asked('2026-02-14T01:30')).toBe('business_line');
    expect(await asked('2026-02-15T10:00')).toBe('business_line');
    await put({ hours: week({ thu: [{ opens: '08:00', closes: '17:00' }] }), closures: [] });
  });

  it('an afternoon off and a closure of several days are kept, and answered as the router does', async () => {
    const closures = [
      { date: '2026-02-12', name: 'Inventory', intervals: [], closed: { from: '12:00', until: '15:00' } },
      { date: '2026-02-19', lastDate: '2026-02-27', name: 'Trade fair', intervals: [] },
    ];
    const saved = await put({ closures });
    expect(saved.body).toMatchObject({ closures });
    const asked = async (at: string) => (await get(`/what-if?at=${at}`)).body as object;
    expect(await asked('2026-02-12T11:59')).toMatchObject({ answeredBy: 'business_line', special: 'Inventory' });
    expect(await asked('2026-02-12T12:00')).toMatchObject({ answeredBy: 'ai', special: 'Inventory' });
    expect(await asked('2026-02-12T15:00')).toMatchObject({ answeredBy: 'business_line' });
    expect(await asked('2026-02-26T10:00')).toMatchObject({ answeredBy: 'ai', special: 'Trade fair' });
    await put({ closures: [] });
  });

  it.each<[string, object, RegExp]>([
    [
      'hours off that end before they begin',
      { closures: [{ date: '2026-12-24', name: 'x', intervals: [], closed: { from: '15:00', until: '12:00' } }] },
      /x ends before it begins/,
    ],
    [
      'hours off without an end',
      { closures: [{ date: '2026-12-24', name: 'x', intervals: [], closed: { from: '15:00' } }] },
      /until is a time/,
    ],
    [
      'a closure of a year',
      { closures: [{ date: '2026-12-24', lastDate: '2027-12-24', name: 'x', intervals: [] }] },
      /longer than 92 days/,
    ],
    [
      'overlapping hours',
      {
        hours: week({
          mon: [
            { opens: '08:00', closes: '12:00' },
            { opens: '11:00', closes: '17:00' },
          ],
        }),
      },
      /Monday is open twice at 11:00/,
    ],
    [
      'a closure on the 30th of February',
      { closures: [{ date: '2026-02-30', name: 'x', intervals: [] }] },
      /2026-02-30 is not a date/,
    ],
    [
      'the same date twice',
      { closures: [1, 2].map(() => ({ date: '2026-12-24', name: 'x', intervals: [] })) },
      /listed twice/,
    ],
    [
      'seven intervals in a day',
      {
        hours: week({ mon: Array.from({ length: 7 }, (_, hour) => ({ opens: `0${hour}:00`, closes: `0${hour}:30` })) }),
      },
      /at most 6 intervals/,
    ],
    ['an empty greeting', { greeting: ' ' }, /greeting must contain \{\{BUSINESS_NAME\}\}/],
    ['an unknown merge field', { greeting: '{{BUSINESS_NAME}} {{PASSWORD}}' }, /\{\{PASSWORD\}\} is not a merge field/],
    ['a greeting of half a minute', { greeting: `{{BUSINESS_NAME}} ${'la '.repeat(90)}` }, /longer than 25 seconds/],
    ['a voice that was retired', { voiceId: 'Spencer' }, /There is no voice "Spencer"/],
    ['a name on two lines', { aiName: 'Al\nex' }, /aiName is a name of 1 to 40 characters on one line/],
    ['notes as long as a book', { additionalInstructions: 'x'.repeat(2001) }, /at most 2000 characters/],
    ['an answer to nothing', { faq: [{ question: ' ', answer: 'Yes' }] }, /question is empty/],
    ['forty-one answers', { faq: Array.from({ length: 41 }, () => FAQ[0]) }, /at most 40 questions/],
    ['a field that does not exist', { state: 'TX' }, /state/],
    ['a prototype key', JSON.parse('{"__proto__": {"isActive": true}, "constructor": 1}') as object, /./],
    ['a secret dressed as a setting', { digestSlackWebhookSet: true }, /digestSlackWebhookSet/],
  ])('refuses %s with a sentence', async (_title, body, sentence) => {
    const before = (await get('').expect(200)).body as { version: number };
    const answer = await put(body);
    expect(answer.status).toBe(400);
    expect((answer.body as { detail: string }).detail).toMatch(sentence);
    expect((await get('').expect(200)).body).toMatchObject({ version: before.version });
  });

  it('lists the voices with what a preview says, and how to hear them', async () => {
    const { body } = await get('/voices').expect(200);
    expect(body).toMatchObject({ note: expect.stringMatching(/Test Call/) });
    const { voices } = body as { voices: { id: string; sample: string }[] };
    expect(voices.map(({ id }) => id)).toEqual(expect.arrayContaining(['Elliot', 'Savannah', 'Clara']));
    expect(voices[0]?.sample).toBe(
      "Hi, thanks for calling Metro Plumbing. This is Alex, Dave's after-hours assistant. How can I help you tonight?",
    );
  });

  it('previews a greeting before it is saved: marked fields, length, what to mend', async () => {
    const good = await post('/greeting/preview', {
      greeting: 'Hi, {{BUSINESS_NAME}} here, I am {{AI_NAME}}.',
      aiName: 'Sam',
    });
    expect(good.body).toMatchObject({
      text: 'Hi, Metro Plumbing here, I am Sam.',
      aimSeconds: 6,
      problems: [],
      pieces: [{ field: null }, { field: 'BUSINESS_NAME', text: 'Metro Plumbing' }, {}, { field: 'AI_NAME' }, {}],
    });
    const bad = await post('/greeting/preview', { greeting: 'Hi {{NOBODY}}' });
    expect(bad.status).toBe(200);
    expect((bad.body as { problems: string[] }).problems).toHaveLength(2);
    expect((await post('/greeting/preview', { greeting: 'Hi', voice: 'x' })).status).toBe(400);
  });

  it('a greeting that must disclose is previewed as callers hear it', async () => {
    expect((await put({ aiDisclosure: 'in_greeting' })).status).toBe(200);
    const { body } = await post('/greeting/preview', { greeting: 'Hi, this is {{BUSINESS_NAME}}. How can I help?' });
    expect(body).toMatchObject({ text: "Hi, this is Metro Plumbing. I'm an automated assistant. How can I help?" });
    expect((await put({ aiDisclosure: 'on_request' })).status).toBe(200);
  });

  it('tests a question: the answer, its source, or a message; and the answers are in the published prompt', async () => {
    expect((await put({ faq: FAQ, additionalInstructions: "We don't do mobile homes." })).status).toBe(200);
    expect((await post('/faq/test', { question: 'do you accept visa' })).body).toMatchObject({
      says: 'Yes, all major cards.',
      source: 'faq',
      faqIndex: 0,
      takesMessage: false,
    });
    expect((await post('/faq/test', { question: 'How much for a new boiler?' })).body).toMatchObject({
      source: 'pricing',
    });
    expect((await post('/faq/test', { question: 'Do you sell bicycles?' })).body).toMatchObject({
      source: 'none',
      takesMessage: true,
      says: expect.stringMatching(/take your name and number/),
    });
    expect((await post('/faq/test', { question: '?' })).status).toBe(400);
    await app.job('assistant.publish', metro.accountId, metro.accountId);
    const prompt = app.agent.published.at(-1)?.instructions ?? '';
    expect(prompt).toContain('- Do you take credit cards? Yes, all major cards.');
    expect(prompt).toContain("> We don't do mobile homes.");
    expect(prompt.indexOf('> We')).toBeGreaterThan(prompt.indexOf('SAFETY FIRST'));
  });

  it('shows the safety lines, merge fields and services, none of which can be written here', async () => {
    const { body } = await get('/agent-choices').expect(200);
    expect(body).toMatchObject({
      mergeFields: [{ field: '{{BUSINESS_NAME}}', required: true }, {}, {}, {}, {}],
      safetyLines: expect.arrayContaining([expect.objectContaining({ id: 'gas.v1' })]),
      services: { plumbing: expect.arrayContaining(['Drain cleaning']) },
    });
    expect((await put({ safetyLines: [] })).status).toBe(400);
  });

  it('shows what the law asks in Illinois, and where texting stands', async () => {
    expect((await get('/compliance').expect(200)).body).toMatchObject({
      state: 'IL',
      recording: { mayTurnOff: false, why: expect.stringMatching(/IL asks for everyone's consent/) },
      disclosure: { forced: false, inGreeting: false },
      sms: { registration: 'approved', canText: true },
    });
  });
});
