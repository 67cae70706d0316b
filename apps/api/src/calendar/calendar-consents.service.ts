import { CalendarConsent, type CalendarChoice } from '@domain/ports/calendar-consent';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '@platform/secrets/secret-box';
import { AccountDb } from '@platform/tenancy/account-db';
import { newId } from '@platform/tenancy/new-id';
import { createHash, randomBytes } from 'node:crypto';
import {
  calendarUnavailable,
  consentIncomplete,
  consentNotValid,
  noCalendarToWrite,
  notOffered,
} from './calendar.errors.js';
import { storeConsent, takeConsent } from './calendar.queries.js';
import type { ConsentAsker } from './calendar.types.js';

/** What somebody gave us: the lasting permission, and the calendars it reaches. */
export interface Given {
  refreshToken: string;
  /** The primary one first; never empty. */
  calendars: [CalendarChoice, ...CalendarChoice[]];
}

const secret = (): string => randomBytes(32).toString('base64url');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
const placeOf = (accountId: AccountId, id: string): string => `${accountId}:calendar_consents.sealed_verifier:${id}`;

/**
 * Asking a person for their calendar: OAuth 2.0 with PKCE. An answer counts once, within a quarter of an hour, and only
 * from the browser session that was sent to ask, so that nobody can slip their own calendar under another's account.
 */
@Injectable()
export class CalendarConsentsService {
  constructor(
    private readonly db: AccountDb,
    private readonly secrets: SecretBox,
    private readonly consent: CalendarConsent,
  ) {}

  /** Where to send the browser. Throws `calendar-not-offered`. */
  async ask(accountId: AccountId, asker: ConsentAsker): Promise<string> {
    if (!this.consent.isOffered) throw notOffered();
    const [id, verifier] = [newId(), secret()];
    // Names the account, for the page that Google comes back to; whether it is theirs is decided as for any request.
    const state = `${accountId}.${secret()}`;
    const sealedVerifier = this.secrets.seal(placeOf(accountId, id), verifier);
    const row = { id, ...asker, stateHash: sha256(state), sealedVerifier };
    await this.db.within(accountId, (tx) => storeConsent(tx, row));
    return this.consent.questionUrl({ state, codeChallenge: sha256(verifier) });
  }

  /** Throws `consent-not-valid`, `consent-incomplete`, `calendar-unavailable`, `calendar-not-writable`. */
  async redeem(accountId: AccountId, asker: ConsentAsker, answer: { state: string; code: string }): Promise<Given> {
    const taken = await this.db.within(accountId, (tx) => takeConsent(tx, sha256(answer.state), asker));
    if (!taken) throw consentNotValid();
    const verifier = this.secrets.open(placeOf(accountId, taken.id), taken.sealedVerifier);
    const redeemed = await this.consent.redeem(answer.code, verifier);
    switch (redeemed.kind) {
      case 'granted':
        return { refreshToken: redeemed.refreshToken, calendars: await this.choices(redeemed.refreshToken) };
      case 'not-valid':
        throw consentNotValid();
      case 'incomplete':
        throw consentIncomplete();
      case 'unavailable':
        throw calendarUnavailable();
    }
  }

  private async choices(refreshToken: string): Promise<Given['calendars']> {
    const found = await this.consent.calendars(refreshToken);
    if (found.kind !== 'ok') throw calendarUnavailable();
    const [first, ...others] = found.calendars;
    if (!first) throw noCalendarToWrite();
    return [first, ...others];
  }
}
