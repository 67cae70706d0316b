import { DomainError } from '@domain/errors/domain-error';
import { ALERT_CHANNELS, type AlertChannel, type EscalationPolicy, type StepTarget } from '@domain/escalation/policy';
import { MOST_STEPS } from '@domain/escalation/policy-lint';
import type { PolicyDraft } from '@domain/escalation/policy-steps';
import type { Trade } from '@domain/triage/triage.types';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const TRADES = ['plumbing', 'hvac', 'electrical'] as const;
const TARGETS = ['on_call', 'backup', 'owner', 'contact', 'ring_group'] as const;
const LONGEST_DELAY_SECONDS = 4 * 60 * 60;

export class WhichPolicy {
  @ApiPropertyOptional({ enum: TRADES, enumName: 'Trade' }) @IsOptional() @IsIn(TRADES) trade?: Trade;
}

/** Whose turn a step is. `layerId` narrows `on_call`; `contactId` and `groupId` belong to their kinds. */
export class StepTargetBody {
  @ApiProperty({ enum: TARGETS, enumName: 'StepTargetKind' }) @IsIn(TARGETS) kind!: (typeof TARGETS)[number];
  @IsOptional() @IsUUID() layerId?: string;
  @IsOptional() @IsUUID() contactId?: string;
  @IsOptional() @IsUUID() groupId?: string;
}

export class StepRepeatsBody {
  @IsInt() @Min(1) @Max(5) times!: number;
  @IsInt() @Min(60) @Max(3600) everySeconds!: number;
}

export class PolicyStepBody {
  @IsDefined() @ValidateNested() @Type(() => StepTargetBody) target!: StepTargetBody;
  @ApiProperty({ enum: ALERT_CHANNELS, enumName: 'AlertChannel' }) @IsIn(ALERT_CHANNELS) channel!: AlertChannel;
  /** After the emergency is reported. Steps with the same delay fire together. */
  @IsInt() @Min(0) @Max(LONGEST_DELAY_SECONDS) delaySeconds!: number;
  @ApiPropertyOptional({ type: StepRepeatsBody })
  @IsOptional()
  @ValidateNested()
  @Type(() => StepRepeatsBody)
  repeats?: StepRepeatsBody;
  /** Of a ring group: how long each person has before the next one is paged. Default 40. */
  @IsOptional() @IsInt() @Min(15) @Max(300) personSeconds?: number;
}

/** After the last step its target is paged again, `times` times; then the emergency is unreached. */
export class PolicyRepeatBody {
  @IsDefined() @ValidateNested() @Type(() => StepTargetBody) target!: StepTargetBody;
  @IsInt() @Min(60) @Max(3600) everySeconds!: number;
  @IsInt() @Min(0) @Max(10) times!: number;
}

export class SavePolicy {
  @ApiProperty({ type: [PolicyStepBody] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_STEPS)
  @ValidateNested({ each: true })
  @Type(() => PolicyStepBody)
  steps!: PolicyStepBody[];
  @IsDefined() @ValidateNested() @Type(() => PolicyRepeatBody) repeat!: PolicyRepeatBody;
  @IsInt() @Min(5) @Max(60) ringSeconds: number = 25;
}

export class PreviewPolicy {
  /** Without it, what is stored. */
  @ApiPropertyOptional({ type: SavePolicy })
  @IsOptional()
  @ValidateNested()
  @Type(() => SavePolicy)
  policy?: SavePolicy;
  /** Without it, tonight at nine. */
  @ApiPropertyOptional({ type: String, format: 'date-time' }) @IsOptional() @IsISO8601({ strict: true }) at?: string;
  @ApiPropertyOptional({ enum: TRADES, enumName: 'Trade' }) @IsOptional() @IsIn(TRADES) trade?: Trade;
  @IsOptional() @Matches(/^\d{5}$/) zip?: string;
}

export class PolicyTurn {
  contactId!: string;
  name!: string;
  seconds!: number;
  @ApiProperty({ enum: ALERT_CHANNELS, enumName: 'AlertChannel', isArray: true }) channels!: AlertChannel[];
}

export class PolicyPreview {
  at!: Date;
  /** "Tonight 9 PM calls go to: AI, then Mike (call + SMS), then Dana at +10 min, then Dave at +20". */
  sentence!: string;
  @ApiProperty({ type: [PolicyTurn] }) turns!: PolicyTurn[];
  @ApiProperty({ type: [String] }) warnings!: string[];
  /** Why it could not be saved; null when it could. */
  @ApiProperty({ type: String, nullable: true }) problem!: string | null;
}

export class PolicyView {
  /** 0 before the first save. */
  version!: number;
  @ApiProperty({ enum: TRADES, enumName: 'Trade', nullable: true }) trade!: Trade | null;
  /** Made from the delays of the simple form; a trade's: the account's own policy. False once it was edited here. */
  isStandard!: boolean;
  @ApiProperty({ type: [PolicyStepBody] }) steps!: PolicyStepBody[];
  repeat!: PolicyRepeatBody;
  ringSeconds!: number;
  preview!: PolicyPreview;
}

/** Throws `policy-target-incomplete` when a contact or a group is not named. */
export const toPolicyDraft = ({ steps, repeat, ringSeconds }: SavePolicy): PolicyDraft => ({
  steps: steps.map((step) => ({
    target: toTarget(step.target),
    channel: step.channel,
    delaySeconds: step.delaySeconds,
    ...(step.repeats ? { repeats: { times: step.repeats.times, everySeconds: step.repeats.everySeconds } } : {}),
    ...(step.target.kind === 'ring_group' && step.personSeconds ? { personSeconds: step.personSeconds } : {}),
  })),
  repeat: { target: toTarget(repeat.target), everySeconds: repeat.everySeconds, times: repeat.times },
  ringSeconds,
});

function toTarget(body: StepTargetBody): StepTarget {
  const target = TARGET_OF[body.kind](body);
  if (target) return target;
  throw new DomainError('invalid', 'policy-target-incomplete', 'A step must name its contact or its ring group');
}

const TARGET_OF: Record<StepTarget['kind'], (body: StepTargetBody) => StepTarget | null> = {
  on_call: ({ layerId }) => ({ kind: 'on_call', ...(layerId ? { layerId } : {}) }),
  backup: () => ({ kind: 'backup' }),
  owner: () => ({ kind: 'owner' }),
  contact: ({ contactId }) => (contactId ? { kind: 'contact', contactId } : null),
  ring_group: ({ groupId }) => (groupId ? { kind: 'ring_group', groupId } : null),
};

interface ShownPolicy {
  version: number;
  trade: Trade | null;
  isStandard: boolean;
  policy: EscalationPolicy;
  preview: PolicyPreview;
}

export const toPolicyView = ({ policy, ...shown }: ShownPolicy): PolicyView => ({
  ...shown,
  steps: policy.steps.map(({ step: _, ...rest }) => rest),
  repeat: policy.repeat,
  ringSeconds: policy.ringSeconds,
});
