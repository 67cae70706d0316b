import type { AccountId } from '@domain/ids';

/** What a contractor starts with; everything else is a default to be corrected in the settings. */
export interface NewContractor {
  /** Chosen by whoever asks, so that asking twice makes one. */
  accountId: AccountId;
  agencyId: string | null;
  name: string;
  /** First name or name, as the greeting says it. */
  ownerName: string;
  /** Where the digest goes until another place is set. */
  ownerEmail?: string;
  /** IANA name. */
  timeZone: string;
  /** Two letters. */
  state?: string;
  trades?: string[];
}
