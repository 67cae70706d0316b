import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import type { GrantRow } from './access-grants.queries.js';

export class OpenAccessGrant {
  /** Hours until it closes by itself, at most thirty days. */
  @IsInt() @Min(1) @Max(720) hours!: number;
}

export class AccessGrantView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  agencyName!: string;
  granterName!: string;
  /** The agency can read calls, cards, recordings, incidents and digests at the moment. */
  isOpen!: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revokedAt!: string | null;
}

export const toAccessGrantView = (row: GrantRow): AccessGrantView => ({
  id: row.id,
  agencyName: row.agencyName,
  granterName: row.granterName,
  isOpen: row.isOpen,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
});
