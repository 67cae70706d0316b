import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsOptional, IsString, IsTimeZone, Length, Matches, MaxLength } from 'class-validator';
import { ONE_LINE, oneLine } from './one-line.types.js';

export class SignUp {
  @ApiProperty({ enum: ['agency', 'contractor'] }) @IsIn(['agency', 'contractor']) kind!: 'agency' | 'contractor';
  /** Name of the agency or of the contractor's business. @example Metro Plumbing */
  @IsString() @Length(1, 120) @Matches(ONE_LINE, oneLine('organisation')) organisation!: string;
  /** @example Dave Morrison */
  @IsString() @Length(1, 120) @Matches(ONE_LINE, oneLine('name')) name!: string;
  @IsEmail() @MaxLength(254) email!: string;
  /** 15 to 128 characters. */
  @IsString() @Length(1, 600) password!: string;
  /** The contractor's own, as an IANA name; what the browser says is a good guess. @example America/Chicago */
  @IsOptional() @IsTimeZone() @MaxLength(64) timeZone?: string;
}

export class VerifyEmail {
  /** From the link in the e-mail. */
  @Matches(/^[A-Za-z0-9_-]{43}$/) token!: string;
}
