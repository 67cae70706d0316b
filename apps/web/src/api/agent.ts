import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type {
  AgentChoices,
  AgentStatus,
  Compliance,
  GreetingPreview,
  HolidayPreset,
  QuestionAnswer,
  TestCallDesk,
  VoiceList,
} from './types.js';

export const agentStatus = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'config', 'status'],
    queryFn: () => api.get<AgentStatus>(accountId, 'config/status'),
  });

export const voices = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'config', 'voices'],
    queryFn: () => api.get<VoiceList>(accountId, 'config/voices'),
  });

/** The audio, fetched with the bearer. */
export const voiceSample = async (accountId: string, voiceId: string): Promise<Blob> =>
  (await api.raw(accountId, `config/voices/${voiceId}/sample`)).blob();

export const agentChoices = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'agent-choices'],
    queryFn: () => api.get<AgentChoices>(accountId, 'config/agent-choices'),
    staleTime: Infinity,
  });

export interface GreetingDraft {
  greeting: string;
  aiName?: string;
  ownerName?: string;
}

/** What callers would hear; the last answer stays while the next one is on its way. */
export const greetingPreview = (accountId: string, draft: GreetingDraft) =>
  queryOptions({
    queryKey: [accountId, 'greeting-preview', draft],
    queryFn: () => api.post<GreetingPreview>(accountId, 'config/greeting/preview', draft),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const useTestQuestion = (accountId: string) =>
  useMutation({
    mutationFn: (question: string) => api.post<QuestionAnswer>(accountId, 'config/faq/test', { question }),
  });

export const compliance = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'config', 'compliance'],
    queryFn: () => api.get<Compliance>(accountId, 'config/compliance'),
  });

export const holidays = (accountId: string, year: number) =>
  queryOptions({
    queryKey: [accountId, 'holidays', year],
    queryFn: () => api.get<HolidayPreset>(accountId, 'config/holidays', { year }),
    staleTime: Infinity,
  });

const UNDERWAY = new Set(['ringing', 'in_progress']);

export const testCalls = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'test-calls'],
    queryFn: () => api.get<TestCallDesk>(accountId, 'config/test-calls'),
    refetchInterval: ({ state }) => (state.data?.calls.some((call) => UNDERWAY.has(call.status)) ? 2000 : false),
  });

export function usePlaceTestCall(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (contactId: string) => api.post<{ callId: string }>(accountId, 'config/test-call', { contactId }),
    onSettled: () =>
      Promise.all(
        ['test-calls', 'onboarding'].map((name) => client.invalidateQueries({ queryKey: [accountId, name] })),
      ),
  });
}
