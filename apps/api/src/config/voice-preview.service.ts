import { DomainError, notFound } from '@domain/errors/domain-error';
import { voiceOf } from '@domain/persona/voices';
import { ProviderFailure } from '@domain/ports/provider-failure';
import { VoiceSamples, type VoiceSample } from '@domain/ports/voice-samples';
import { Injectable } from '@nestjs/common';

const unavailable = () =>
  new DomainError(
    'unavailable',
    'voice-sample-unavailable',
    'The voice cannot be heard at the moment. Try a Test Call.',
  );

/** VTCR 1.3's "Preview" beside each voice. */
@Injectable()
export class VoicePreviewService {
  constructor(private readonly samples: VoiceSamples) {}

  /** Throws `voice-not-found`, `voice-sample-not-found`, `voice-sample-unavailable`. */
  async of(voiceId: string): Promise<VoiceSample> {
    if (!voiceOf(voiceId)) throw notFound('voice');
    const sample = await this.samples.of(voiceId).catch((error: unknown) => {
      throw error instanceof ProviderFailure ? unavailable() : error;
    });
    if (!sample) throw notFound('voice sample');
    return sample;
  }
}
