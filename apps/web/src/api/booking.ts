import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './request.js';
import type {
  Appointment,
  AppointmentState,
  BookingSettings,
  CreateAppointment,
  Page,
  SaveBookingSettings,
  Slot,
  SlotList,
} from './types.js';

export interface AppointmentFilter {
  /** Held and booked ones when left out. */
  state?: AppointmentState[];
  /** Those that begin at or after it, and before `to`. RFC 3339. */
  from?: string;
  to?: string;
}

const PAGE = 100;

/** All pages of a list: a visit that is left out would look like free time. */
async function everyPage(accountId: string, filter: AppointmentFilter): Promise<Appointment[]> {
  const found: Appointment[] = [];
  let after: string | null = null;
  do {
    const page: Page<Appointment> = await api.get(accountId, 'booking/appointments', {
      ...filter,
      limit: PAGE,
      after,
    });
    found.push(...page.data);
    after = page.nextCursor;
  } while (after !== null);
  return found;
}

export const appointments = (accountId: string, filter: AppointmentFilter) =>
  queryOptions({
    queryKey: [accountId, 'booking', 'appointments', filter],
    queryFn: () => everyPage(accountId, filter),
    placeholderData: keepPreviousData,
  });

/** What waits for somebody's approval, whoever has waited longest first. */
export const heldAppointments = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'booking', 'held'],
    queryFn: () => everyPage(accountId, { state: ['held'] }),
    select: (held) => held.toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1)),
  });

export const appointment = (accountId: string, id: string) =>
  queryOptions({
    queryKey: [accountId, 'booking', 'appointment', id],
    queryFn: () => api.get<Appointment>(accountId, `booking/appointments/${id}`),
  });

/** Windows nobody has, soonest first. Always asked anew: what was open a minute ago may be somebody's by now. */
export const openSlots = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'booking', 'slots'],
    queryFn: () => api.get<SlotList>(accountId, 'booking/slots'),
    staleTime: 0,
  });

export const bookingSettings = (accountId: string) =>
  queryOptions({
    queryKey: [accountId, 'booking', 'settings'],
    queryFn: () => api.get<BookingSettings>(accountId, 'booking/settings'),
  });

export function useSaveBookingSettings(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, change }: { version: number; change: SaveBookingSettings }) =>
      api.put<BookingSettings>(accountId, 'booking/settings', { body: change, basedOn: version }),
    onSuccess: (saved) => {
      client.setQueryData(bookingSettings(accountId).queryKey, saved);
      // The agent's script speaks of times or does not, and that is a setting of its own.
      return Promise.all(
        ['booking', 'config'].map((name) => client.invalidateQueries({ queryKey: [accountId, name] })),
      );
    },
  });
}

/** A card, a call's row and the week all show an appointment; after a refusal they show who was faster. */
function useAppointmentChange<Change>(accountId: string, change: (change: Change) => Promise<Appointment>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all(
        ['booking', 'lead-cards', 'calls', 'overview'].map((name) =>
          client.invalidateQueries({ queryKey: [accountId, name] }),
        ),
      ),
  });
}

const post = (accountId: string, path: string, body: unknown): Promise<Appointment> =>
  api.post<Appointment>(accountId, `booking/appointments${path}`, body);

/** Whether the customer is told by text. */
interface Telling {
  textCustomer: boolean;
}

export const useCreateAppointment = (accountId: string) =>
  useAppointmentChange(accountId, (made: CreateAppointment) => post(accountId, '', made));

/** Without a time: as it is held. */
export const useApproveAppointment = (accountId: string) =>
  useAppointmentChange(accountId, ({ id, ...body }: Telling & { id: string; time?: Slot }) =>
    post(accountId, `/${id}/approve`, body),
  );

export const useDeclineAppointment = (accountId: string) =>
  useAppointmentChange(accountId, (id: string) => post(accountId, `/${id}/decline`, {}));

/** Answers with the appointment that has the new time. */
export const useMoveAppointment = (accountId: string) =>
  useAppointmentChange(accountId, ({ id, time, textCustomer }: Telling & { id: string; time: Slot }) =>
    post(accountId, `/${id}/move`, { ...time, textCustomer }),
  );

export const useCancelAppointment = (accountId: string) =>
  useAppointmentChange(accountId, ({ id, textCustomer }: Telling & { id: string }) =>
    post(accountId, `/${id}/cancel`, { textCustomer }),
  );
