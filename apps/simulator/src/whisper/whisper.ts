import type { FastifyInstance, FastifyReply } from 'fastify';
import { decodeSpokenAudio } from '../twilio/spoken-audio.js';
import type { StandIn, World } from '../world.js';
import { partsOf, type Part } from './multipart.js';

/** Stands in for OpenAI's transcription under /openai/v1: reads what the simulated telephone recorded out of the audio file. */
export function createWhisper(world: World): StandIn {
  return {
    register(app: FastifyInstance) {
      app.post(
        '/openai/v1/audio/transcriptions',
        { config: { scope: 'openai.transcriptions', errorBody } },
        (request, reply) => {
          if (!/^Bearer .+/.test(request.headers.authorization ?? ''))
            return refuse(reply, 401, 'You did not provide an API key.');
          const parts = partsOf(request.headers['content-type'] ?? '', request.body);
          const file = parts?.find((part) => part.name === 'file');
          if (!file) return refuse(reply, 400, 'file is required');
          if (!fieldOf(parts, 'model')) return refuse(reply, 400, 'you must provide a model parameter');
          return answer(world, reply, file, fieldOf(parts, 'response_format') ?? 'json');
        },
      );
    },
    reset() {
      // Nothing is kept between two requests.
    },
  };
}

function answer(world: World, reply: FastifyReply, file: Part, format: string): FastifyReply {
  // Silence, or a recording from elsewhere, comes back as no words: so does the real model's.
  const text = decodeSpokenAudio(file.content) ?? '';
  world.log.event('openai.transcriptions', `transcribed ${file.filename ?? 'a file'}: ${text}`, {
    bytes: file.content.length,
  });
  if (format === 'text') return reply.type('text/plain').send(`${text}\n`);
  if (format === 'verbose_json')
    return reply.send({ task: 'transcribe', language: 'english', duration: 0, text, segments: [] });
  return reply.send({ text });
}

function fieldOf(parts: Part[] | undefined, name: string): string | undefined {
  return parts?.find((part) => part.name === name)?.content.toString('utf8');
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).send(errorBody(status, message));
}

function errorBody(status: number, message = 'The server had an error while processing your request.'): unknown {
  const type = status < 500 ? 'invalid_request_error' : 'server_error';
  return { error: { message, type, param: null, code: status === 401 ? 'invalid_api_key' : null } };
}
