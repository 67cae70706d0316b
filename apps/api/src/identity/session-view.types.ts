import { ApiProperty } from '@nestjs/swagger';

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
