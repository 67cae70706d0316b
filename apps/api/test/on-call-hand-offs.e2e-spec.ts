import { OnCallWorld } from './on-call-world.js';

type Person = Parameters<OnCallWorld['phone']>[0];

describe('A hand-off nobody confirms (oncall 7.5)', () => {
  let world: OnCallWorld;
  let messages = 0;

  beforeAll(async () => {
    world = await OnCallWorld.start();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.reset();
    await takesTurns('17:00');
  });

  /** Dana's week begins on Monday the 16th; in front of it her notice goes out. */
  const takesTurns = async (handOff: string, backups: Person[] = []) => {
    const rotation = { startsOn: '2026-02-09', handOff, every: 1, unit: 'week' };
    const turns = [{ contactIds: [world.id('Mike T.')] }, { contactIds: [world.id('Dana')] }];
    const layer = { name: 'Nights', rank: 1, rotation, turns, trades: [], zips: [], windows: [], holidays: 'normal' };
    const { version } = (await world.get('on-call/schedule').expect(200)).body as { version: number };
    await world
      .put('on-call/schedule', {
        layers: [layer],
        backupContactIds: backups.map((name) => world.id(name)),
        ownerContactId: world.id('Dave'),
      })
      .set('If-Match', `"${version}"`)
      .expect(200);
    world.app.telephony.texts.length = 0;
  };
  const noticed = async (at = '2026-02-16T22:44:00Z') => {
    await world.app.clock.set(at);
    await world.app.pass(120, 60);
    await world.deliverNotes();
  };
  const passes = async (seconds: number) => {
    await world.app.pass(seconds, 60);
    await world.deliverNotes();
  };
  const says = async (name: Person, body: string) => {
    messages += 1;
    const form = { MessageSid: `SM${String(messages).padStart(32, '0')}`, From: world.phone(name), To: world.line };
    const { text } = await world.app.twilio('sms-incoming', { ...form, Body: body }).expect(200);
    await world.deliverNotes();
    return /<Message>(.*)<\/Message>/.exec(text)?.[1] ?? null;
  };
  const shown = async () =>
    ((await world.get('on-call/now').expect(200)).body as { handOffs: Record<string, unknown>[] }).handOffs;
  const journal = () => world.journal("event like 'on\\_call.hand\\_off%'");
  const warning =
    "Metro Plumbing: Dana has not confirmed being on call 5 PM-Mon Feb 23 5 PM. You're next: keep your phone at hand.";

  it('after ten minutes the next in line is told, once, and the screen says so', async () => {
    await noticed();
    expect(await shown()).toMatchObject([{ personName: 'Dana', state: 'asked', toldName: null }]);
    await passes(540);
    expect(world.textsTo('Dave')).toEqual([]);
    await passes(120);
    expect(world.textsTo('Dave')).toEqual([warning]);
    await passes(3600);
    expect(world.textsTo('Dave')).toEqual([warning]);
    expect(world.textsTo('Dana')).toHaveLength(1);
    expect(await shown()).toMatchObject([{ state: 'unconfirmed', toldName: 'Dave', tellsAt: null }]);
    expect(await journal()).toEqual(['on_call.hand_off_unconfirmed']);
  });

  it('the backup comes before the owner', async () => {
    await takesTurns('17:00', ['Mike T.']);
    await noticed();
    await passes(660);
    expect(world.textsTo('Mike T.')).toEqual([warning]);
    expect(world.textsTo('Dave')).toEqual([]);
  });

  it.each(['1', 'ok', 'Enterado', '👍'])('"%s" in time: nobody is told', async (words) => {
    await noticed();
    expect(await says('Dana', words)).toMatch(/We know you have it|Sabemos que lo tienes/);
    await passes(3600);
    expect(world.textsTo('Dave')).toEqual([]);
    expect(await shown()).toMatchObject([{ state: 'confirmed' }]);
    expect(await journal()).toEqual(['on_call.hand_off_confirmed']);
  });

  it('a phone that never proved itself may confirm its own shift', async () => {
    await world.unverify('Dana');
    await noticed();
    expect(await says('Dana', '1')).toContain('We know you have it');
  });

  it('an answer after the warning is told to whoever was warned', async () => {
    await noticed();
    await passes(660);
    await says('Dana', 'sí');
    expect(world.textsTo('Dave').at(-1)).toBe('Metro Plumbing: Dana has confirmed the shift after all.');
    expect(await shown()).toMatchObject([{ state: 'confirmed', toldName: 'Dave' }]);
  });

  it('a no moves nothing, says how to find cover, and the next in line is told at once', async () => {
    await noticed();
    expect(await says('Dana', "can't")).toContain('Text OFF TONIGHT');
    await passes(5);
    expect(world.textsTo('Dave')).toEqual([warning]);
    await passes(1200);
    expect(world.textsTo('Dave')).toHaveLength(1);
  });

  it('a hand-off at night wakes nobody: the next in line is told at eight in the morning', async () => {
    await takesTurns('22:00');
    await noticed('2026-02-17T03:44:00Z');
    await passes(660);
    expect(world.textsTo('Dave')).toEqual([]);
    expect(await shown()).toMatchObject([{ state: 'unconfirmed', tellsAt: '2026-02-17T14:00:00.000Z' }]);
    await world.app.clock.set('2026-02-17T14:00:00Z');
    await passes(5);
    expect(world.textsTo('Dave')).toHaveLength(1);
  });

  it('the office chooses its quiet hours, and news that waits for the old ones is looked at anew', async () => {
    expect((await world.get('on-call/quiet-hours').expect(200)).body).toEqual({ from: '21:00', to: '08:00' });
    await takesTurns('22:00');
    await noticed('2026-02-17T03:44:00Z');
    await passes(660);
    expect(await shown()).toMatchObject([{ tellsAt: '2026-02-17T14:00:00.000Z' }]);
    await world.put('on-call/quiet-hours', { from: '23:30', to: '06:00' }).expect(200);
    await passes(5);
    expect(world.textsTo('Dave')).toHaveLength(1);
    expect(await world.journal("event = 'on_call.quiet_hours_changed'")).toHaveLength(1);
    for (const wrong of ['24:00', '9:00', 'noon', ''])
      await world.put('on-call/quiet-hours', { from: wrong, to: '06:00' }).expect(400);
  });

  it('a notice, its warning and the thanks come in the language of each', async () => {
    await world.patch(`contacts/${world.id('Dana')}`, { language: 'es' }).expect(200);
    await world.patch(`contacts/${world.id('Dave')}`, { language: 'es' }).expect(200);
    await world.patch(`contacts/${world.id('Dave')}`, { language: 'fr' }).expect(400);
    await noticed();
    expect(world.textsTo('Dana')).toEqual([
      'Metro Plumbing: te toca guardia de 5 PM a lun 23 feb 5 PM. Contesta 1: lo tengo.',
    ]);
    await passes(660);
    expect(world.textsTo('Dave')[0]).toMatch(
      /^Metro Plumbing: Dana no ha confirmado su guardia 5 PM-lun 23 feb 5 PM\./,
    );
    expect(await says('Dana', '1')).toBe('Gracias. Sabemos que lo tienes.');
    expect(world.textsTo('Dave').at(-1)).toBe('Metro Plumbing: Dana ya confirmo su guardia.');
  });

  it('a shift somebody else has taken meanwhile needs no confirmation', async () => {
    await noticed();
    await world.post('on-call/take', { contactId: world.id('Dave'), until: '2026-02-24T00:00:00Z' }).expect(200);
    await world.deliverNotes();
    world.app.telephony.texts.length = 0;
    await passes(660);
    expect(world.textsTo('Dave')).toEqual([]);
    expect(await shown()).toEqual([]);
  });

  it('without a line that may text nobody was asked, so nobody is blamed', async () => {
    await world.registration('pending');
    await noticed();
    await passes(660);
    expect(await journal()).toEqual([]);
    expect(await shown()).toEqual([]);
  });

  it('an emergency has the first right to "1"', async () => {
    await noticed();
    await world.app.pass(1200, 60);
    await world.emergency();
    await says('Dana', '1');
    expect(await world.incidentStates()).toEqual(['accepted']);
    expect(await journal()).not.toContain('on_call.hand_off_confirmed');
  });

  it('another contractor sees nothing of it', async () => {
    await noticed();
    await world.asStranger('get', 'on-call/now').expect(404);
    const own = await world.ofStranger('get', 'on-call/now').expect(200);
    expect((own.body as { handOffs: unknown[] }).handOffs).toEqual([]);
  });
});
