import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type { CalendarChoice, CalendarLink } from './types.js';

/** The contractor's Google Calendar, as it is connected. */
export const calendarLink = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'calendar', 'link'],
    queryFn: () => api.get<CalendarLink>(accountId, 'calendar'),
  });

export const calendarChoices = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'calendar', 'choices'],
    queryFn: () => api.get<CalendarChoice[]>(accountId, 'calendar/choices'),
    retry: false,
  });

/** Where this browser is to be sent: Google's own page. */
export const useAskForCalendar = (accountId: string) =>
  useMutation({ mutationFn: () => api.post<{ url: string }>(accountId, 'calendar/question') });

function useCalendarChange<Change, Answer>(accountId: string, change: (change: Change) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Other busy times mean other open windows.
    onSettled: () =>
      Promise.all(['calendar', 'booking'].map((name) => client.invalidateQueries({ queryKey: [accountId, name] }))),
  });
}

/** Hands in Google's answer; good once. */
export const useConnectCalendar = (accountId: string) =>
  useCalendarChange(accountId, (answer: { state: string; code: string }) =>
    api.post<CalendarLink>(accountId, 'calendar/answer', answer),
  );

export const useChooseCalendar = (accountId: string) =>
  useCalendarChange(accountId, (calendarId: string) =>
    api.put<CalendarLink>(accountId, 'calendar/choice', { body: { calendarId } }),
  );

export const useDisconnectCalendar = (accountId: string) =>
  useCalendarChange(accountId, () => api.remove<{ permissionEnded: boolean }>(accountId, 'calendar'));
