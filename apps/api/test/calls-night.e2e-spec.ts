import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestApp } from './harness/test-app.js';

const JIM = '+13125550141';
const sid = (n: number) => `CA${n.toString(16).padStart(32, '0')}`;

describe('a call at night', () => {
  let app: TestApp;
  let metro: SeededAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
  });
  afterAll(() => app.close());

  it('VTCR 2.1: is recorded first and goes to the agent with everything the night knows', async () => {
    const answer = await app.twilio('incoming-call', { CallSid: sid(1), From: JIM, To: metro.line, CallStatus: 'ringing' });
    expect([answer.status, answer.type]).toEqual([200, 'text/xml']);
    expect(answer.text).toContain('<Connect><Stream url="wss://stream.vapi.ai/x"');
    const [call] = await app.db.everything<Record<string, unknown>>('select * from calls');
    expect(call).toMatchObject({ status: 'in_progress', handled_by: 'ai', is_after_hours: true, caller_phone: JIM });
    expect(app.agent.started[0]?.variables).toMatchObject({ greeting_word: 'tonight', on_call_name: 'Mike' });
  });
});
