import { BOOKABLE_SERVICES } from '@domain/booking/booking-rules';
import { bookingRuleProblems } from '@domain/booking/check-booking-rules';
import type { BookableService, BookingMode, BookingSettings, SaveBookingSettings } from '../../../api/types.js';

/** A trade without a mode of its own has the overall one. */
export type TradeMode = BookingMode | 'same';
type Dollars = number | string;

const forEachTrade = <T>(of: (trade: BookableService) => T) =>
  Object.fromEntries(BOOKABLE_SERVICES.map((trade) => [trade, of(trade)])) as Record<BookableService, T>;

const inDollars = (cents: number | null | undefined): Dollars => (cents == null ? '' : cents / 100);
const inCents = (dollars: Dollars): number | null => (dollars === '' ? null : Math.round(Number(dollars) * 100));

/** The rules as the page's fields have them. */
export const draftOf = (settings: BookingSettings) => ({
  mode: settings.mode,
  tradeModes: forEachTrade((trade): TradeMode => settings.serviceModes[trade] ?? 'same'),
  windows: settings.windows,
  visitMinutes: settings.visitMinutes as number | string,
  bufferMinutes: settings.bufferMinutes as number | string,
  crews: settings.crews as number | string,
  visitsPerDay: settings.visitsPerDay as number | string,
  leadHours: settings.leadHours as number | string,
  horizonDays: settings.horizonDays as number | string,
  zones: settings.zones,
  autoServices: settings.autoServices,
  knownCustomersOnly: settings.knownCustomersOnly,
  usualDollars: forEachTrade((trade) => inDollars(settings.usualValueCents[trade])),
  valueLimitDollars: inDollars(settings.valueLimitCents),
  approverContactId: settings.approverContactId,
  holdMinutes: settings.holdMinutes as number | string,
});
export type BookingDraft = ReturnType<typeof draftOf>;

const given = <T>(values: Record<BookableService, T | null>): Partial<Record<BookableService, T>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Partial<
    Record<BookableService, T>
  >;

export const changeOf = (draft: BookingDraft): SaveBookingSettings => ({
  mode: draft.mode,
  serviceModes: given(forEachTrade((trade) => ownMode(draft.tradeModes[trade]))),
  windows: draft.windows,
  visitMinutes: Number(draft.visitMinutes),
  bufferMinutes: Number(draft.bufferMinutes),
  crews: Number(draft.crews),
  visitsPerDay: Number(draft.visitsPerDay),
  leadHours: Number(draft.leadHours),
  horizonDays: Number(draft.horizonDays),
  zones: draft.zones,
  autoServices: draft.autoServices,
  knownCustomersOnly: draft.knownCustomersOnly,
  usualValueCents: given(forEachTrade((trade) => inCents(draft.usualDollars[trade]))),
  valueLimitCents: inCents(draft.valueLimitDollars),
  approverContactId: draft.approverContactId,
  holdMinutes: Number(draft.holdMinutes),
});

const ownMode = (mode: TradeMode): BookingMode | null => (mode === 'same' ? null : mode);

/** The modes that any trade has. */
export const modesIn = ({ mode, tradeModes }: Pick<BookingDraft, 'mode' | 'tradeModes'>): Set<BookingMode> =>
  new Set(Object.values(tradeModes).map((own) => (own === 'same' ? mode : own)));

/** As the API refuses them, and in the words of the field. */
const RANGES = {
  visitMinutes: [15, 720, 'minutes'],
  bufferMinutes: [0, 240, 'minutes'],
  crews: [1, 50, 'crews'],
  visitsPerDay: [1, 500, 'visits'],
  leadHours: [0, 336, 'hours'],
  horizonDays: [1, 60, 'days'],
  holdMinutes: [10, 1440, 'minutes'],
} as const;
export type RangedField = keyof typeof RANGES;

export const rangeOf = (field: RangedField): { min: number; max: number } => {
  const [min, max] = RANGES[field];
  return { min, max };
};

function rangeProblem(field: RangedField, value: number | string): string | null {
  const [min, max, unit] = RANGES[field];
  const isRight = value !== '' && Number.isInteger(Number(value)) && Number(value) >= min && Number(value) <= max;
  return isRight ? null : `Between ${min} and ${max} ${unit}`;
}

/** The same sentences as the server's, beside the fields they are about. */
export function draftProblems(draft: BookingDraft): Record<string, string | null> {
  const change = changeOf(draft) as Parameters<typeof bookingRuleProblems>[0];
  const isHalf = Object.values(draft.windows)
    .flat()
    .some(({ from, to }) => from === '' || to === '');
  const ranges = (Object.keys(RANGES) as RangedField[]).map((field) => [field, rangeProblem(field, draft[field])]);
  return {
    ...(Object.fromEntries(ranges) as Record<RangedField, string | null>),
    windows: isHalf ? 'Fill in both times of every window' : bookingRuleProblems(change).join(' ') || null,
    zones: draft.zones.every((zip) => /^\d{5}$/.test(zip)) ? null : 'Write ZIP codes of five digits',
  };
}
