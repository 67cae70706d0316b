import { Journal } from '@platform/journal/journal';
import { newId } from '@platform/tenancy/new-id';
import type { AddressInfo } from 'node:net';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

describe('The live stream over HTTP', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let apex: SeededAccount;
  let csr: SignedIn;
  let origin: string;

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
    apex = await seedAccount(app.db, { name: 'Apex Air', area: '303' });
    csr = await signInAs(app, metro, 'csr');
    await app.http.listen(0, '127.0.0.1');
    origin = `http://127.0.0.1:${(app.http.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(() => app.close());

  const open = (account: SeededAccount, headers: Record<string, string> = {}, signal?: AbortSignal) =>
    fetch(`${origin}/api/v1/accounts/${account.accountId}/stream`, {
      headers: { authorization: `Bearer ${csr.token}`, ...headers },
      ...(signal ? { signal } : {}),
    });
  const happens = (event: string) =>
    app.db.accounts.within(metro.accountId, (tx) =>
      app.http.get(Journal, { strict: false }).record(tx, { event, subjectId: newId(), actor: { type: 'system' } }),
    );

  /** What the stream says until `words` were said. */
  async function readUntil(response: Response, words: string): Promise<string> {
    let said = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      said += decoder.decode(chunk as Uint8Array, { stream: true });
      if (said.includes(words)) return said;
    }
    return said;
  }

  it('is an event stream that no proxy keeps back', async () => {
    const response = await open(metro);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await readUntil(response, ': open')).toContain('retry: 2000');
  });

  it('tells an event within a second and goes on from Last-Event-ID', async () => {
    const stream = await open(metro);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await happens('call.started');
    const said = await readUntil(stream, 'call.started');
    const id = /^id: (\S+)$/m.exec(said)?.[1] ?? '';
    expect(said).toMatch(/event: journal\ndata: \{"event":"call\.started"/);
    await happens('call.ended');
    const resumed = await readUntil(await open(metro, { 'last-event-id': id }), 'call.ended');
    expect(resumed).not.toContain('call.started');
  });

  it('asks for a token and knows no other account', async () => {
    expect((await open(metro, { authorization: 'Bearer nonsense' })).status).toBe(401);
    expect((await open(apex)).status).toBe(404);
  });

  it('gives the place back as soon as the client goes away', async () => {
    for (let round = 0; round < 12; round += 1) {
      const leaving = new AbortController();
      const response = await open(metro, {}, leaving.signal);
      expect(response.status).toBe(200);
      leaving.abort();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });

  it('refuses the ninth stream of one person', async () => {
    const leaving = new AbortController();
    const statuses: number[] = [];
    for (let tab = 0; tab < 9; tab += 1) statuses.push((await open(metro, {}, leaving.signal)).status);
    expect(statuses.at(-1)).toBe(429);
    leaving.abort();
  });
});
