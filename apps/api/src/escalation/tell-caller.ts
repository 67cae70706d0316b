import type { VoiceAgent } from '@domain/ports/voice-agent';

/** What the caller should hear from the voice agent they are talking with. */
export interface CallerNews {
  controlUrl: string;
  words: string;
}

/**
 * Best effort and after the commit: the caller may have hung up long ago, and a late sentence helps nobody, so it is
 * never retried.
 */
export async function tellCaller(agent: VoiceAgent, news: CallerNews | null): Promise<void> {
  if (news) await agent.say(news.controlUrl, news.words).catch(() => false);
}
