import { can, CAPABILITIES, ROLES } from '@domain/access/capabilities';

describe('Who may do what', () => {
  it('gives owners everything of their account', () => {
    for (const capability of Object.keys(CAPABILITIES) as (keyof typeof CAPABILITIES)[])
      expect(can('owner', capability)).toBe(true);
  });

  it('lets CSRs keep callback status, and neither touch the roster nor incidents', () => {
    expect(can('csr', 'lead_cards.update_callback')).toBe(true);
    expect(can('csr', 'on_call.write')).toBe(false);
    expect(can('csr', 'incidents.handle')).toBe(false);
  });

  it('shows agency people no word of a caller', () => {
    for (const capability of [
      'calls.read',
      'lead_cards.read',
      'recordings.play',
      'incidents.read',
      'digests.read',
    ] as const)
      expect(can('agency_admin', capability)).toBe(false);
  });

  it('names known roles only', () => {
    for (const roles of Object.values(CAPABILITIES)) for (const role of roles) expect(ROLES).toContain(role);
  });
});
