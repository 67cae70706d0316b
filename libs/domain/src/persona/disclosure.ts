/** States where every party of a call must know that it is recorded, with their area codes (reference B7; not legal advice). */
const ALL_PARTY_STATES: Record<string, string> = {
  CA: '209 213 279 310 323 341 350 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951',
  CT: '203 475 860 959',
  DE: '302',
  FL: '239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941 954',
  IL: '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872',
  MA: '339 351 413 508 617 774 781 857 978',
  MD: '227 240 301 410 443 667',
  MI: '231 248 269 313 517 586 616 679 734 810 906 947 989',
  MT: '406',
  NH: '603',
  NV: '702 725 775',
  OR: '458 503 541 971',
  PA: '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878',
  VT: '802',
  WA: '206 253 360 425 509 564',
};
const ALL_PARTY_AREA_CODES = new Set(Object.values(ALL_PARTY_STATES).flatMap((codes) => codes.split(' ')));
/** Maine, Utah and California want an automated voice to say so before it is asked (decision 12). */
const GREETING_DISCLOSURE_STATES = new Set(['ME', 'UT', 'CA']);

export interface RecordingSetting {
  /** Two letters, or null when unknown. */
  state: string | null;
  recordingNotice: 'on' | 'attested_off';
}

/** Whether a contractor in this state may attest that no notice is needed; nobody may where it is unknown. */
export const mayAttestNoNotice = (state: string | null): boolean => state !== null && !(state in ALL_PARTY_STATES);

/**
 * Whether this caller must hear that the call is recorded. On unless the contractor attested otherwise, and never off where
 * its own state or the caller's area code asks for everyone's consent; a withheld number could be from anywhere.
 */
export function mustNoticeRecording(setting: RecordingSetting, callerPhone: string | null): boolean {
  if (setting.recordingNotice === 'on' || !mayAttestNoNotice(setting.state)) return true;
  return !callerPhone?.startsWith('+1') || ALL_PARTY_AREA_CODES.has(callerPhone.slice(2, 5));
}

/** Spoken before the recording starts and before the agent speaks, so that nobody can talk over it. */
export const RECORDING_NOTICE = 'This call is recorded.';

/** Whether the greeting itself says that the caller talks to an automated assistant. */
export const mustDiscloseInGreeting = (state: string | null, setting: 'on_request' | 'in_greeting'): boolean =>
  setting === 'in_greeting' || (state !== null && GREETING_DISCLOSURE_STATES.has(state));

const DISCLOSURE = "I'm an automated assistant.";

/** A greeting that says so before its closing question, so that the caller answers the question and not the disclosure. */
export function withDisclosure(greeting: string): string {
  const question = greeting.lastIndexOf('. ');
  if (question < 0) return `${greeting} ${DISCLOSURE}`;
  return `${greeting.slice(0, question + 1)} ${DISCLOSURE}${greeting.slice(question + 1)}`;
}
