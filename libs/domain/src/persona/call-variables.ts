import { greetingWord } from '@domain/hours/greeting-word';
import { callbackPhrase, clockFace, openingPhrase } from '@domain/hours/hours-wording';
import type { OfficeHours } from '@domain/hours/hours.types';
import { lastFour } from '@domain/phone/e164';
import { DateTime } from 'luxon';

export interface CallMoment {
  at: Date;
  hours: OfficeHours;
  businessName: string;
  ownerName: string;
  /** Name only; the number of a technician is never put in front of a model (decision 14). */
  onCallName: string | null;
  callerPhone: string | null;
  /** Minutes since this caller's previous call within four hours; null for a first one. */
  minutesSinceLastCall: number | null;
}

/** The words the rendered script leaves open, for one call. */
export function callVariables(moment: CallMoment): Record<string, string> {
  const { at, hours } = moment;
  const { hour } = DateTime.fromJSDate(at, { zone: hours.timeZone });
  return {
    greeting_word: greetingWord(hour),
    farewell: farewell(hour),
    local_time: clockFace(at, hours.timeZone),
    business_name: moment.businessName,
    owner_name: moment.ownerName,
    on_call_name: moment.onCallName ? firstName(moment.onCallName) : 'our on-call technician',
    caller_number_ending: moment.callerPhone ? lastFour(moment.callerPhone) : 'unknown, so ask for the number',
    repeat_caller: moment.minutesSinceLastCall === null ? 'no' : 'yes',
    minutes_ago: String(moment.minutesSinceLastCall ?? ''),
    office_opens: openingPhrase(hours, at),
    callback_when: callbackPhrase(hours, at),
  };
}

/** "Mike" of "Mike T.": how the PRD's agent speaks of a technician. */
export const firstName = (name: string): string => (/^\p{Lu}/u.test(name) ? (name.split(' ')[0] ?? name) : name);

function farewell(hour: number): string {
  if (hour >= 17 || hour < 5) return 'good night';
  return hour < 12 ? 'good morning' : 'good day';
}
