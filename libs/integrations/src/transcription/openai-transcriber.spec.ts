import type { Env } from '@platform/env/env';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OpenAiTranscriber } from './openai-transcriber.js';
import { spokenWords, voicemailFileName } from './openai-wire.js';

const segment = (text: string, no_speech_prob: number, avg_logprob = -0.3) => ({ text, no_speech_prob, avg_logprob });

describe('what was really spoken', () => {
  it.each(['Thank you for watching!', 'you', 'Subtitles by the Amara.org community', ' . ', ''])(
    'scenario 34: "%s" is what the model hears in silence, not a request',
    (text) => {
      expect(spokenWords({ text })).toBe('');
    },
  );

  it('a real sentence that ends in thanks is kept whole', () => {
    expect(spokenWords({ text: 'My basement is flooding. Thank you.' })).toBe('My basement is flooding. Thank you.');
  });

  it('leaves out segments the model itself takes for silence', () => {
    const segments = [segment(' I smell gas.', 0.01), segment(' Thanks for watching.', 0.95, -1.4)];
    expect(spokenWords({ text: 'I smell gas. Thanks for watching.', segments })).toBe('I smell gas.');
  });

  it('words without segments, as some servers answer, are kept', () => {
    expect(spokenWords({ text: 'I smell gas.', segments: [] })).toBe('I smell gas.');
  });

  it('a quiet but confident segment is kept: a whispered emergency is still one', () => {
    expect(spokenWords({ text: 'Fire!', segments: [segment('Fire!', 0.7, -0.4)] })).toBe('Fire!');
  });

  it.each([
    ['audio/mpeg', 'voicemail.mp3'],
    ['audio/x-wav; codecs=1', 'voicemail.wav'],
    ['application/octet-stream', 'voicemail.wav'],
  ])('%s is sent as %s', (contentType, name) => {
    expect(voicemailFileName(contentType)).toBe(name);
  });
});

describe('the transcriber keeps the contract of the port', () => {
  let answer: { status: number; body: object };
  let seen: { path: string | undefined; body: string } | undefined;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen = { path: request.url, body: Buffer.concat(chunks).toString('latin1') };
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  });
  let transcriber: OpenAiTranscriber;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = (server.address() as AddressInfo).port;
    transcriber = new OpenAiTranscriber({ OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1` } as Env);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('sends one multipart file with a model and gives back the words', async () => {
    answer = { status: 200, body: { text: 'I smell gas near my furnace.' } };
    const bytes = new TextEncoder().encode('RIFFaudio');
    await expect(transcriber.transcribe({ bytes, contentType: 'audio/wav' })).resolves.toBe(
      'I smell gas near my furnace.',
    );
    expect(seen?.path).toBe('/v1/audio/transcriptions');
    expect(seen?.body).toContain('filename="voicemail.wav"');
    expect(seen?.body).toContain('whisper-1');
    expect(seen?.body).toContain('RIFFaudio');
  });

  it('a failing service throws, so that the job comes back', async () => {
    answer = { status: 500, body: { error: { message: 'overloaded' } } };
    const audio = { bytes: new Uint8Array(4), contentType: 'audio/wav' };
    await expect(transcriber.transcribe(audio)).rejects.toThrow('500');
  });

  it('refuses what the service would refuse: more than 25 MB', async () => {
    const audio = { bytes: new Uint8Array(25 * 1024 * 1024 + 1), contentType: 'audio/wav' };
    await expect(transcriber.transcribe(audio)).rejects.toThrow('under 25 MB');
  });
});
