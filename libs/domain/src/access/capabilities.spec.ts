import {
  ACCOUNT_ROLES,
  can,
  CAPABILITIES,
  KEY_SCOPES,
  needsStepUp,
  ruleOf,
  type Capability,
} from '@domain/access/capabilities';

const ALL = Object.keys(CAPABILITIES) as Capability[];
const WORDS_OF_CALLERS = [
  'calls.read',
  'lead_cards.read',
  'recordings.play',
  'incidents.read',
  'digests.read',
] as const;

describe('Who may do what', () => {
  it('gives owners everything of their account', () => {
    for (const capability of ALL) expect(can('owner', capability)).toBe(true);
  });

  it('lets CSRs return calls, keep callback status and enter the appointment that came of it, and change nothing else', () => {
    const changes = ALL.filter((capability) => !/\.(read|listen|play)$/.test(capability));
    expect(changes.filter((capability) => can('csr', capability))).toEqual([
      'calls.place',
      'lead_cards.update_callback',
      'appointments.create',
    ]);
  });

  it('lets dispatchers also keep the roster and handle incidents, but not the team, keys or settings', () => {
    for (const capability of ['on_call.write', 'incidents.handle'] as const)
      expect(can('dispatcher', capability)).toBe(true);
    for (const capability of ['team.manage', 'team.invite', 'api_keys.manage', 'config.write'] as const)
      expect(can('dispatcher', capability)).toBe(false);
  });

  it.each(WORDS_OF_CALLERS)(
    'shows agency people no word of a caller (%s) unless the account grants it',
    (capability) => {
      expect(can('agency_admin', capability)).toBe(false);
      expect(can('agency_admin', capability, true)).toBe(true);
    },
  );

  it('opens nothing but reading with a grant, and lets no agency grant itself access', () => {
    const opened = ALL.filter(
      (capability) => !can('agency_admin', capability) && can('agency_admin', capability, true),
    );
    expect(opened).toEqual(expect.arrayContaining([...WORDS_OF_CALLERS]));
    expect(opened.every((capability) => /\.(read|play)$/.test(capability))).toBe(true);
    expect(can('agency_admin', 'access_grants.manage', true)).toBe(false);
  });

  it('lets no key reach people, keys, grants or anything that asks a person to prove who they are', () => {
    for (const capability of KEY_SCOPES) {
      expect(capability).not.toMatch(/^(team|api_keys|access_grants)\./);
      expect(needsStepUp(capability)).toBe(false);
    }
  });

  it('asks for a fresh factor before who gets in is changed', () => {
    for (const capability of ['team.invite', 'team.manage', 'api_keys.manage', 'access_grants.manage'] as const)
      expect(needsStepUp(capability)).toBe(true);
  });

  it('names known roles only', () => {
    for (const capability of ALL) for (const role of ruleOf(capability).roles) expect(ACCOUNT_ROLES).toContain(role);
  });
});
