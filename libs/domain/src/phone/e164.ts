import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { DomainError } from '@domain/errors/domain-error';

/** A telephone number in international form, e.g. +13125550141. The brand is the receipt of `parseE164`. */
export type E164 = string & { readonly __brand: 'E164' };

const NORTH_AMERICA_ONLY_PREMIUM = /^\+1(900|976|\d{3}976)/;
const SERVICE_CODE = /^\+1?\d11$/;
// Share +1 with the US and Canada but are billed as international: the classic route of toll fraud (FRD-01).
const CARIBBEAN_AREA_CODES = new Set(
  '242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876'.split(' '),
);

/** Reads a number as people type it; US and Canada when no country is given. Throws `phone-not-e164`. */
export function parseE164(raw: string): E164 {
  const parsed = parsePhoneNumberFromString(raw.trim(), 'US');
  if (!parsed?.isPossible()) {
    throw new DomainError('invalid', 'phone-not-e164', 'Use the form +15558870002');
  }
  return parsed.number as string as E164;
}

// Keypad spellings of ANONYMOUS, RESTRICTED, BLOCKED and UNKNOWN that carriers send instead of a number.
const WITHHELD = new Set(['+266696687', '+7378742833', '+2562533', '+8656696']);

/** The caller id of a webhook, or null when it is withheld or not a number. */
export function callerIdOf(raw: string | undefined): E164 | null {
  if (!raw || !/^\+[1-9]\d{6,14}$/.test(raw)) return null;
  return WITHHELD.has(raw) ? null : (raw as E164);
}

/**
 * Whether the product may ever dial or text this number (decision 15): US and Canada, no premium rate, no service
 * codes. 911 is never dialled.
 */
export function mayDial(number: E164): boolean {
  if (!number.startsWith('+1') || number.length !== 12) return false;
  if (NORTH_AMERICA_ONLY_PREMIUM.test(number) || SERVICE_CODE.test(number)) return false;
  return !CARIBBEAN_AREA_CODES.has(number.slice(2, 5));
}

/** (312) 555-0141 for North America, international form otherwise: for people, never for keys. */
export function spokenForm(number: string): string {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return number;
  return parsed.countryCallingCode === '1' ? parsed.formatNational() : parsed.formatInternational();
}

/** The last four digits, as the agent reads a number back ("ending in 0141"). */
export const lastFour = (number: string): string => number.slice(-4);
