import type { Role } from '@domain/access/capabilities';

/** What happened to a person's way in, or to a permission they gave us, told to the person. */
export type Notice =
  | { kind: 'sign-in-code'; code: string }
  | { kind: 'many-failures' }
  | { kind: 'password-changed' }
  | { kind: 'address-changing'; newAddress: string }
  | { kind: 'second-factor-on' }
  | { kind: 'second-factor-off' }
  | { kind: 'recovery-code-used'; left: number }
  | { kind: 'calendar-lost'; business: string };

/** An e-mail we owe somebody, as facts; the words are in `letters.ts` and `notices.ts`. */
export type Letter =
  | { kind: 'sign-up'; name: string; organisation: string; token: string }
  | { kind: 'reset'; token: string }
  | { kind: 'invitation'; inviter: string; organisation: string; role: Role; token: string }
  /** To the address that was asked for; it becomes the person's when its link is opened. */
  | { kind: 'new-address'; name: string; token: string }
  /** To the address that was given up: nobody is found there any more, so the name comes along. */
  | { kind: 'address-changed'; name: string; newAddress: string }
  | Notice;

export interface Written {
  subject: string;
  /** Plain text. */
  text: string;
}

/** How long links and codes work; the letters say it. */
export const SIGN_UP_HOURS = 24;
export const RESET_MINUTES = 30;
export const ADDRESS_MINUTES = 60;
export const INVITATION_HOURS = 72;
export const CODE_MINUTES = 10;
