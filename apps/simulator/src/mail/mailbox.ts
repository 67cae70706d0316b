import type { ParsedMail } from 'mailparser';

/** One e-mail as it arrived. */
export interface ReceivedMail {
  id: number;
  /** Virtual time, ISO 8601. */
  at: string;
  from: string;
  /** Addresses of the envelope, in lower case. */
  to: string[];
  subject: string;
  messageId: string;
  /** Plain text. */
  text: string;
  /** Addresses of pages in the text, in their order. */
  links: string[];
}

const KEPT = 500;
/** Up to the next space; a full stop or bracket at the end belongs to the sentence. */
const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

/** Everybody's letter box. */
export class Mailbox {
  private mails: ReceivedMail[] = [];
  private lastId = 0;

  receive(parsed: ParsedMail, to: string[], at: Date): ReceivedMail {
    const text = parsed.text ?? '';
    const mail: ReceivedMail = {
      id: (this.lastId += 1),
      at: at.toISOString(),
      from: parsed.from?.text ?? '',
      to: to.map((address) => address.toLowerCase()),
      subject: parsed.subject ?? '',
      messageId: parsed.messageId ?? '',
      text,
      links: text.match(LINK) ?? [],
    };
    this.mails = [...this.mails, mail].slice(-KEPT);
    return mail;
  }

  /** The newest first; only what somebody got, when `to` is an address. */
  list(to?: string): ReceivedMail[] {
    const wanted = to?.toLowerCase();
    return this.mails.filter((mail) => wanted === undefined || mail.to.includes(wanted)).reverse();
  }

  clear(): void {
    this.mails = [];
  }

  save(): unknown {
    return this.mails;
  }

  restore(saved: unknown): void {
    this.mails = saved as ReceivedMail[];
    this.lastId = this.mails.at(-1)?.id ?? 0;
  }
}
