import type { Role } from '@domain/access/capabilities';
import {
  INVITATION_HOURS,
  RESET_MINUTES,
  SIGN_UP_HOURS,
  type Letter,
  type Notice,
  type Written,
} from './letter.types.js';
import { noticeWords } from './notices.js';

/** What the writer knows when the letter is written: after the request was answered, so the answer never depends on it. */
export interface Addressee {
  publicUrl: string;
  /** The name of the user with this address; null when there is none. */
  name: string | null;
}

const ROLE_WORDS: Record<Role, string> = {
  agency_admin: 'an agency administrator',
  owner: 'an owner',
  dispatcher: 'a dispatcher',
  csr: 'a CSR',
};

/** The letter in words, or null when nobody should get one: a password reset for an address nobody signed up with. */
export function writeLetter(letter: Letter, to: Addressee): Written | null {
  if (!('token' in letter)) return to.name === null ? null : notice(letter, to);
  switch (letter.kind) {
    case 'sign-up':
      return to.name === null ? verifyAddress(letter, to) : alreadyHere(to);
    case 'invitation':
      return invitation(letter, to);
    case 'reset':
      return to.name === null ? null : resetPassword(letter.token, to);
  }
}

const link = (to: Addressee, path: string, token: string): string =>
  `${to.publicUrl}/${path}?token=${encodeURIComponent(token)}`;

/** Names are typed by strangers: one line each, so that nobody writes a letter of their own inside ours. */
const line = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();

const letterOf = (greeting: string, ...paragraphs: string[]): string =>
  [greeting, ...paragraphs, 'Nightdesk'].join('\n\n') + '\n';

function verifyAddress(letter: { name: string; organisation: string; token: string }, to: Addressee): Written {
  return {
    subject: 'Confirm your e-mail address for Nightdesk',
    text: letterOf(
      `Hello ${line(letter.name)},`,
      `Confirm this address to finish setting up ${line(letter.organisation)} on Nightdesk:`,
      link(to, 'verify', letter.token),
      `The link works once, for ${SIGN_UP_HOURS} hours.`,
      'If you did not sign up, do not follow the link: nothing is set up without it.',
    ),
  };
}

const alreadyHere = (to: Addressee): Written => ({
  subject: 'You already have a Nightdesk account',
  text: letterOf(
    `Hello ${line(to.name ?? '')},`,
    'Somebody, probably you, tried to sign up for Nightdesk with this address. You already have an account, so sign in instead:',
    `${to.publicUrl}/sign-in`,
    `Forgotten your password? Choose a new one at ${to.publicUrl}/forgot`,
    'If it was not you, there is nothing to do.',
  ),
});

const resetPassword = (token: string, to: Addressee): Written => ({
  subject: 'Choose a new Nightdesk password',
  text: letterOf(
    `Hello ${line(to.name ?? '')},`,
    'Choose a new password here:',
    link(to, 'reset', token),
    `The link works once, for ${RESET_MINUTES} minutes. If you use an authenticator app you will need its code too.`,
    'If you did not ask for this, there is nothing to do: your password stays as it is.',
  ),
});

const invitation = (
  letter: { inviter: string; organisation: string; role: Role; token: string },
  to: Addressee,
): Written => ({
  subject: `${line(letter.inviter)} invites you to ${line(letter.organisation)} on Nightdesk`,
  text: letterOf(
    to.name === null ? 'Hello,' : `Hello ${line(to.name)},`,
    `${line(letter.inviter)} invites you to join ${line(letter.organisation)} on Nightdesk as ${ROLE_WORDS[letter.role]}. Accept here:`,
    link(to, 'invitation', letter.token),
    `The link works once, for ${INVITATION_HOURS} hours, and only for this address.`,
    'If you do not know what this is about, there is nothing to do.',
  ),
});

function notice(letter: Notice, to: Addressee): Written {
  const { subject, paragraphs } = noticeWords(letter, to.publicUrl);
  return { subject, text: letterOf(`Hello ${line(to.name ?? '')},`, ...paragraphs) };
}
