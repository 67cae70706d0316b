import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';

export class SignIn {
  /** @example dave@metroplumbing.example */
  @IsEmail() @MaxLength(254) email!: string;
  @IsString() @MinLength(1) @MaxLength(128) password!: string;
}

export class UserView {
  id!: string;
  email!: string;
  name!: string;
}

export class SessionView {
  /** Bearer token for 15 minutes. The refresh token travels in an httpOnly cookie. */
  accessToken!: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: string;
  user!: UserView;
}
