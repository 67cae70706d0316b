import { LadderWorld } from './ladder-world.js';
import { OnCallWorld } from './on-call-world.js';

type Person = Parameters<OnCallWorld['phone']>[0];

describe('BUSY 2H: paged after everybody else for a while (oncall 7.5)', () => {
  let world: OnCallWorld;
  let messages = 0;

  beforeAll(async () => {
    world = await OnCallWorld.start();
  });
  afterAll(() => world.close());
  beforeEach(() => world.reset());

  const form = (name: Person, body: string, sid?: string) => {
    messages += 1;
    const MessageSid = sid ?? `SM${String(messages).padStart(32, '0')}`;
    return { MessageSid, From: world.phone(name), To: world.line, Body: body };
  };
  const says = async (name: Person, body: string, sid?: string) => {
    const { text } = await world.app.twilio('sms-incoming', form(name, body, sid)).expect(200);
    await world.app.settle();
    await world.deliverNotes();
    return /<Message>(.*)<\/Message>/.exec(text)?.[1] ?? null;
  };
  const passes = async (minutes: number) => {
    await world.app.pass(minutes * 60, 60);
    await world.deliverNotes();
  };
  const primary = async () =>
    ((await world.get('on-call/now').expect(200)).body as { primary: { name: string } }).primary.name;
  const busyShown = async () =>
    ((await world.get('on-call/schedule').expect(200)).body as { busy: { id: string; contactId: string }[] }).busy;
  const ringing = (name: Person) => world.app.telephony.calls.filter(({ to }) => to === world.phone(name)).length;
  const pages = (name: Person) => world.textsTo(name).filter((text) => text.includes('EMERGENCY'));
  const timeline = async () => {
    const [incident] = ((await world.get('incidents').expect(200)).body as { data: { id: string }[] }).data;
    const { body } = await world.get(`incidents/${incident?.id}`).expect(200);
    return (body as { timeline: { text: string }[] }).timeline.map(({ text }) => text);
  };

  it('Dana is rung at once and Mike is not; both know it, and the screen and the timeline say so', async () => {
    expect(await says('Mike T.', 'BUSY 2H')).toBe(
      "Busy until 11:22 PM: pages go to Dana first. Text BACK when you're free.",
    );
    expect(world.textsTo('Dana')).toEqual([
      'Metro Plumbing: Mike T. is busy until 11:22 PM. Emergencies ring you first.',
    ]);
    expect(await primary()).toBe('Dana');
    expect(await busyShown()).toMatchObject([{ contactId: world.id('Mike T.'), endsAt: '2026-02-13T05:22:00.000Z' }]);
    await world.emergency();
    await passes(2);
    expect([pages('Mike T.').length, ringing('Mike T.'), pages('Dana').length]).toEqual([0, 0, 1]);
    expect(ringing('Dana')).toBeGreaterThan(0);
    expect(await timeline()).toContain('Paging Dana. Busy: Mike T.');
  });

  it('when nobody else answers Mike is called after all, and told why', async () => {
    await says('Mike T.', 'OCUPADO 2H');
    await world.emergency();
    await passes(12);
    expect([pages('Dave').length, pages('Mike T.').length]).toEqual([1, 0]);
    await passes(12);
    expect(pages('Mike T.')[0]).toContain("You're busy until 11:22 PM, but nobody else has it.");
    expect(pages('Mike T.')[0]).toContain('1=Take it 2=Pass');
    const leg = world.app.telephony.calls.findLast(({ to }) => to === world.phone('Mike T.'));
    const { pathname, search } = new URL(leg?.answerUrl ?? '');
    const heard = await world.app.twilio(`${pathname.replace('/api/twilio/', '')}${search}`, {
      CallSid: leg?.sid ?? '',
      CallStatus: 'in-progress',
    });
    expect(heard.text).toContain('You said you are busy, but nobody else has it.');
    await says('Mike T.', '1');
    expect(await world.incidentStates()).toEqual(['accepted']);
  });

  it('in a shop of one the reply says that an emergency still rings, and it does', async () => {
    const only = { name: 'Mike T.', phone: world.phone('Mike T.') };
    await world.put('on-call', { primary: only, owner: only }).set('If-Match', '"1"').expect(200);
    expect(await says('Mike T.', 'busy')).toContain('but nobody else is there: an emergency still rings you');
    await world.emergency();
    await passes(1);
    expect(pages('Mike T.')[0]).toContain("You're busy until 11:22 PM");
  });

  it('an emergency that waits is passed on at once; one that is taken stays', async () => {
    await world.emergency();
    expect(await says('Mike T.', 'busy 1h')).toMatch(/^Passed on to the next person\. Busy until 10:22 PM/);
    expect([pages('Dana').length, ringing('Dana')]).toEqual([1, 1]);
    await says('Dana', '1');
    expect(await says('Dana', 'BUSY')).toContain('pages go to Dave first');
    expect(await world.incidentStates()).toEqual(['accepted']);
  });

  it('ends by itself', async () => {
    await says('Mike T.', 'BUSY 30 MIN');
    await passes(31);
    expect(await primary()).toBe('Mike T.');
    expect(await busyShown()).toEqual([]);
    await world.emergency();
    expect(ringing('Mike T.')).toBe(1);
  });

  it('ends with BACK, once, and whoever stood in hears it', async () => {
    await says('Mike T.', 'BUSY');
    expect(await says('Mike T.', 'Ya volví')).toBe('Bienvenido. Las alertas te llegan otra vez como siempre.');
    expect(world.textsTo('Dana').at(-1)).toBe('Metro Plumbing: Mike T. is back and is paged first again.');
    expect(await primary()).toBe('Mike T.');
    expect(await says('Mike T.', 'BACK')).toBeNull();
    expect(await world.journal("event like 'on\\_call.busy%'")).toEqual(['on_call.busy_said', 'on_call.busy_ended']);
  });

  it('ends when they take the pager', async () => {
    await says('Mike T.', 'BUSY');
    await says('Mike T.', 'TAKE UNTIL 6AM');
    expect([await primary(), await busyShown()]).toEqual(['Mike T.', []]);
  });

  it('a text delivered twice counts once; a new length takes the old one’s place', async () => {
    const sid = `SM${'d'.repeat(32)}`;
    await says('Mike T.', 'BUSY 1H', sid);
    expect(await says('Mike T.', 'BUSY 1H', sid)).toBeNull();
    expect(world.textsTo('Dana')).toHaveLength(1);
    expect(await says('Mike T.', 'BUSY 3H')).toContain('until Fri 12:22 AM');
    expect(await busyShown()).toHaveLength(1);
  });

  it('more than twelve hours is a night off', async () => {
    expect(await says('Mike T.', 'BUSY 20H')).toContain('At most 12 hours');
    expect(await busyShown()).toEqual([]);
  });

  it('a phone that has not proved itself changes nothing: to an emergency its "busy" is a no', async () => {
    await world.unverify('Mike T.');
    await world.emergency();
    await says('Mike T.', 'BUSY 2H');
    expect(await busyShown()).toEqual([]);
    expect(pages('Dana')).toHaveLength(1);
  });

  it('the office says it for somebody, and ends it; nobody else’s office can', async () => {
    const add = (endsAt: string) => world.post('on-call/busy', { contactId: world.id('Mike T.'), endsAt });
    await add('2026-02-13T05:00:00Z').expect(201);
    expect(await primary()).toBe('Dana');
    await add('2026-02-14T05:00:00Z').expect(400);
    await add('2026-02-13T01:00:00Z').expect(400);
    await world.post('on-call/busy', {
      contactId: world.id('Mike T.').replace(/.$/, 'f'),
      endsAt: '2026-02-13T05:00:00Z',
    });
    const [busy] = await busyShown();
    await world.asStranger('delete', `on-call/busy/${busy?.id}`).expect(404);
    await world.ofStranger('delete', `on-call/busy/${busy?.id}`).expect(404);
    const foreign = { contactId: world.id('Mike T.'), endsAt: '2026-02-13T05:00:00Z' };
    await world.ofStranger('post', 'on-call/busy').send(foreign).expect(404);
    await world.as('csr').post('on-call/busy', foreign).expect(403);
    await world.delete(`on-call/busy/${busy?.id}`).expect(204);
    await world.delete(`on-call/busy/${busy?.id}`).expect(404);
    expect(await primary()).toBe('Mike T.');
  });

  it('a landline or a STOP never hides that somebody is free: who cannot be reached is no alternative', async () => {
    const night = new LadderWorld(world.app, world.seeded);
    await says('Mike T.', 'BUSY 2H');
    for (const name of ['Dana', 'Dave'] as const)
      await world.patch(`contacts/${world.id(name)}`, { channels: [] }).expect(200);
    await night.emergency();
    await passes(1);
    expect(pages('Mike T.')).toHaveLength(1);
  });
});
