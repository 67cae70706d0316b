import { refusalOfChange, type TeamMember } from '@domain/access/team-change';
import type { Role } from '@domain/access/capabilities';

const dave: TeamMember = { userId: 'dave', role: 'owner' };
const rosa: TeamMember = { userId: 'rosa', role: 'owner' };
const carla: TeamMember = { userId: 'carla', role: 'csr' };

describe('A change in a team', () => {
  it.each<[string, TeamMember[], { by: string; userId: string; becomes: Role | null }, string | null]>([
    ['of one’s own role', [dave, rosa], { by: 'dave', userId: 'dave', becomes: 'csr' }, 'own-role'],
    ['by which somebody removes themselves', [dave, rosa], { by: 'dave', userId: 'dave', becomes: null }, 'own-role'],
    ['that demotes the last owner', [dave, carla], { by: 'ann', userId: 'dave', becomes: 'csr' }, 'last-owner'],
    ['that removes the last owner', [dave, carla], { by: 'ann', userId: 'dave', becomes: null }, 'last-owner'],
    ['that leaves the last owner an owner', [dave], { by: 'ann', userId: 'dave', becomes: 'owner' }, null],
    ['that demotes one of two owners', [dave, rosa], { by: 'dave', userId: 'rosa', becomes: 'dispatcher' }, null],
    ['that makes a CSR an owner', [dave, carla], { by: 'dave', userId: 'carla', becomes: 'owner' }, null],
    [
      'that removes the last agency admin',
      [{ userId: 'ann', role: 'agency_admin' }],
      { by: 'bob', userId: 'ann', becomes: null },
      'last-admin',
    ],
  ])('%s', (_, team, change, refusal) => {
    expect(refusalOfChange(team, change)).toBe(refusal);
  });
});
