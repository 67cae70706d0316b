import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { me } from './me.js';
import { api } from './request.js';
import type { Onboarding, OnboardingStepName, Profile, SaveConfig, SaveProfile } from './types.js';

export const onboarding = (accountId: string) =>
  queryOptions({ queryKey: [accountId, 'onboarding'], queryFn: () => api.get<Onboarding>(accountId, 'onboarding') });

export const profile = (accountId: string) =>
  queryOptions({ queryKey: [accountId, 'profile'], queryFn: () => api.get<Profile>(accountId, 'profile') });

/** What one step of the wizard keeps. Whatever is left out stays as it is. */
export interface StepSave {
  config?: { basedOn: number; change: SaveConfig };
  profile?: SaveProfile;
  /** "I have looked at this and it is right." */
  confirms?: Extract<OnboardingStepName, 'hours' | 'forwarding' | 'voice' | 'compliance'>;
}

export function useSaveStep(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ config, profile: facts, confirms }: StepSave) => {
      if (config) await api.put(accountId, 'config', { body: config.change, basedOn: config.basedOn });
      if (facts) await api.put(accountId, 'profile', { body: facts });
      if (confirms) await api.post(accountId, 'onboarding/confirm', { step: confirms });
    },
    onSettled: () =>
      Promise.all([
        ...['onboarding', 'config', 'profile', 'overview', 'compliance'].map((name) =>
          client.invalidateQueries({ queryKey: [accountId, name] }),
        ),
        client.invalidateQueries({ queryKey: me().queryKey, exact: true }),
      ]),
  });
}

export function useGoLive(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<Onboarding>(accountId, 'onboarding/go-live'),
    onSuccess: (shown) => client.setQueryData(onboarding(accountId).queryKey, shown),
    onSettled: () =>
      Promise.all(
        ['config', 'overview', 'onboarding'].map((name) => client.invalidateQueries({ queryKey: [accountId, name] })),
      ),
  });
}
