import type { SmsRegistration } from '@domain/persona/compliance';
import type { OfferedNumber } from '@domain/ports/line-provider';
import { failureWords } from '@domain/provisioning/failure-words';
import {
  PROVISIONING_KINDS,
  PROVISIONING_STATES,
  PROVISIONING_STEPS,
  STEP_STATES,
  type ProvisioningKind,
  type ProvisioningState,
  type ProvisioningStepName,
  type StepState,
} from '@domain/provisioning/saga-steps';
import { parseE164, spokenForm } from '@domain/phone/e164';
import { DomainError } from '@domain/errors/domain-error';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Line, LineState } from './line.entity.js';
import type { ProvisioningStep } from './provisioning-step.entity.js';
import type { Provisioning } from './provisioning.entity.js';
import type { WantedNumber } from './provisioning.types.js';
import type { ShownProvisioning } from './provisioning-view.service.js';

const AREA_CODE = /^[2-9]\d{2}$/;
const AREA_CODE_WORDS = 'areaCode must be three digits, e.g. "312"';

export class StartProvisioning {
  @ApiProperty({ enum: PROVISIONING_KINDS, description: '`bring`: a number the platform already has at the carrier' })
  @IsIn(PROVISIONING_KINDS)
  kind!: ProvisioningKind;

  @ApiProperty({
    required: false,
    example: '312',
    pattern: AREA_CODE.source,
    description: 'With `buy`: any free number of this area',
  })
  @IsOptional()
  @Matches(AREA_CODE, { message: AREA_CODE_WORDS })
  areaCode?: string;

  @ApiProperty({ required: false, example: '+13125550147', description: 'With `buy`: this one first, then its area' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  number?: string;
}

/** Throws `number-missing` when the kind lacks what it needs. */
export function wantedNumber({ kind, areaCode, number }: StartProvisioning): WantedNumber {
  if (number) return { kind, number: parseE164(number) };
  if (kind === 'buy' && areaCode) return { kind, areaCode };
  throw new DomainError('invalid', 'number-missing', 'Choose a number, or an area code to buy one in.');
}

const REGISTRATIONS = ['none', 'pending', 'approved', 'blocked'] as const;

export class ReportSmsRegistration {
  @ApiProperty({ enum: REGISTRATIONS, enumName: 'SmsRegistration' })
  @IsIn(REGISTRATIONS)
  registration!: SmsRegistration;
}

export class SearchNumbers {
  @ApiProperty({ example: '312', pattern: AREA_CODE.source })
  @Matches(AREA_CODE, { message: AREA_CODE_WORDS })
  areaCode!: string;
}

export class OfferedNumberView {
  @ApiProperty({ example: '+13125550147' }) number!: string;
  @ApiProperty({ example: '(312) 555-0147' }) label!: string;
  @ApiProperty({ example: 'Chicago' }) locality!: string;
  @ApiProperty({ example: 'IL' }) region!: string;
}

export class OfferedNumbers {
  @ApiProperty({ type: [OfferedNumberView] }) data!: OfferedNumberView[];
}

export const toOfferedNumbers = (offers: OfferedNumber[]): OfferedNumbers => ({
  data: offers.map(({ number, locality, region }) => ({ number, label: spokenForm(number), locality, region })),
});

export class ProvisioningStepView {
  @ApiProperty({ enum: PROVISIONING_STEPS }) step!: ProvisioningStepName;
  @ApiProperty({ enum: STEP_STATES }) state!: StepState;
  attempts!: number;
  @ApiProperty({ type: String, nullable: true, description: 'What went wrong last, in words' }) problem!: string | null;
  @ApiProperty({ type: Date, nullable: true }) startedAt!: Date | null;
  @ApiProperty({ type: Date, nullable: true }) endedAt!: Date | null;
}

export class SetUpView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: PROVISIONING_KINDS }) kind!: ProvisioningKind;
  @ApiProperty({ enum: PROVISIONING_STATES }) state!: ProvisioningState;
  @ApiProperty({ type: String, nullable: true, example: '+13125550147' }) number!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it waits for a person' }) problem!: string | null;
  createdAt!: Date;
  @ApiProperty({ type: Date, nullable: true }) endedAt!: Date | null;
  @ApiProperty({ type: [ProvisioningStepView] }) steps!: ProvisioningStepView[];
}

export class LineView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: '+13125550147' }) number!: string;
  @ApiProperty({ example: '(312) 555-0147' }) label!: string;
  @ApiProperty({ enum: ['live', 'releasing', 'released'] }) state!: LineState;
  @ApiProperty({ type: Date, nullable: true, description: 'Until then it answers, and can be kept' })
  releaseDueAt!: Date | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Version of the settings the agent has' })
  assistantVersion!: number | null;
  @ApiProperty({ type: Date, nullable: true, description: 'When it was last compared with its providers' })
  auditedAt!: Date | null;
  @ApiProperty({ type: [String], description: 'What the last audit found and could not repair' }) drift!: string[];
}

export class ProvisioningView {
  @ApiProperty({ type: SetUpView, nullable: true, description: 'The newest set-up, whatever became of it' })
  setUp!: SetUpView | null;
  @ApiProperty({ type: [LineView] }) lines!: LineView[];
}

export const toProvisioningView = ({ saga, steps, lines }: ShownProvisioning): ProvisioningView => ({
  setUp: saga && toSetUpView(saga, steps),
  lines: lines.map(toLineView),
});

function toSetUpView(saga: Provisioning, steps: ProvisioningStep[]): SetUpView {
  const { id, kind, state, createdAt, endedAt, errorCode, facts } = saga;
  const number = facts.number ?? saga.wantedNumber;
  const problem = errorCode && failureWords(errorCode);
  return { id, kind, state, number, problem, createdAt, endedAt, steps: steps.map(toStepView) };
}

function toStepView({ step, state, attempts, errorCode, startedAt, endedAt }: ProvisioningStep): ProvisioningStepView {
  return { step, state, attempts, problem: errorCode && failureWords(errorCode), startedAt, endedAt };
}

function toLineView({ id, number, state, releaseDueAt, assistantVersion, auditedAt, drift }: Line): LineView {
  return { id, number, label: spokenForm(number), state, releaseDueAt, assistantVersion, auditedAt, drift };
}
