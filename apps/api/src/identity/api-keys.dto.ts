import { KEY_SCOPES, type Capability } from '@domain/access/capabilities';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
} from 'class-validator';
import { KEY_PREFIX } from './api-key-format.js';
import type { ApiKeyRow } from './api-keys.queries.js';
import type { MadeKey } from './api-keys.service.js';

export const KEY_STATES = ['active', 'replaced', 'revoked', 'expired'] as const;

/** When nothing is said: a year, and a day to change over. */
export const DAYS = 365;
export const OVERLAP_HOURS = 24;

export class CreateApiKey {
  /** What it is for. @example CRM sync */
  @IsString() @Length(1, 80) name!: string;

  @ApiProperty({ enum: KEY_SCOPES, enumName: 'ApiKeyScope', isArray: true, example: ['calls.read', 'lead_cards.read'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(KEY_SCOPES.length)
  @ArrayUnique()
  @IsIn(KEY_SCOPES, { each: true })
  scopes!: Capability[];

  /** Days until it ends by itself, at most two years. */
  @ApiPropertyOptional({ default: DAYS }) @IsOptional() @IsInt() @Min(1) @Max(730) expiresInDays?: number;
}

export class RotateApiKey {
  /** Hours during which the old key still works, at most seven days. */
  @ApiPropertyOptional({ default: OVERLAP_HOURS }) @IsOptional() @IsInt() @Min(0) @Max(168) overlapHours?: number;
}

export class ApiKeyView {
  keyId!: string;
  name!: string;
  /** How the key begins; the rest was shown once. */
  start!: string;
  @ApiProperty({ enum: KEY_SCOPES, enumName: 'ApiKeyScope', isArray: true }) scopes!: Capability[];
  @ApiProperty({ enum: KEY_STATES, enumName: 'ApiKeyState' }) state!: (typeof KEY_STATES)[number];
  madeBy!: string;
  makerName!: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: string;
  /** To the minute. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastUsedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revokedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) replacedBy!: string | null;
}

export class NewApiKeyView extends ApiKeyView {
  /** The whole key. It is not stored and cannot be shown again. */
  key!: string;
}

export const toApiKeyView = (row: ApiKeyRow): ApiKeyView => ({
  keyId: row.keyId,
  name: row.name,
  start: `${KEY_PREFIX}${row.keyId}_`,
  scopes: row.scopes,
  state: stateOf(row),
  madeBy: row.madeBy,
  makerName: row.makerName,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
  replacedBy: row.replacedBy,
});

export const toNewApiKeyView = ({ row, text }: MadeKey): NewApiKeyView => ({ ...toApiKeyView(row), key: text });

function stateOf(row: ApiKeyRow): (typeof KEY_STATES)[number] {
  if (row.revokedAt) return 'revoked';
  if (row.isOver) return 'expired';
  return row.replacedBy ? 'replaced' : 'active';
}
