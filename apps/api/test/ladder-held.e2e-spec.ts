import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

interface Detail {
  ladder: {
    channel: string;
    delivery: { state: string; heldBecause: string | null; heldUntil: string | null } | null;
  }[];
  timeline: { event: string; text: string }[];
}
interface Proof {
  proof: { alerts: { heldBecause: string | null; heldUntil: string | null }[]; timeline: { text: string }[] };
}

describe('A call that waits because its person was rung often enough (issue 4 item 5)', () => {
  let app: TestApp;
  let account: SeededAccount;
  let night: LadderWorld;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  const read = async <T>(path: string): Promise<T> => {
    const { token } = await signInAs(app, account, 'owner');
    const url = `/api/v1/accounts/${account.accountId}/incidents/${path}`;
    return (await app.api().get(url).auth(token, { type: 'bearer' }).expect(200)).body as T;
  };

  it('says on the ladder, in the timeline and in the proof what held it, and until when', async () => {
    await app.clock.set('2026-02-13T03:22:00Z');
    account = await seedAccount(app.db);
    night = new LadderWorld(app, account);
    // Three emergencies ring Mike once each: their first words are never held.
    for (const ending of ['15', '16', '17']) {
      await night.emergency({ callerPhone: `+131255504${ending}` });
      await app.pass(10);
      await night.legEnds(account.mike, 'no-answer');
    }
    const { incidentId } = await night.emergency({ callerPhone: '+13125550418' });
    await app.pass(10);
    await night.legEnds(account.mike, 'no-answer');
    await app.pass(90, 10);
    const shown = await read<Detail>(incidentId);
    const held = shown.ladder.filter(({ delivery }) => delivery?.heldBecause);
    expect(held).toMatchObject([
      { channel: 'call', delivery: { state: 'pending', heldBecause: '3 calls in 15 minutes to Mike T.' } },
    ]);
    expect(Date.parse(held[0]?.delivery?.heldUntil ?? '')).toBeGreaterThan(Date.parse('2026-02-13T03:36:00Z'));
    const told = shown.timeline.filter(({ event }) => event === 'incident.alert_held');
    expect(told.map(({ text }) => text)).toEqual(['Call held: 3 calls in 15 minutes to Mike T.']);
    const { proof } = await read<Proof>(`${incidentId}/proof.json`);
    expect(proof.alerts.map(({ heldBecause }) => heldBecause).filter(Boolean)).toContain(
      '3 calls in 15 minutes to Mike T.',
    );
    expect(proof.timeline.map(({ text }) => text)).toContain('Call held: 3 calls in 15 minutes to Mike T.');
  });
});
