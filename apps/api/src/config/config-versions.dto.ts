import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Change } from './changes.js';
import type { StoredVersion } from './config-versions.queries.js';

const LARGEST_VERSION = 999_999_999;
const text = { type: String, nullable: true } as const;
const whole = { type: Number, nullable: true } as const;

export class ListVersions {
  @ApiPropertyOptional({ description: 'Only older ones than this number' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST_VERSION)
  before?: number;

  @ApiPropertyOptional({ default: 20 }) @Type(() => Number) @IsInt() @Min(1) @Max(100) limit: number = 20;
}

export class CompareVersions {
  @ApiProperty() @Type(() => Number) @IsInt() @Min(1) @Max(LARGEST_VERSION) from!: number;
  @ApiProperty() @Type(() => Number) @IsInt() @Min(1) @Max(LARGEST_VERSION) to!: number;
}

export class VersionView {
  @ApiProperty() number!: number;
  @ApiProperty({ type: [String], description: 'Fields that differ from the version before' }) changed!: string[];
  @ApiProperty({ ...text, description: 'Who saved it; null for the settings an account began with' })
  savedBy!: string | null;
  @ApiProperty({ format: 'date-time' }) savedAt!: string;
  @ApiProperty(text) note!: string | null;
  @ApiProperty({ ...whole, description: 'The older version that was restored with this one' })
  restoredFrom!: number | null;
}

export class VersionDetail extends VersionView {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The settings without secrets' })
  settings!: Record<string, unknown>;
}

export class VersionPage {
  @ApiProperty({ type: [VersionView] }) data!: VersionView[];
  @ApiProperty({ ...whole, description: 'Send it as `before` for the next page' }) nextBefore!: number | null;
}

/** Whatever a field of the settings may hold. */
const ANY_VALUE = {
  nullable: true,
  oneOf: [
    ...[{ type: 'string' }, { type: 'number' }, { type: 'boolean' }],
    ...[
      { type: 'array', items: {} },
      { type: 'object', additionalProperties: true },
    ],
  ],
};

export class ChangeView {
  @ApiProperty({ example: 'aiName' }) field!: string;
  @ApiProperty({ ...ANY_VALUE, example: 'Alex' }) from!: unknown;
  @ApiProperty({ ...ANY_VALUE, example: 'Sam' }) to!: unknown;
}

export class VersionDiff {
  @ApiProperty() from!: number;
  @ApiProperty() to!: number;
  @ApiProperty({ type: [ChangeView] }) changes!: ChangeView[];
}

export const toVersionView = (version: StoredVersion): VersionView => ({
  number: version.number,
  changed: version.changed,
  savedBy: savedBy(version),
  savedAt: version.savedAt.toISOString(),
  note: version.note,
  restoredFrom: version.restoredFrom,
});

export const toVersionDetail = (version: StoredVersion): VersionDetail => ({
  ...toVersionView(version),
  settings: { ...version.settings },
});

export const toChangeViews = (changes: Change[]): ChangeView[] =>
  changes.map(({ field, from, to }) => ({ field, from, to }));

/** One row more than asked for says that there is another page. */
export function toVersionPage(rows: StoredVersion[], limit: number): VersionPage {
  const page = rows.slice(0, limit);
  return { data: page.map(toVersionView), nextBefore: rows.length > limit ? (page.at(-1)?.number ?? null) : null };
}

function savedBy({ savedBy: actor, savedByName }: StoredVersion): string | null {
  if (actor.type === 'api_key') return 'API key';
  return actor.type === 'user' ? (savedByName ?? 'Somebody who has left') : null;
}
