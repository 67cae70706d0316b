import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { mine } from './request.js';
import type { SeenSession } from './types.js';

export const secondFactor = () =>
  queryOptions({
    queryKey: ['me', 'second-factor'],
    queryFn: () => mine.get<{ isOn: boolean; recoveryCodesLeft: number }>('auth/mfa'),
  });

export const mySessions = () =>
  queryOptions({ queryKey: ['me', 'sessions'], queryFn: () => mine.get<SeenSession[]>('auth/sessions') });

export const stepUp = (proof: { password?: string; code?: string }): Promise<void> =>
  mine.post<undefined>('auth/step-up', proof);

/** Ends one session, or all others when no id is given. */
export function useEndSessions() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id?: string) => mine.remove(id ? `auth/sessions/${id}` : 'auth/sessions'),
    onSettled: () => client.invalidateQueries({ queryKey: mySessions().queryKey }),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { currentPassword: string; newPassword: string }) =>
      mine.post<undefined>('auth/password', given),
    onSuccess: () => client.invalidateQueries({ queryKey: mySessions().queryKey }),
  });
}

/** The address stays as it is until the link that goes to the new one is opened. */
export const useChangeEmail = () =>
  useMutation({
    mutationFn: async (email: string) => {
      await mine.post<undefined>('auth/email', { email });
      return email;
    },
  });

/** What the authenticator app is given; nothing is on before it has answered with a code. */
export const useStartSecondFactor = () =>
  useMutation({ mutationFn: () => mine.post<{ uri: string; secret: string }>('auth/mfa') });

interface Codes {
  recoveryCodes: string[];
}

export const useConfirmSecondFactor = () =>
  useFactorChange((code: string) => mine.post<Codes>('auth/mfa/confirm', { code }));

export const useNewRecoveryCodes = () => useFactorChange(() => mine.post<Codes>('auth/mfa/recovery-codes'));

export const useRemoveSecondFactor = () =>
  useFactorChange((proof: { password: string; code: string }) => mine.post<undefined>('auth/mfa/remove', proof));

function useFactorChange<Given, Answer>(mutationFn: (given: Given) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: ['me', 'second-factor'] }) });
}
