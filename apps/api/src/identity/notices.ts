import { oneLine } from './letter-text.js';
import { CODE_MINUTES, type Notice } from './letter.types.js';

interface Words {
  subject: string;
  paragraphs: string[];
}

/** Every notice says what to do about it. */
type Wording<Kind extends Notice['kind']> = (
  notice: Extract<Notice, { kind: Kind }>,
  links: { forgot: string; notYou: string; app: string },
) => Words;

const WORDINGS: { [Kind in Notice['kind']]: Wording<Kind> } = {
  'sign-in-code': ({ code }, { notYou }) => ({
    subject: 'Your Nightdesk sign-in code',
    paragraphs: [
      `Your code is ${code}. It works once, for ${CODE_MINUTES} minutes.`,
      'We ask for it because somebody has been trying many passwords for your account. Give it to nobody.',
      notYou,
    ],
  }),
  'many-failures': (_, { forgot }) => ({
    subject: 'Somebody is trying to sign in to your Nightdesk account',
    paragraphs: [
      'In the last hour there were many attempts to sign in to your account with a wrong password. Your account stays open for you; we may mail you a code when you sign in.',
      `If you use your password nowhere else, there is nothing to do. Otherwise choose a new one: ${forgot}`,
    ],
  }),
  'password-changed': (_, { notYou }) => ({
    subject: 'Your Nightdesk password was changed',
    paragraphs: ['Your password was changed, and every other session was signed out.', notYou],
  }),
  'address-changing': ({ newAddress }, { forgot }) => ({
    subject: 'Your Nightdesk e-mail address is about to change',
    paragraphs: [
      `Somebody who is signed in as you asked to use ${newAddress} instead of this address. It changes once the link we sent there is opened.`,
      `If this was not you, choose a new password at once; that stops it: ${forgot}`,
    ],
  }),
  'second-factor-on': (_, { notYou }) => ({
    subject: 'Two-step sign-in is on',
    paragraphs: ['An authenticator app was added to your account. Keep your recovery codes in a safe place.', notYou],
  }),
  'second-factor-off': (_, { notYou }) => ({
    subject: 'Two-step sign-in is off',
    paragraphs: ['The authenticator app was removed from your account. Your password alone now signs you in.', notYou],
  }),
  'recovery-code-used': ({ left }, { notYou }) => ({
    subject: 'A recovery code was used',
    paragraphs: [`One of your recovery codes was used. ${left === 1 ? 'One is' : `${left} are`} left.`, notYou],
  }),
  'calendar-lost': ({ business }, { app }) => ({
    subject: `Google Calendar is no longer connected to ${oneLine(business)}`,
    paragraphs: [
      'Google ended our permission: it was taken back, its password was changed, or it was not used for half a year.',
      'Until it is connected again callers are offered no times by your calendar, and hear that your office will call. Nothing that was booked is lost.',
      `Connect it again in Settings, Booking: ${app}`,
    ],
  }),
};

/** The words of a notice, without greeting and signature. */
export function noticeWords<Kind extends Notice['kind']>(
  notice: Extract<Notice, { kind: Kind }>,
  publicUrl: string,
): Words {
  const forgot = `${publicUrl}/forgot`;
  const wording: Wording<Kind> = WORDINGS[notice.kind];
  return wording(notice, {
    app: publicUrl,
    forgot,
    notYou: `If this was not you, choose a new password at once: ${forgot}`,
  });
}
