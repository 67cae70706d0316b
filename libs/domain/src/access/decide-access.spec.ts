import type { Capability } from '@domain/access/capabilities';
import { decideAccess, mayAlsoSee, type Standing } from '@domain/access/decide-access';

const owner: Standing = { role: 'owner', granted: false, scopes: null, isFresh: true, accountStatus: 'active' };

describe('A request in an account', () => {
  it.each<[string, Partial<Standing>, Capability, string]>([
    ['an owner reading calls', {}, 'calls.read', 'allowed'],
    ['a CSR touching the roster', { role: 'csr' }, 'on_call.write', 'not-allowed'],
    ['an agency admin without a grant', { role: 'agency_admin' }, 'calls.read', 'grant-needed'],
    ['an agency admin under a grant', { role: 'agency_admin', granted: true }, 'calls.read', 'allowed'],
    ['an agency admin making its own grant', { role: 'agency_admin' }, 'access_grants.manage', 'not-allowed'],
    ['an owner whose factor is old, making a key', { isFresh: false }, 'api_keys.manage', 'step-up-required'],
    ['a CSR whose factor is old, making a key', { role: 'csr', isFresh: false }, 'api_keys.manage', 'not-allowed'],
    ['anybody of a suspended account', { accountStatus: 'suspended' }, 'overview.read', 'account-suspended'],
    ['a key with the scope', { scopes: ['calls.read'] }, 'calls.read', 'allowed'],
    ['a key without the scope', { scopes: ['calls.read'] }, 'config.write', 'scope-missing'],
    ['a key with a scope no key may have', { scopes: ['api_keys.read'] }, 'api_keys.read', 'scope-missing'],
    ['a key whose maker was demoted', { role: 'csr', scopes: ['config.write'] }, 'config.write', 'not-allowed'],
  ])('of %s', (_, standing, capability, decision) => {
    expect(decideAccess({ ...owner, ...standing }, capability)).toBe(decision);
  });
});

describe('What an answer about something else shows', () => {
  it.each([
    ['an owner', 'owner', null, true],
    ['the agency, which would read it unnoticed', 'agency_admin', null, false],
    ['a key with the scope', 'owner', ['digests.read'], true],
    ['a key without the scope', 'owner', ['overview.read'], false],
  ] as const)('to %s', (_, role, scopes, shown) => {
    expect(mayAlsoSee({ role, scopes }, 'digests.read')).toBe(shown);
  });
});
