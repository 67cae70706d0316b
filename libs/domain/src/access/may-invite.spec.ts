import { ROLES } from '@domain/access/capabilities';
import { mayInvite } from '@domain/access/may-invite';

describe('Inviting', () => {
  it.each([
    ['owner', 'owner', true],
    ['owner', 'agency_admin', false],
    ['dispatcher', 'owner', false],
    ['dispatcher', 'csr', true],
    ['csr', 'dispatcher', false],
    ['agency_admin', 'owner', true],
  ] as const)('%s invites %s: %s', (inviter, invited, allowed) => {
    expect(mayInvite(inviter, invited)).toBe(allowed);
  });

  it('to one’s own role is always possible', () => {
    expect(ROLES.every((role) => mayInvite(role, role))).toBe(true);
  });
});
