import { randomBytes } from 'node:crypto';
import { diariesOf, type Diary } from './diary.js';

/** Somebody's answer to "may this application …?". */
export interface Grant {
  refreshToken: string;
  address: string;
  scopes: string[];
}

/** A yes that has not been redeemed yet. */
export interface PendingGrant {
  address: string;
  scopes: string[];
  redirectUri: string;
  codeChallenge: string;
}

interface Kept {
  people: [string, Diary[]][];
  grants: Grant[];
}

/** Who has calendars at the stand-in, and whom they let in. */
export class GooglePeople {
  private people = new Map<string, Diary[]>();
  private grants: Grant[] = [];
  private readonly pending = new Map<string, PendingGrant>();
  private readonly accessTokens = new Map<string, Grant>();

  /** A person's calendars; whoever is asked for is there. */
  diaries(address: string): Diary[] {
    const known = this.people.get(address) ?? diariesOf(address);
    this.people.set(address, known);
    return known;
  }

  /** One calendar of one person: `primary` or its id. */
  diary(address: string, id: string): Diary | undefined {
    return this.diaries(address).find((diary) => diary.id === id || (id === 'primary' && diary.primary));
  }

  /** Whoever's calendar it is. */
  anyDiary(id: string): Diary | undefined {
    return [...this.people.values()].flat().find((diary) => diary.id === id);
  }

  all(): { address: string; letsIn: boolean; diaries: Diary[] }[] {
    return [...this.people].map(([address, diaries]) => ({
      address,
      letsIn: this.grants.some((grant) => grant.address === address),
      diaries,
    }));
  }

  allow(grant: PendingGrant): string {
    const code = `4/sim-${randomBytes(16).toString('base64url')}`;
    this.pending.set(code, grant);
    return code;
  }

  /** Codes work once. */
  take(code: string): PendingGrant | undefined {
    const grant = this.pending.get(code);
    this.pending.delete(code);
    return grant;
  }

  letIn({ address, scopes }: PendingGrant): Grant {
    const grant = { refreshToken: `1//sim-${randomBytes(16).toString('base64url')}`, address, scopes };
    this.diaries(address);
    this.grants.push(grant);
    return grant;
  }

  grantOf(refreshToken: string): Grant | undefined {
    return this.grants.find((grant) => grant.refreshToken === refreshToken);
  }

  accessTokenFor(grant: Grant): string {
    const accessToken = `ya29.sim-${randomBytes(16).toString('base64url')}`;
    this.accessTokens.set(accessToken, grant);
    return accessToken;
  }

  /** Undefined for a token that is unknown or whose permission is gone. */
  byAccessToken(accessToken: string): Grant | undefined {
    const grant = this.accessTokens.get(accessToken);
    return grant && this.grantOf(grant.refreshToken);
  }

  /** Google ends the whole permission of that person, whichever of its tokens is handed in. */
  withdraw(address: string): void {
    this.grants = this.grants.filter((grant) => grant.address !== address);
  }

  clear(): void {
    this.restore({ people: [], grants: [] });
    this.pending.clear();
    this.accessTokens.clear();
  }

  save(): Kept {
    return { people: [...this.people], grants: this.grants };
  }

  restore(kept: Kept): void {
    this.people = new Map(kept.people);
    this.grants = kept.grants;
  }
}
