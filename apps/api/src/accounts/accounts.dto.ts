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
    accounts: me.accounts.map(({ accountId, name, timeZone, role, agencyName }) => ({
      accountId,
      name,
      timeZone,
      role,
      agencyName,
    })),
    agencies: me.agencies.map(({ agencyId, name }) => ({ agencyId, name })),
  };
}
