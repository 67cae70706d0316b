import { VapiVoiceSamples } from '@integrations/vapi/vapi-voice-samples';
import type { Env } from '@platform/env/env';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readSettings } from '../../simulator/src/server-settings.js';
import { createSimulator, type Simulator } from '../../simulator/src/server.js';
import { createVapi } from '../../simulator/src/vapi/vapi.js';

const samplesAt = (address: string, key: string) =>
  new VapiVoiceSamples({ VAPI_API_URL: address, VAPI_API_KEY: key } as Env);

describe('VTCR 1.3: how a voice sounds, from the provider', () => {
  const settings = { ...readSettings({}), port: 0 };
  let simulator: Simulator;
  let origin: string;
  let vendor: Server | undefined;

  beforeAll(async () => {
    simulator = await createSimulator(settings, (world) => [createVapi(world)]);
    origin = await simulator.listen();
  });
  afterAll(() => simulator.close());
  afterEach(() => vendor?.close());

  /** A vendor that answers otherwise than it should. */
  const anotherVendor = async (listener: RequestListener): Promise<VapiVoiceSamples> => {
    const server = createServer(listener);
    vendor = server;
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return samplesAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'key');
  };

  it('is a few seconds of audio, whatever the capitals of its name', async () => {
    const samples = samplesAt(`${origin}/vapi`, settings.vapiKey);
    for (const name of ['Elliot', 'elliot'])
      expect(await samples.of(name)).toMatchObject({ contentType: 'audio/wav', bytes: expect.any(Uint8Array) });
    expect(await samples.of('Nobody')).toBeNull();
  });

  it('is refused with a wrong key', async () => {
    await expect(samplesAt(`${origin}/vapi`, 'wrong').of('Elliot')).rejects.toMatchObject({ code: 'vapi-401' });
  });

  it.each([
    ['no list', '{}'],
    ['no JSON', '<html>'],
    ['a voice without a sample', JSON.stringify([{ providerId: 'Elliot' }])],
    ['an address of our own network', JSON.stringify([{ providerId: 'Elliot', previewUrl: 'http://10.0.0.1/a.wav' }])],
    ['a file', JSON.stringify([{ providerId: 'Elliot', previewUrl: 'file:///etc/passwd' }])],
  ])('is none when the library holds %s', async (_title, body) => {
    const samples = await anotherVendor((_, reply) => reply.end(body));
    expect(await samples.of('Elliot')).toBeNull();
  });

  it.each([
    [404, null],
    [500, 'provider-silent'],
  ])('with %i from the library: %s', async (status, code) => {
    const samples = await anotherVendor((_, reply) => reply.writeHead(status).end());
    if (code === null) expect(await samples.of('Elliot')).toBeNull();
    else await expect(samples.of('Elliot')).rejects.toMatchObject({ kind: 'silent' });
  });

  it('that is no audio is none', async () => {
    const samples = await anotherVendor((request, reply) => {
      const previewUrl = `http://${request.headers.host ?? ''}/page`;
      if (request.url === '/page') reply.setHeader('content-type', 'text/html').end('hello');
      else reply.end(JSON.stringify([{ slug: 'elliot', previewUrl }]));
    });
    expect(await samples.of('Elliot')).toBeNull();
  });
});
