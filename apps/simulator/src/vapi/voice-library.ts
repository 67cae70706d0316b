import { VOICES } from '@domain/persona/voices';
import type { FastifyInstance } from 'fastify';
import { encodeSpokenWav } from '../twilio/spoken-audio.js';
import { refusal } from './refusal.js';

type ById = { Params: { id: string } };

/** The vendor's own voices, each with a sample that is as spoken as a stand-in can speak: a tone that carries the words. */
export function registerVoiceLibrary(app: FastifyInstance): void {
  app.get('/vapi/voice-library/vapi', (request) =>
    VOICES.map(({ id, name, gender, accent }) => ({
      provider: 'vapi',
      providerId: id,
      slug: id.toLowerCase(),
      name,
      gender,
      accent,
      isDeleted: false,
      previewUrl: `${request.protocol}://${request.host}/vapi/voice-samples/${id}.wav`,
    })),
  );
  app.get<ById>('/vapi/voice-samples/:id.wav', (request, reply) => {
    const voice = VOICES.find(({ id }) => id === request.params.id);
    if (!voice) return reply.code(404).send(refusal(404, 'No such sample.'));
    return reply.type('audio/wav').send(encodeSpokenWav(`Hi, I am ${voice.name}. How can I help you tonight?`));
  });
}
