import type { CallerNews } from './caller-line.service.js';
import type { OwnerNotice } from './opt-out.service.js';

/** What is left to do after the commit. Answers about an incident are rows already. */
export interface ReadReply {
  /** Said back at once, when there is no incident the answer could be kept with. */
  answer: string | null;
  news: CallerNews | null;
  notice: OwnerNotice | null;
}

export const nothing: ReadReply = { answer: null, news: null, notice: null };
export const answering = (answer: string): ReadReply => ({ ...nothing, answer });
