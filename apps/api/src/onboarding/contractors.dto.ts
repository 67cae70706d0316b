import { HEALTH_LEVELS, type HealthLevel } from '@domain/onboarding/contractor-health';
import type { ContractorDraft, RowProblem } from '@domain/onboarding/contractor-row';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { ONE_LINE, oneLine } from '../accounts/one-line.types.js';
import type { ContractorImport, ImportRow, ReadLine } from './contractor-imports.types.js';
import type { ListedContractor } from './contractor-health.service.js';

const TRADES = ['plumbing', 'hvac', 'electrical'];
/** Ten thousand contractors are about 700 KB. */
const LONGEST_LIST = 1_000_000;

export class AddContractor {
  /** Chosen by whoever asks: asking again with it adds nobody twice. It becomes no id of ours, so it names nobody else's. */
  @IsOptional() @IsUUID() requestId?: string;
  @IsString() @Length(1, 120) @Matches(ONE_LINE, oneLine('name')) name!: string;
  /** First name, as the greeting says it. */
  @IsString() @Length(1, 80) @Matches(ONE_LINE, oneLine('ownerName')) ownerName!: string;
  /** Is invited as the owner when given. */
  @IsOptional() @IsEmail() @MaxLength(254) ownerEmail?: string;
  @IsOptional()
  @MaxLength(64)
  @IsTimeZone({ message: 'timeZone must be a time zone such as America/Denver' })
  timeZone?: string;
  @IsOptional() @Matches(/^[A-Z]{2}$/, { message: 'state must be two letters, e.g. IL' }) state?: string;
  @IsOptional() @IsArray() @ArrayUnique() @ArrayMaxSize(3) @IsIn(TRADES, { each: true }) trades?: string[];
}

export class ContractorList {
  /** Comma-separated, the first line names the columns: name, owner_name, owner_email, time_zone, state, trades. */
  @IsString() @Length(1, LONGEST_LIST) csv!: string;
}

export class AddedContractorView {
  accountId!: string;
}

export class ContractorHealthView {
  @ApiProperty({ enum: HEALTH_LEVELS, enumName: 'HealthLevel' }) level!: HealthLevel;
  /** Why, in sentences, the worst first. */
  says!: string[];
}

export class ContractorView {
  accountId!: string;
  name!: string;
  timeZone!: string;
  @ApiProperty({ enum: ['active', 'suspended'] }) status!: 'active' | 'suspended';
  health!: ContractorHealthView;
  isLive!: boolean;
  /** Of nine. */
  stepsDone!: number;
  openIncidents!: number;
  unreachedIncidents!: number;
  /** In the last 24 hours. */
  callsToday!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastCallAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) lineNumber!: string | null;
  @ApiProperty({ enum: ['none', 'pending', 'approved', 'blocked'] })
  smsRegistration!: ListedContractor['smsRegistration'];
}

export class RowProblemView {
  @ApiProperty({ type: String, nullable: true }) column!: string | null;
  says!: string;
}

export class DraftView {
  name!: string;
  ownerName!: string;
  @ApiProperty({ type: String, nullable: true }) ownerEmail!: string | null;
  timeZone!: string;
  @ApiProperty({ type: String, nullable: true }) state!: string | null;
  trades!: string[];
}

export class ReadLineView {
  /** Line of the file; the first contractor stands on line 2. */
  line!: number;
  @ApiProperty({ type: DraftView, nullable: true }) draft!: DraftView | null;
  problems!: RowProblemView[];
}

export class ListPreviewView {
  rows!: ReadLineView[];
  good!: number;
  broken!: number;
}

export class ImportRowView extends ReadLineView {
  @ApiProperty({ enum: ['waiting', 'added', 'broken', 'failed'] }) state!: ImportRow['state'];
  @ApiProperty({ type: String, nullable: true }) accountId!: string | null;
  @ApiProperty({ type: String, nullable: true }) says!: string | null;
}

export class ImportView {
  id!: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
  rows!: ImportRowView[];
  waiting!: number;
  added!: number;
  broken!: number;
}

export const toContractorView = (contractor: ListedContractor): ContractorView => ({
  accountId: contractor.accountId,
  name: contractor.name,
  timeZone: contractor.timeZone,
  status: contractor.status,
  isLive: contractor.isLive,
  stepsDone: contractor.stepsDone,
  health: { level: contractor.health.level, says: contractor.health.says },
  openIncidents: contractor.openIncidents,
  unreachedIncidents: contractor.unreachedIncidents,
  callsToday: contractor.callsToday,
  lastCallAt: contractor.lastCallAt?.toISOString() ?? null,
  lineNumber: contractor.lineNumber,
  smsRegistration: contractor.smsRegistration,
});

const toDraftView = (draft: ContractorDraft | null): DraftView | null =>
  draft && {
    name: draft.name,
    ownerName: draft.ownerName,
    ownerEmail: draft.ownerEmail,
    timeZone: draft.timeZone,
    state: draft.state,
    trades: draft.trades,
  };

const toProblemViews = (problems: RowProblem[]): RowProblemView[] =>
  problems.map(({ column, says }) => ({ column, says }));

const toReadLineView = ({ line, draft, problems }: ReadLine): ReadLineView => ({
  line,
  draft: toDraftView(draft),
  problems: toProblemViews(problems),
});

export const toListPreviewView = (rows: ReadLine[]): ListPreviewView => ({
  rows: rows.map(toReadLineView),
  good: rows.filter((row) => row.draft).length,
  broken: rows.filter((row) => !row.draft).length,
});

export const toImportView = ({ id, createdAt, rows }: ContractorImport): ImportView => ({
  id,
  createdAt: createdAt.toISOString(),
  rows: rows.map((row) => ({
    ...toReadLineView(row),
    state: row.state,
    says: row.says,
    accountId: row.state === 'added' ? row.accountId : null,
  })),
  waiting: rows.filter((row) => row.state === 'waiting').length,
  added: rows.filter((row) => row.state === 'added').length,
  broken: rows.filter((row) => row.state === 'broken' || row.state === 'failed').length,
});

export const draftOf = (body: AddContractor): ContractorDraft => ({
  name: body.name.trim(),
  ownerName: body.ownerName.trim(),
  ownerEmail: body.ownerEmail?.toLowerCase() ?? null,
  timeZone: body.timeZone ?? 'America/Chicago',
  state: body.state ?? null,
  trades: body.trades ?? [],
});
