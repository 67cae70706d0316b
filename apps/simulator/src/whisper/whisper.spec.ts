import OpenAI, { toFile } from 'openai';
import { Stage } from '../testing/stage.js';
import { encodeSpokenWav } from '../twilio/spoken-audio.js';
import { createWhisper } from './whisper.js';

const stage = new Stage((world) => [createWhisper(world)]);
let openai: OpenAI;
beforeEach(async () => {
  await stage.open();
  openai = new OpenAI({ apiKey: 'any', baseURL: `${stage.address}/openai/v1`, maxRetries: 0 });
});
afterEach(() => stage.close());

describe('transcription, through the real SDK', () => {
  it('returns what was spoken on the recorded line', async () => {
    const file = await toFile(encodeSpokenWav('This is Jim, my basement is flooding'), 'RE1.wav');
    expect(await openai.audio.transcriptions.create({ file, model: 'whisper-1' })).toMatchObject({
      text: 'This is Jim, my basement is flooding',
    });
  });

  it('returns no words for silence', async () => {
    const file = await toFile(Buffer.alloc(400), 'RE2.wav');
    expect(await openai.audio.transcriptions.create({ file, model: 'whisper-1' })).toMatchObject({ text: '' });
  });

  it('fails as the vendor does', async () => {
    await stage.control('POST', '/faults', { scope: 'openai.transcriptions', kind: 'http500-before' });
    const file = await toFile(Buffer.alloc(4), 'RE3.wav');
    await expect(openai.audio.transcriptions.create({ file, model: 'whisper-1' })).rejects.toMatchObject({
      status: 500,
    });
  });
});
