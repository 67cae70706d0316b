import { queryOptions } from '@tanstack/react-query';
import { problemOf } from './problem.js';
import { mine } from './request.js';
import { askOpenly, bearer, openSession } from './session.js';
import type { Accepted, InvitationOffer, Session, SignUp } from './types.js';

export const signUp = (given: SignUp): Promise<void> => askOpenly('sign-up', given);

/** The link of the mail: whoever opens it is signed in. */
export const verifyEmail = async (token: string): Promise<void> =>
  openSession(await askOpenly<Session>('verify', { token }));

export const forgotPassword = (email: string): Promise<void> => askOpenly('forgot', { email });

export interface NewPassword {
  token: string;
  password: string;
  /** With two-step sign-in on. */
  code?: string;
}

export const resetPassword = (given: NewPassword): Promise<void> => askOpenly('reset', given);

/** The link in the mail to a new address; every session has ended afterwards. */
export const confirmEmail = (token: string): Promise<void> => askOpenly('email/confirm', { token });

export const invitationOffer = (token: string) =>
  queryOptions({
    queryKey: ['invitation-offer', token],
    queryFn: async () => {
      const response = await fetch(`/api/v1/auth/invitation?token=${encodeURIComponent(token)}`);
      if (!response.ok) throw await problemOf(response);
      return (await response.json()) as InvitationOffer;
    },
    staleTime: Infinity,
    retry: false,
  });

/** Somebody new brings a name and a password; whoever has an account is signed in already. */
export async function acceptInvitation(given: { token: string; name?: string; password?: string }): Promise<Accepted> {
  if (bearer()) return mine.post<Accepted>('auth/invitation/accept', given);
  const accepted = await askOpenly<Accepted>('invitation/accept', given);
  if (accepted.session) openSession(accepted.session);
  return accepted;
}
