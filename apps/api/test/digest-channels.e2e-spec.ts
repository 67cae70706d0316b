import { OpenAiTranscriber } from '@integrations/transcription/openai-transcriber';
import { SlackChatChannel } from '@integrations/slack/slack-chat-channel';
import type { Env } from '@platform/env/env';
import { createSimulator, type Simulator } from '../../simulator/src/server.js';
import { readSettings } from '../../simulator/src/server-settings.js';
import { createSlack } from '../../simulator/src/slack/slack.js';
import { encodeSpokenWav } from '../../simulator/src/twilio/spoken-audio.js';
import { createWhisper } from '../../simulator/src/whisper/whisper.js';

const WEBHOOK = 'https://hooks.slack.com/services/T00000000/B00000000/metro';

describe('The adapters against the simulator', () => {
  let simulator: Simulator;
  let slack: SlackChatChannel;
  let transcriber: OpenAiTranscriber;

  beforeAll(async () => {
    simulator = await createSimulator({ ...readSettings({}), port: 0 }, (world) => [
      createSlack(world),
      createWhisper(world),
    ]);
    const origin = await simulator.listen();
    slack = new SlackChatChannel({ SLACK_API_URL: `${origin}/slack` } as Env);
    transcriber = new OpenAiTranscriber({ OPENAI_BASE_URL: `${origin}/openai/v1`, OPENAI_API_KEY: 'key' } as Env);
  });
  afterEach(() => simulator.world.faults.clear());
  afterAll(() => simulator.close());

  const channel = async () =>
    (await simulator.app.inject('/sim/slack')).json<{ webhook: string; text: string; blocks: object[] }[]>();

  it('Slack takes a digest, and a caller named <!channel> calls nobody', async () => {
    const digest = 'OVERNIGHT CALL DIGEST - Fri, Feb 13, 2026\n1. <!channel> & <@U1> - leak';
    await expect(slack.post(WEBHOOK, digest)).resolves.toEqual({ kind: 'posted' });
    const posted = (await channel()).at(-1);
    expect(posted).toMatchObject({ webhook: '/services/T00000000/B00000000/metro' });
    expect(JSON.stringify(posted)).not.toMatch(/<!channel>|<@U1>/);
  });

  it.each([1, 60, 2000])('Slack takes a digest of %i lines within its limits', async (lines) => {
    const digest = ['TITLE', ...Array.from({ length: lines }, (_, line) => `${line}. <Caller> & ${'z'.repeat(90)}`)];
    await expect(slack.post(WEBHOOK, digest.join('\n'))).resolves.toEqual({ kind: 'posted' });
  });

  it.each([
    [410, 'rejected', 'channel_is_archived'],
    [404, 'rejected', 'no_service'],
    [429, 'failed', 'rate_limited'],
    [500, 'failed', 'rollup_error'],
  ])("Slack's %i is %s: %s", async (code, kind, reason) => {
    simulator.world.faults.add({ scope: 'slack.webhook', kind: 'error-code', code });
    await expect(slack.post(WEBHOOK, 'x')).resolves.toEqual({ kind, reason });
  });

  it('scenario 34: a voicemail becomes words', async () => {
    const audio = { bytes: encodeSpokenWav('I smell gas near my furnace.'), contentType: 'audio/wav' };
    await expect(transcriber.transcribe(audio)).resolves.toBe('I smell gas near my furnace.');
  });

  it('scenario 34: silence becomes no words', async () => {
    const audio = { bytes: new Uint8Array(2048), contentType: 'audio/wav' };
    await expect(transcriber.transcribe(audio)).resolves.toBe('');
  });

  it('a transcription service that is down throws, so that the job comes back', async () => {
    simulator.world.faults.add({ scope: 'openai.transcriptions', kind: 'http500-before' });
    const audio = { bytes: encodeSpokenWav('hello'), contentType: 'audio/wav' };
    await expect(transcriber.transcribe(audio)).rejects.toThrow();
  });
});
