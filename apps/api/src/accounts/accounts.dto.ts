import { ROLES, type Role } from '@domain/access/capabilities';
import { ApiProperty } from '@nestjs/swagger';
import type { Me } from './accounts.types.js';

export class MyUserView {
  id!: string;
  email!: string;
  name!: string;
}

export class MyAccountView {
  accountId!: string;
  name!: string;
  timeZone!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) role!: Role;
  @ApiProperty({ type: String, nullable: true }) agencyName!: string | null;
  @ApiProperty({ enum: ['active', 'suspended'] }) status!: 'active' | 'suspended';
  /** `agency`: looked after, not belonged to; every page of the account says so. */
  @ApiProperty({ enum: ['member', 'agency'] }) actingAs!: 'member' | 'agency';
  /** Until when the account lets its agency read what callers said. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) grantedUntil!: string | null;
}

export class MyAgencyView {
  agencyId!: string;
  name!: string;
}

export class MeView {
  user!: MyUserView;
  accounts!: MyAccountView[];
  agencies!: MyAgencyView[];
}

export function toMeView(me: Me): MeView {
  return {
    user: { id: me.user.id, email: me.user.email, name: me.user.name },
    accounts: me.accounts.map((account) => ({
      accountId: account.accountId,
      name: account.name,
      timeZone: account.timeZone,
      role: account.role,
      agencyName: account.agencyName,
      status: account.status,
      actingAs: account.actingAs,
      grantedUntil: account.grantedUntil?.toISOString() ?? null,
    })),
    agencies: me.agencies.map(({ agencyId, name }) => ({ agencyId, name })),
  };
}
