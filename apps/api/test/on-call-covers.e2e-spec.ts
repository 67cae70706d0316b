import { OnCallWorld } from './on-call-world.js';

describe('A night off by text', () => {
  let world: OnCallWorld;

  beforeAll(async () => {
    world = await OnCallWorld.start();
  });
  afterAll(() => world.close());
  beforeEach(() => world.reset());

  type Person = Parameters<OnCallWorld['phone']>[0];
  let messages = 0;
  const says = async (name: Person, body: string) => {
    messages += 1;
    const form = { MessageSid: `SM${String(messages).padStart(32, '0')}`, From: world.phone(name), To: world.line };
    const { text } = await world.app.twilio('sms-incoming', { ...form, Body: body }).expect(200);
    await world.deliverNotes();
    return /<Message>(.*)<\/Message>/.exec(text)?.[1] ?? null;
  };
  const primary = async (at?: string) =>
    ((await world.get(`on-call/now${at ? `?at=${at}` : ''}`).expect(200)).body as { primary: { name: string } }).primary
      .name;
  const journal = () =>
    world.journal("event like 'on\\_call.cover%' or event like 'on\\_call.swap%' or event like '%confirmed'");

  it('"OFF TONIGHT" asks the backup, who says 1: the pager moves until the morning and both are told', async () => {
    expect(await says('Mike T.', 'OFF TONIGHT')).toBe(
      "Asking Dana to cover 9:22 PM-Fri 8 AM. You're still on call until somebody says yes.",
    );
    expect(await primary()).toBe('Mike T.');
    expect(world.textsTo('Dana')).toEqual([
      "Metro Plumbing: Mike T. wants off. Can you take the pager 9:22 PM-Fri 8 AM? Reply 1 to cover, 2 if you can't.",
    ]);
    expect(await says('Dana', '1')).toBeNull();
    expect(await primary()).toBe('Dana');
    expect(await primary('2026-02-13T14:00:00Z')).toBe('Mike T.');
    expect(world.textsTo('Dana').at(-1)).toBe("Metro Plumbing: you're on call 9:22 PM-Fri 8 AM.");
    expect(world.textsTo('Mike T.')).toEqual(["Metro Plumbing: Dana has the pager 9:22 PM-Fri 8 AM. You're off."]);
    expect(await journal()).toEqual(['on_call.cover_asked']);
  });

  it('a no asks the next at once, no answer the next after five minutes, and the owner hears that nobody can', async () => {
    await says('Mike T.', 'off tonight');
    expect(await says('Dana', '2')).toContain('Thanks for answering');
    expect(world.textsTo('Dave')[0]).toContain('Can you take the pager');
    await world.app.pass(299, 60);
    await world.deliverNotes();
    expect(world.textsTo('Mike T.')).toEqual([]);
    await world.app.pass(2);
    await world.deliverNotes();
    expect(world.textsTo('Mike T.')).toEqual(['Nobody can cover 9:22 PM-Fri 8 AM: you stay on call. Dave knows.']);
    expect(world.textsTo('Dave').at(-1)).toBe(
      'Metro Plumbing: Mike T. wants off 9:22 PM-Fri 8 AM and nobody can cover. Mike T. stays on call.',
    );
    expect(await primary()).toBe('Mike T.');
    expect(await journal()).toEqual(['on_call.cover_asked', 'on_call.cover_refused']);
    expect(await says('Dave', '1')).not.toContain('on call 9:22');
    expect(await primary()).toBe('Mike T.');
  });

  it('asks no unproved phone, and refuses at once where nobody is left', async () => {
    await world.unverify('Dana', 'Dave');
    expect(await says('Mike T.', 'LIBRE ESTA NOCHE')).toBe(
      'Nadie puede cubrir 9:22 PM-vie 8 AM: sigues de guardia. Dave lo sabe.',
    );
    expect(world.textsTo('Dana')).toEqual([]);
    expect(await primary()).toBe('Mike T.');
  });

  it('whoever is not on call is told so, and a second "off tonight" asks nobody twice', async () => {
    expect(await says('Dana', 'OFF TONIGHT')).toBe("You're not on call tonight.");
    await says('Mike T.', 'OFF TONIGHT');
    expect(await says('Mike T.', 'OFF TONIGHT')).toContain('Somebody is being asked already');
    expect(world.textsTo('Dana')).toHaveLength(1);
  });

  it('an emergency has the first right to "1": it is taken, and the question still stands', async () => {
    await says('Mike T.', 'OFF TONIGHT');
    await world.emergency();
    await world.app.pass(660, 30);
    expect(world.textsTo('Dana').some((text) => text.includes('EMERGENCY'))).toBe(true);
    await says('Dana', '1');
    expect(await primary()).toBe('Mike T.');
    expect(await world.incidentStates()).toEqual(['accepted']);
  });

  it('a yes to a plan that has changed meanwhile changes nothing', async () => {
    await says('Mike T.', 'OFF TONIGHT');
    await world.post('on-call/take', { contactId: world.id('Dave'), until: '2026-02-13T14:00:00Z' });
    expect(await says('Dana', 'yes')).toContain('changed meanwhile');
    expect(await primary()).toBe('Dave');
  });

  describe('in a weekly rotation', () => {
    const rotation = { startsOn: '2026-02-09', handOff: '17:00', every: 1, unit: 'week' };
    beforeEach(async () => {
      const turns = [{ contactIds: [world.id('Mike T.')] }, { contactIds: [world.id('Dana')] }];
      const layers = [
        { name: 'Nights', rank: 1, rotation, turns, trades: [], zips: [], windows: [], holidays: 'normal' },
      ];
      await world
        .put('on-call/schedule', { layers, backupContactIds: [], ownerContactId: world.id('Dave') })
        .set('If-Match', '"1"')
        .expect(200);
      world.app.telephony.texts.length = 0;
    });

    it('"SWAP DANA" exchanges the next night of each once Dana says yes', async () => {
      expect(await says('Mike T.', 'SWAP DANA')).toContain('Asking Dana to cover 9:22 PM-Fri 8 AM');
      expect(world.textsTo('Dana')[0]).toBe(
        "Metro Plumbing: Mike T. asks to swap. You'd take 9:22 PM-Fri 8 AM, Mike T. takes Mon 5 PM-Tue 8 AM. Reply 1 to swap, 2 if not.",
      );
      await says('Dana', 'Sí');
      expect(await primary()).toBe('Dana');
      expect(await primary('2026-02-17T05:00:00Z')).toBe('Mike T.');
      expect(await primary('2026-02-17T15:00:00Z')).toBe('Dana');
    });

    it('"SWAP DANA" and a night takes that one, whichever of the two has it, with Y as well', async () => {
      expect(await says('Mike T.', 'SWAP DANA SAT')).toContain('Asking Dana to cover Sat 5 PM-Sun 8 AM');
      await says('Dana', 'Y');
      expect(await primary('2026-02-15T05:00:00Z')).toBe('Dana');
      expect(await primary('2026-02-17T05:00:00Z')).toBe('Mike T.');
      expect(await primary('2026-02-14T05:00:00Z')).toBe('Mike T.');
      expect(await says('Mike T.', 'cambio con Dana el 18 de febrero')).toContain('Le pregunto a Dana');
      expect(world.textsTo('Dana').at(-1)).toContain("You'd take");
      expect(world.textsTo('Dana').at(-1)).toContain('Mike T. takes Wed 5 PM-Thu 8 AM');
    });

    it('a night that neither has alone is said, and nobody is asked', async () => {
      await world.post('on-call/overrides', {
        inContactId: world.id('Dave'),
        startsAt: '2026-02-14T23:00:00Z',
        endsAt: '2026-02-15T14:00:00Z',
      });
      await world.deliverNotes();
      world.app.telephony.texts.length = 0;
      expect(await says('Mike T.', 'SWAP DANA SAT')).toContain('Neither you nor Dana alone has that night');
      expect(world.textsTo('Dana')).toEqual([]);
    });

    it('a swap nobody answers is off after four hours, and the asker hears it', async () => {
      await says('Mike T.', 'cambio con Dana');
      await world.app.pass(4 * 3600 + 1, 900);
      await world.deliverNotes();
      expect(world.textsTo('Mike T.')).toEqual(['Dana no puede cambiar. Nada ha cambiado.']);
      expect(await journal()).toEqual(['on_call.cover_asked', 'on_call.swap_refused']);
    });

    it('a name nobody has, and somebody who is never on call, are said', async () => {
      expect(await says('Mike T.', 'SWAP SAL')).toContain('I know no single SAL. On the team: Dana, Dave.');
      expect(await says('Mike T.', 'SWAP DAVE')).toContain('Dave has no night to swap');
    });

    it('a hand-off notice is confirmed with 1, once, and journalled', async () => {
      await world.app.clock.set('2026-02-16T22:44:00Z');
      await world.app.pass(120, 60);
      await world.deliverNotes();
      expect(world.textsTo('Dana').at(-1)).toBe(
        "Metro Plumbing: you're on call from 5 PM until Mon Feb 23 5 PM. Reply 1: got it.",
      );
      expect(await says('Dana', '1')).toBe('Thanks. We know you have it.');
      expect(await says('Dana', '1')).not.toBe('Thanks. We know you have it.');
      expect(await journal()).toEqual(['on_call.hand_off_confirmed']);
    });
  });

  it('another contractor’s line changes nothing here, and a stranger is not answered', async () => {
    const form = { MessageSid: `SM${'e'.repeat(32)}`, From: world.phone('Mike T.'), Body: 'OFF TONIGHT' };
    await world.app.twilio('sms-incoming', { ...form, To: world.strangersLine }).expect(200);
    await world.app
      .twilio('sms-incoming', { ...form, MessageSid: `SM${'f'.repeat(32)}`, From: '+13125559999', To: world.line })
      .expect(200);
    expect(await journal()).toEqual([]);
    expect(world.textsTo('Dana')).toEqual([]);
  });
});
