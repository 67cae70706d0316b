import { ACCOUNT_ROLES, ROLES, type AccountRole, type Role } from '@domain/access/capabilities';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { TeamMemberRow } from './team.queries.js';

export class ChangeRole {
  @ApiProperty({ enum: ACCOUNT_ROLES, enumName: 'AccountRole' }) @IsIn(ACCOUNT_ROLES) role!: AccountRole;
}

export class TeamMemberView {
  @ApiProperty({ type: String, format: 'uuid' }) userId!: string;
  name!: string;
  @ApiProperty({ type: String, format: 'email' }) email!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) role!: Role;
}

export const toTeamMemberView = ({ userId, name, email, role }: TeamMemberRow): TeamMemberView => ({
  userId,
  name,
  email,
  role,
});
