import { ApiProperty } from '@nestjs/swagger';

/** Described by hand: other features show it too, and only `.dto.ts` files are described by the compiler. */
export class UserView {
  @ApiProperty({ type: String }) id!: string;
  @ApiProperty({ type: String }) email!: string;
  @ApiProperty({ type: String }) name!: string;
}

export class SessionView {
  @ApiProperty({
    type: String,
    description: 'Bearer token for 15 minutes. The refresh token travels in an httpOnly cookie.',
  })
  accessToken!: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: string;
  @ApiProperty({ type: UserView }) user!: UserView;
}
