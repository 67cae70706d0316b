import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type {
  Gap,
  OnCallNow,
  Override,
  QuietHours,
  SaveSchedule,
  Schedule,
  SchedulePreview,
  Shift,
  TimeOff,
} from './types.js';

export const schedule = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'on-call', 'schedule'],
    queryFn: () => api.get<Schedule>(accountId, 'on-call/schedule'),
  });

export const onCallNow = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'on-call', 'now'],
    queryFn: () => api.get<OnCallNow>(accountId, 'on-call/now'),
  });

/** Also asked again by the minute hand: what was left out of a gap's look-ahead yesterday may lie in it today. */
export const gaps = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'on-call', 'gaps'],
    queryFn: () => api.get<Gap[]>(accountId, 'on-call/gaps'),
    refetchInterval: 15 * 60_000,
  });

/** Names a gap in a link. By its end: a gap that has begun starts anew with every minute. */
export const gapKey = ({ endsAt, trade, zip }: Gap): string => [endsAt, trade, zip].filter(Boolean).join(' ');

/** Shifts that touch the span, cut at both of its ends. */
export const shifts = (accountId: string, from: string, to: string) =>
  queryOptions({
    queryKey: [accountId, 'on-call', 'shifts', from, to],
    queryFn: () => api.get<Shift[]>(accountId, 'on-call/shifts', { from, to }),
    placeholderData: keepPreviousData,
  });

/** What a draft would mean for the next 14 days; nothing is saved. */
export const schedulePreview = (accountId: string, draft: SaveSchedule) =>
  queryOptions({
    queryKey: [accountId, 'on-call', 'preview', draft],
    queryFn: () => api.post<SchedulePreview>(accountId, 'on-call/schedule/preview', draft),
    placeholderData: keepPreviousData,
    retry: false,
  });

export type ScheduleDraft = SaveSchedule & { version: number };

export interface NewOverride {
  inContactId: string;
  outContactId?: string;
  layerId?: string;
  startsAt: string;
  endsAt: string;
  reason?: string;
}

export interface ContactSpan {
  contactId: string;
  startsAt: string;
  endsAt: string;
  reason?: string;
}

/** Whoever is on call changes: the calendar, the ladder's people and the Live page with it. */
function useScheduleChange<Change, Answer>(accountId: string, change: (change: Change) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all(
        ['on-call', 'overview', 'policy'].map((name) => client.invalidateQueries({ queryKey: [accountId, name] })),
      ),
  });
}

export const useSaveSchedule = (accountId: string) =>
  useScheduleChange(accountId, ({ version, ...body }: ScheduleDraft) =>
    api.put<Schedule>(accountId, 'on-call/schedule', { body, basedOn: version }),
  );

/** Back to the simple form. */
export const useClearSchedule = (accountId: string) =>
  useScheduleChange(accountId, (version: number) => api.remove<Schedule>(accountId, 'on-call/schedule', version));

export const useAddOverride = (accountId: string) =>
  useScheduleChange(accountId, (body: NewOverride) => api.post<Override>(accountId, 'on-call/overrides', body));

export const useEndOverride = (accountId: string) =>
  useScheduleChange(accountId, (id: string) => api.remove(accountId, `on-call/overrides/${id}`));

export const useSwapShifts = (accountId: string) =>
  useScheduleChange(accountId, (body: { one: ContactSpan; other: ContactSpan }) =>
    api.post<Override[]>(accountId, 'on-call/swap', body),
  );

export const useTakePager = (accountId: string) =>
  useScheduleChange(accountId, (body: { contactId: string; until: string }) =>
    api.post<OnCallNow>(accountId, 'on-call/take', body),
  );

/** Paged after everybody else until then, twelve hours at most. */
export const useAddBusy = (accountId: string) =>
  useScheduleChange(accountId, (body: { contactId: string; endsAt: string }) =>
    api.post<Schedule['busy'][number]>(accountId, 'on-call/busy', body),
  );

/** Free again before its time. */
export const useEndBusy = (accountId: string) =>
  useScheduleChange(accountId, (id: string) => api.remove(accountId, `on-call/busy/${id}`));

export const useAddTimeOff = (accountId: string) =>
  useScheduleChange(accountId, (body: ContactSpan) => api.post<TimeOff>(accountId, 'on-call/time-off', body));

export const useEndTimeOff = (accountId: string) =>
  useScheduleChange(accountId, (id: string) => api.remove(accountId, `on-call/time-off/${id}`));

/** When the next in line is not told of a shift that was not confirmed. HH:MM on the account's clock. */
export const quietHours = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'on-call', 'quiet-hours'],
    queryFn: () => api.get<QuietHours>(accountId, 'on-call/quiet-hours'),
  });

export function useSaveQuietHours(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (hours: QuietHours) => api.put<QuietHours>(accountId, 'on-call/quiet-hours', { body: hours }),
    onSuccess: () => client.invalidateQueries({ queryKey: [accountId, 'on-call'] }),
  });
}
