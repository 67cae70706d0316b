import { DomainError } from '@domain/errors/domain-error';
import { Transcriber } from '@domain/ports/transcriber';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type OpenAI from 'openai';
import { spokenWords, voicemailFileName } from './openai-wire.js';

/** The one model of the family that reports silence per segment, and the name every compatible server knows. */
const MODEL = 'whisper-1';
/** The service refuses more. Three minutes of telephone audio are a twentieth of it. */
const LARGEST_BYTES = 25 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

/** Voicemail to text by any server that speaks OpenAI's protocol. Never retries; the job does. */
@Injectable()
export class OpenAiTranscriber extends Transcriber {
  private client?: OpenAI;

  constructor(private readonly env: Env) {
    super();
  }

  /** Throws `recording-too-large`, or the service's own error. */
  async transcribe(audio: { bytes: Uint8Array; contentType: string }): Promise<string> {
    if (audio.bytes.byteLength > LARGEST_BYTES) {
      throw new DomainError('invalid', 'recording-too-large', 'A recording must be under 25 MB to be transcribed.');
    }
    // Loaded here: a worker that takes a dead one's place has more urgent things to read.
    const { default: Client, toFile } = await import('openai');
    this.client ??= this.newClient(Client);
    const file = await toFile(audio.bytes, voicemailFileName(audio.contentType), { type: audio.contentType });
    const answer = await this.client.audio.transcriptions.create({
      file,
      model: MODEL,
      response_format: 'verbose_json',
      // Guessing between alternatives is what invents words in noise.
      temperature: 0,
    });
    return spokenWords(answer);
  }

  private newClient(Client: typeof OpenAI): OpenAI {
    return new Client({
      // A server of one's own behind OPENAI_BASE_URL needs no key, but the SDK insists on one.
      apiKey: this.env.OPENAI_API_KEY ?? 'not-set',
      baseURL: this.env.OPENAI_BASE_URL,
      maxRetries: 0,
      timeout: TIMEOUT_MS,
    });
  }
}
