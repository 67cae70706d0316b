/** A few seconds of somebody speaking. */
export interface VoiceSample {
  bytes: Uint8Array;
  /** A media type such as audio/wav. */
  contentType: string;
}

/** How a voice sounds, for whoever chooses one (VTCR 1.3, "Preview"). The provider's own words, not the greeting. */
export abstract class VoiceSamples {
  /** Null when the provider offers none of this voice. Throws `ProviderFailure`. */
  abstract of(voiceId: string): Promise<VoiceSample | null>;
}
