import type { Technician } from './people.js';
import { DANA, DAVE, METRO_LINE, MIKE, Stage } from './stage.js';

const AT_MOST_SECONDS = 60;

interface Desk {
  left: number;
  calls: { id: string; status: string; durationSeconds: number | null }[];
}

describe('VTCR 1.3: Dave hears his own agent before his callers do', () => {
  const stage = new Stage();
  let dave: Technician;

  beforeAll(() => stage.open());
  beforeEach(async () => {
    await stage.opensAt('21:22');
    dave = stage.tech(DAVE);
  });
  afterAll(() => stage.close());

  const asks = async (phone: string): Promise<number> =>
    (await stage.metro.ask('POST', 'config/test-call', { phone })).status;
  const desk = (): Promise<Desk> => stage.metro.get<Desk>('config/test-calls');

  it('saves a greeting, asks for a test call, and his phone is answered by it; after a minute it is over', async () => {
    await stage.metro.save({
      aiName: 'Robin',
      greeting: 'Hi, you have reached {{BUSINESS_NAME}}. This is {{AI_NAME}}. How can I help you?',
    });
    expect(await asks(DAVE)).toBe(202);
    await dave.answers();
    await dave.hears(/This call is recorded/);
    await dave.hears(/Hi, you have reached Metro Plumbing/);
    await dave.hears(/This is Robin/);
    await stage.passes({ seconds: AT_MOST_SECONDS });
    expect(await dave.isOver()).toBe(true);
    await stage.passes({ seconds: 10 });
    const { calls } = await desk();
    expect(calls[0]?.status).toBe('completed');
    expect(calls[0]?.durationSeconds).toBeLessThanOrEqual(AT_MOST_SECONDS);
  });

  it('plays an emergency: told the safety line, and neither Mike nor Dana hears of it', async () => {
    const [mike, dana] = [stage.tech(MIKE), stage.tech(DANA)];
    const incidents = (await stage.metro.get<{ data: unknown[] }>('incidents?limit=100')).data.length;
    expect(await asks(DAVE)).toBe(202);
    await dave.answers();
    await dave.hears(/how can i help/i);
    await dave.says('I smell gas in my kitchen');
    await dave.hears(/leave the house/);
    await dave.hangsUp();
    await stage.passes({ minutes: 25 });
    expect([await mike.texts(), await dana.texts(), await dave.texts()]).toEqual([[], [], []]);
    expect((await stage.metro.get<{ data: unknown[] }>('incidents?limit=100')).data).toHaveLength(incidents);
    expect(await stage.metro.callFrom(DAVE)).toMatchObject({
      leadCardId: null,
      incidentId: null,
      badge: { text: 'Test Call' },
    });
  });

  it('the line itself still answers callers meanwhile', async () => {
    expect(await asks(DAVE)).toBe(202);
    await dave.answers();
    const jim = stage.caller('+13125550477');
    await jim.dials(METRO_LINE);
    await jim.hears(/how can i help/i);
    await jim.hangsUp();
    await dave.hangsUp();
  });
});
