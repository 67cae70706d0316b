import { WEEKDAYS, type Weekday } from '@domain/hours/hours.types';
import { offersTimes, type BookingRules, type BookingWindow } from './booking-rules.js';

const DAY_NAMES: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** What a person should mend in the rules they typed, one sentence each; none when all is well. For the page and the server. */
export function bookingRuleProblems(rules: BookingRules): string[] {
  return [...WEEKDAYS.flatMap((day) => dayProblems(DAY_NAMES[day], rules.windows[day])), ...modeProblems(rules)];
}

function dayProblems(name: string, windows: BookingWindow[]): string[] {
  const backwards = windows.filter(({ from, to }) => to <= from);
  const inOrder = windows.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const overlapping = inOrder.filter(({ from }, index) => from < (inOrder[index - 1]?.to ?? '00:00'));
  return [
    ...backwards.map(({ from, to }) => `${name}: the window from ${from} to ${to} ends before it begins.`),
    ...overlapping.map(({ from }) => `${name}: two windows overlap at ${from}.`),
  ];
}

function modeProblems(rules: BookingRules): string[] {
  const wanted = [rules.mode, ...Object.values(rules.serviceModes)].some((mode) => mode !== 'assist_only');
  return wanted && !offersTimes(rules) ? ['There is no window in the whole week, so nothing could be offered.'] : [];
}
