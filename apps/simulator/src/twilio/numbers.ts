const E164 = /^\+[1-9]\d{6,14}$/;
/** 911 and its like, with or without a country code, and the premium prefixes of North America. */
const FORBIDDEN = /^(\+?1?[2-9]11|\+1(900|976)\d{7})$/;

export function isE164(number: string): boolean {
  return E164.test(number);
}

/** Emergency, N11 and premium numbers: Twilio connects none of them for this account. */
export function forbiddenDestination(number: string): boolean {
  return FORBIDDEN.test(number);
}
