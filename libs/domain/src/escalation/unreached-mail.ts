import { localTime } from './local-time.js';

export interface UnreachedFacts {
  accountName: string;
  /** IANA. */
  timeZone: string;
  openedAt: Date;
  /** Where the emergency is shown, for those who may see it. */
  link: string;
}

/** To those who look after a contractor. Agency people never learn what a caller said, so no word of it is here. */
export function unreachedMail({ accountName, timeZone, openedAt, link }: UnreachedFacts): {
  subject: string;
  text: string;
} {
  const name = accountName.replace(/\s+/g, ' ').trim();
  return {
    subject: `NOT REACHED: an emergency at ${name}`,
    text: [
      `An emergency reported to ${name} at ${localTime(openedAt, timeZone)} has reached nobody: every step of its escalation policy was tried.`,
      `It stays open and can still be taken: ${link}`,
      'Please reach the contractor by other means, and check who is on call.',
      '',
    ].join('\n'),
  };
}
