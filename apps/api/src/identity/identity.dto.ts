import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, Length, Matches, MaxLength, MinLength } from 'class-validator';
import type { SessionSeen } from './identity.types.js';

/** Code units, not characters: 128 characters of any script fit; the sentence about too long ones comes from the policy. */
const LONGEST_PASSWORD_TEXT = 600;
const SECRET = /^[A-Za-z0-9_-]{43}$/;
/** Six digits, or a recovery code with its dashes. */
const CODE = /^[A-Za-z0-9 -]{6,40}$/;
// The compiler writes a pattern into the API document only when it stands in the decorator itself.
const secret = { pattern: SECRET.source };
const code = { pattern: CODE.source, example: '492039' };
const codeSentence = { message: 'code must be the six digits of your app, or a recovery code' };

export class SignIn {
  /** @example dave@metroplumbing.example */
  @IsEmail() @MaxLength(254) email!: string;
  @IsString() @MinLength(1) @MaxLength(LONGEST_PASSWORD_TEXT) password!: string;
}

export class SignInWithCode {
  /** What sign-in answered. */
  @ApiProperty(secret) @Matches(SECRET) ticket!: string;
  /** @example 492039 */
  @ApiProperty(code) @Matches(CODE, codeSentence) code!: string;
}

export class StepUp {
  @IsOptional() @IsString() @Length(1, LONGEST_PASSWORD_TEXT) password?: string;
  /** Instead of the password, with two-step sign-in on. */
  @ApiPropertyOptional(code) @IsOptional() @Matches(CODE, codeSentence) code?: string;
}

export class ChangePassword {
  @IsString() @Length(1, LONGEST_PASSWORD_TEXT) currentPassword!: string;
  /** At least 15 characters, or 8 with two-step sign-in on; at most 128. */
  @IsString() @Length(1, LONGEST_PASSWORD_TEXT) newPassword!: string;
}

export class ChangeAddress {
  @IsEmail() @MaxLength(254) email!: string;
}

export class ConfirmAddress {
  @ApiProperty(secret) @Matches(SECRET) token!: string;
}

export class ForgotPassword {
  @IsEmail() @MaxLength(254) email!: string;
}

export class ResetPassword {
  @ApiProperty(secret) @Matches(SECRET) token!: string;
  @IsString() @Length(1, LONGEST_PASSWORD_TEXT) password!: string;
  /** With two-step sign-in on. */
  @ApiPropertyOptional(code) @IsOptional() @Matches(CODE, codeSentence) code?: string;
}

export class ConfirmSecondFactor {
  @Matches(/^\d{3} ?\d{3}$/, { message: 'code must be six digits' }) code!: string;
}

export class RemoveSecondFactor {
  @IsString() @Length(1, LONGEST_PASSWORD_TEXT) password!: string;
  @ApiProperty(code) @Matches(CODE, codeSentence) code!: string;
}

/** The password was right; a code is still needed. */
export class CodeNeededView {
  @ApiProperty({ enum: ['code'] }) needs!: 'code';
  /** Ten minutes, five tries. */
  ticket!: string;
  /** Where the person finds the code. */
  @ApiProperty({ enum: ['authenticator', 'email'] }) by!: 'authenticator' | 'email';
}

export class SeenSessionView {
  id!: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time' }) lastSeenAt!: string;
  @ApiProperty({ type: String, nullable: true }) userAgent!: string | null;
  /** The first part of the address it came from. */
  @ApiProperty({ type: String, nullable: true }) network!: string | null;
  secondFactor!: boolean;
  /** The session that asks. */
  isCurrent!: boolean;
}

export class SecondFactorView {
  isOn!: boolean;
  recoveryCodesLeft!: number;
}

export class SecondFactorStartView {
  /** For a QR code. */
  uri!: string;
  /** To type in where no camera is. */
  secret!: string;
}

export class RecoveryCodesView {
  /** Shown this once. */
  @ApiProperty({ type: [String] }) recoveryCodes!: string[];
}

export function toSeenSessionView(session: SessionSeen, currentId: string): SeenSessionView {
  return {
    id: session.id,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    userAgent: session.userAgent,
    network: session.network,
    secondFactor: session.secondFactor,
    isCurrent: session.id === currentId,
  };
}
