import { KEY_SCOPES, type Capability } from '@domain/access/capabilities';
import type { Standing } from '@domain/access/decide-access';
import { JwtService } from '@nestjs/jwt';
import { newId } from '@platform/tenancy/new-id';
import type { SignedIn } from '../harness/sign-in.js';
import type { Owner } from './canaries.js';

export const ACCOUNTS = { A: '312', B: '303', G: '214', C: '415', S: '206' } as const;
export type AccountLetter = keyof typeof ACCOUNTS;

/** The version of every row of an account that has one: no account's is another's, so a borrowed one shows. */
export const VERSIONS: Record<AccountLetter, number> = { A: 11, B: 12, G: 13, C: 14, S: 15 };

/** One of those who might ask (reference 1.4). */
export interface Suspect {
  name: string;
  /** Value of the Authorization header; null for nobody. */
  bearer: string | null;
  /** The account in which the expectations of the table hold; null where there is none. */
  home: AccountLetter | null;
  /** How they stand at home; null when whatever they show must not let them in at all. */
  standing: Standing | null;
  /** The agency they may enter, by its letter. */
  agency: 'X' | 'Y' | null;
  /** Whose canaries may reach them. */
  mayMeet: readonly Owner[];
  userId: string | null;
}

export type People = Record<
  'aOwner' | 'aStale' | 'aDispatcher' | 'aCsr' | 'bOwner' | 'cOwner' | 'gOwner' | 'sOwner' | 'revoked',
  SignedIn
>;

export type Keys = Record<'keyReading' | 'keyAll' | 'keyForeign' | 'keyRevoked', string>;
export const READING: Capability[] = ['calls.read', 'lead_cards.read'];

type Everybody = People & Keys & Record<'agencyX' | 'agencyY', SignedIn>;

/** Everybody who might ask, with how the table of capabilities says they stand. */
export function suspectsOf(all: Everybody): Suspect[] {
  const member = (name: string, who: SignedIn, home: AccountLetter, rest: Partial<Suspect> = {}): Suspect => ({
    name,
    bearer: `Bearer ${who.token}`,
    home,
    standing: standing({ role: 'owner' }),
    agency: null,
    mayMeet: home === 'C' ? ['C', 'Y'] : home === 'S' ? ['S'] : [home, 'X'],
    userId: who.userId,
    ...rest,
  });
  const outsider = (name: string, bearer: string | null): Suspect => ({
    name,
    bearer,
    home: null,
    standing: null,
    agency: null,
    mayMeet: [],
    userId: null,
  });
  const key = (name: string, text: string, home: 'A' | 'C', scopes: readonly string[]): Suspect => ({
    name,
    bearer: `Bearer ${text}`,
    home,
    agency: null,
    mayMeet: home === 'A' ? ['A', 'X'] : ['C', 'Y'],
    standing: standing({ role: 'owner', scopes, isFresh: false }),
    userId: null,
  });
  const admin = (granted: boolean) => standing({ role: 'agency_admin', granted });
  return [
    outsider('nobody', null),
    outsider('expired session', `Bearer ${expired(all.aOwner)}`),
    outsider('revoked session', `Bearer ${all.revoked.token}`),
    outsider('revoked key', `Bearer ${all.keyRevoked}`),
    member('A.owner', all.aOwner, 'A'),
    member('A.owner, factor long ago', all.aStale, 'A', { standing: standing({ role: 'owner', isFresh: false }) }),
    member('A.dispatcher', all.aDispatcher, 'A', { standing: standing({ role: 'dispatcher' }) }),
    member('A.csr', all.aCsr, 'A', { standing: standing({ role: 'csr' }) }),
    member('agency of A', all.agencyX, 'A', { standing: admin(false), agency: 'X', mayMeet: ['A', 'B', 'G', 'X'] }),
    member('agency under G’s grant', all.agencyX, 'G', {
      standing: admin(true),
      agency: 'X',
      mayMeet: ['A', 'B', 'G', 'X'],
    }),
    member('B.owner, sister', all.bOwner, 'B'),
    member('C.owner, stranger', all.cOwner, 'C'),
    member('agency of C', all.agencyY, 'C', { standing: admin(false), agency: 'Y', mayMeet: ['C', 'Y'] }),
    key('key of A, reading', all.keyReading, 'A', READING),
    key('key of A, all scopes', all.keyAll, 'A', KEY_SCOPES),
    key('key of C', all.keyForeign, 'C', KEY_SCOPES),
    member('S.owner, suspended', all.sOwner, 'S', {
      standing: standing({ role: 'owner', accountStatus: 'suspended' }),
    }),
  ];
}

const standing = (changes: Partial<Standing>): Standing => ({
  role: 'owner',
  granted: false,
  scopes: null,
  isFresh: true,
  accountStatus: 'active',
  ...changes,
});

const expired = ({ userId }: SignedIn): string =>
  new JwtService({ secret: 'j'.repeat(40) }).sign(
    { sub: userId, sid: newId() },
    { issuer: 'nightdesk', audience: 'nightdesk-app', expiresIn: -60 },
  );
