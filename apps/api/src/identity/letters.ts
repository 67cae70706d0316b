import type { Role } from '@domain/access/capabilities';
import {
  ADDRESS_MINUTES,
  INVITATION_HOURS,
  RESET_MINUTES,
  SIGN_UP_HOURS,
  type Letter,
  type Notice,
  type Written,
} from './letter.types.js';
import { oneLine } from './letter-text.js';
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
  if (letter.kind === 'address-changed') return addressChanged(letter, to);
  if (!('token' in letter)) return to.name === null ? null : notice(letter, to);
  return to.name === null ? toStranger(letter, to) : toUser(letter, to);
}

type LinkLetter = Extract<Letter, { token: string }>;

/** Nobody signs in with this address. */
function toStranger(letter: LinkLetter, to: Addressee): Written | null {
  switch (letter.kind) {
    case 'sign-up':
      return verifyAddress(letter, to);
    case 'new-address':
      return newAddress(letter, to);
    case 'invitation':
      return invitation(letter, to);
    case 'reset':
      return null;
  }
}

function toUser(letter: LinkLetter, to: Addressee): Written {
  switch (letter.kind) {
    case 'sign-up':
      return alreadyHere(to);
    case 'new-address':
      return addressTaken(to);
    case 'invitation':
      return invitation(letter, to);
    case 'reset':
      return resetPassword(letter.token, to);
  }
}

const link = (to: Addressee, path: string, token: string): string =>
  `${to.publicUrl}/${path}?token=${encodeURIComponent(token)}`;

const letterOf = (greeting: string, ...paragraphs: string[]): string =>
  [greeting, ...paragraphs, 'Nightdesk'].join('\n\n') + '\n';

function verifyAddress(letter: { name: string; organisation: string; token: string }, to: Addressee): Written {
  return {
    subject: 'Confirm your e-mail address for Nightdesk',
    text: letterOf(
      `Hello ${oneLine(letter.name)},`,
      `Confirm this address to finish setting up ${oneLine(letter.organisation)} on Nightdesk:`,
      link(to, 'verify', letter.token),
      `The link works once, for ${SIGN_UP_HOURS} hours.`,
      'If you did not sign up, do not follow the link: nothing is set up without it.',
    ),
  };
}

const alreadyHere = (to: Addressee): Written => ({
  subject: 'You already have a Nightdesk account',
  text: letterOf(
    `Hello ${oneLine(to.name ?? '')},`,
    'Somebody, probably you, tried to sign up for Nightdesk with this address. You already have an account, so sign in instead:',
    `${to.publicUrl}/sign-in`,
    `Forgotten your password? Choose a new one at ${to.publicUrl}/forgot`,
    'If it was not you, there is nothing to do.',
  ),
});

const resetPassword = (token: string, to: Addressee): Written => ({
  subject: 'Choose a new Nightdesk password',
  text: letterOf(
    `Hello ${oneLine(to.name ?? '')},`,
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
  subject: `${oneLine(letter.inviter)} invites you to ${oneLine(letter.organisation)} on Nightdesk`,
  text: letterOf(
    to.name === null ? 'Hello,' : `Hello ${oneLine(to.name)},`,
    `${oneLine(letter.inviter)} invites you to join ${oneLine(letter.organisation)} on Nightdesk as ${ROLE_WORDS[letter.role]}. Accept here:`,
    link(to, 'invitation', letter.token),
    `The link works once, for ${INVITATION_HOURS} hours, and only for this address.`,
    'If you do not know what this is about, there is nothing to do.',
  ),
});

const newAddress = (letter: { name: string; token: string }, to: Addressee): Written => ({
  subject: 'Confirm your new e-mail address for Nightdesk',
  text: letterOf(
    `Hello ${oneLine(letter.name)},`,
    'Confirm that you want to sign in to Nightdesk with this address:',
    link(to, 'confirm-email', letter.token),
    `The link works once, for ${ADDRESS_MINUTES} minutes. Every session ends then, and you sign in with this address.`,
    'If you do not know what this is about, there is nothing to do.',
  ),
});

const addressTaken = (to: Addressee): Written => ({
  subject: 'This address is in use on Nightdesk',
  text: letterOf(
    `Hello ${oneLine(to.name ?? '')},`,
    'Somebody wanted to use this address for another Nightdesk user. It is yours already, so nothing has changed.',
    'If it was you, sign in with this address, or choose another one there. If not, there is nothing to do.',
  ),
});

const addressChanged = (letter: { name: string; newAddress: string }, to: Addressee): Written => ({
  subject: 'Your Nightdesk e-mail address was changed',
  text: letterOf(
    `Hello ${oneLine(letter.name)},`,
    `You sign in to Nightdesk with ${letter.newAddress} from now on. Every session was ended, and we write no more to this address.`,
    `If this was not you, tell an owner of your account or your agency at once: they can take you off the team at ${to.publicUrl}.`,
  ),
});

function notice(letter: Notice, to: Addressee): Written {
  const { subject, paragraphs } = noticeWords(letter, to.publicUrl);
  return { subject, text: letterOf(`Hello ${oneLine(to.name ?? '')},`, ...paragraphs) };
}
