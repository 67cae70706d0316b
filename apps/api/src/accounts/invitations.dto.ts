import { ACCOUNT_ROLES, ROLES, type AccountRole, type Role } from '@domain/access/capabilities';
import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import type { InvitationOffer, OpenInvitation } from '../identity/invitation.types.js';
import { SessionView } from '../identity/session-view.types.js';
import { ONE_LINE, oneLine } from './one-line.types.js';

const SECRET = /^[A-Za-z0-9_-]{43}$/;

export class InviteToAccount {
  @IsEmail() @MaxLength(254) email!: string;
  @ApiProperty({ enum: ACCOUNT_ROLES }) @IsIn(ACCOUNT_ROLES) role!: AccountRole;
}

export class InviteToAgency {
  @IsEmail() @MaxLength(254) email!: string;
}

export class InvitationLink {
  /** From the link in the e-mail. */
  @ApiProperty({ pattern: SECRET.source }) @Matches(SECRET) token!: string;
}

export class AcceptInvitation {
  @ApiProperty({ pattern: SECRET.source }) @Matches(SECRET) token!: string;
  /** For somebody without an account. */
  @IsOptional() @IsString() @Length(1, 120) @Matches(ONE_LINE, oneLine('name')) name?: string;
  /** For somebody without an account: 15 to 128 characters. */
  @IsOptional() @IsString() @Length(1, 600) password?: string;
}

export class InvitationView {
  id!: string;
  email!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) role!: Role;
  /** Name of the person who invites. */
  invitedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: string;
  isExpired!: boolean;
}

export class InvitationOfferView {
  organisation!: string;
  email!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) role!: Role;
  invitedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: string;
  /** True: sign in as this address, then accept. False: choose a name and a password. */
  hasAccount!: boolean;
}

export class AcceptedView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) accountId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) agencyId!: string | null;
  /** For somebody new; null for whoever was signed in already. */
  @ApiProperty({ type: SessionView, nullable: true }) session!: SessionView | null;
}

export function toInvitationView(invitation: OpenInvitation): InvitationView {
  return {
    id: invitation.id,
    email: invitation.email,
    role: invitation.role,
    invitedBy: invitation.invitedBy,
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    isExpired: invitation.isExpired,
  };
}

export function toInvitationOfferView(offer: InvitationOffer): InvitationOfferView {
  return {
    organisation: offer.organisation,
    email: offer.email,
    role: offer.role,
    invitedBy: offer.invitedBy,
    expiresAt: offer.expiresAt.toISOString(),
    hasAccount: offer.hasAccount,
  };
}
