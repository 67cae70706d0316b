import type { PagerAnswer } from '@domain/on-call/pager-answer';
import type { PagerLanguage } from '@domain/on-call/pager-language';
import type { ContactChannel, LadderTiming } from '@domain/on-call/roster';

/** How the newest test text to a contact stands; null when none was sent. */
export type TestState = 'sent' | 'delivered' | 'failed';

/** A slot of the roster form. With an id that contact is changed; without, the phone says who it is. */
export interface PersonDraft {
  id?: string;
  name: string;
  /** As typed; becomes E.164. */
  phone: string;
}

export interface RosterDraft extends LadderTiming {
  primary: PersonDraft;
  backup: PersonDraft | null;
  owner: PersonDraft;
}

export interface ContactDraft {
  name: string;
  phone: string;
  channels?: ContactChannel[];
  isActive?: boolean;
  language?: PagerLanguage;
}

/** What somebody says to a question about the team's nights, and in which language they are answered. */
export interface TeamReply {
  said: PagerAnswer['said'];
  language: PagerLanguage;
}

/** A text that was about the team. `answer` is null where a note of the change says it already. */
export interface TeamAnswer {
  answer: string | null;
  /** Set when the words also pass every emergency that waits for the sender; said instead where one does. */
  answerIfPassed?: string;
}
