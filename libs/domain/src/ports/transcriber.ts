/** Speech to text for voicemails (PRD scenario 34). */
export abstract class Transcriber {
  /** The words, or an empty string when nobody spoke. Throws when the service fails; the job is then retried. */
  abstract transcribe(audio: { bytes: Uint8Array; contentType: string }): Promise<string>;
}
