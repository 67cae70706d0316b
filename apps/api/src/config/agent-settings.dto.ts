import { answerQuestion, type AgentAnswer } from '@domain/persona/answer-question';
import { compliance, type ComplianceView as Compliance } from '@domain/persona/compliance';
import { mustDiscloseInGreeting, withDisclosure } from '@domain/persona/disclosure';
import { GREETING_AIM_SECONDS, greetingProblems, greetingSample, MERGE_FIELDS } from '@domain/persona/greeting';
import { SAFETY_LINES } from '@domain/persona/safety-lines';
import { SERVICES_OF_TRADE } from '@domain/persona/trade-services';
import { VOICES, type Voice } from '@domain/persona/voices';
import { asOfficeHours } from '@domain/hours/as-office-hours';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import type { AiDisclosure, RecordingNotice } from './config.types.js';
import type { ShownSettings } from './save-rules.js';

const text = { type: String, nullable: true } as const;

export class VoiceView implements Voice {
  @ApiProperty({ example: 'Elliot' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['female', 'male'] }) gender!: 'female' | 'male';
  @ApiProperty() accent!: string;
  @ApiProperty() character!: string;
  @ApiProperty() speaksSpanish!: boolean;
  @ApiProperty({ description: "What callers would hear it say: this account's own greeting" }) sample!: string;
}

export class VoiceList {
  @ApiProperty({ type: [VoiceView] }) voices!: VoiceView[];
  @ApiProperty({ description: 'How the voice itself can be heard' }) note!: string;
}

/** The provider has no request that reads a text aloud outside a call, so the sample says the provider's words, not these. */
const PREVIEW_NOTE =
  "Preview plays the provider's own sample of the voice. To hear it say your greeting, save and place a Test Call.";

export const toVoiceList = ({ config }: ShownSettings): VoiceList => ({
  voices: VOICES.map((voice) => ({
    ...voice,
    sample: greetingSample(asSpoken(config, config.greeting), namesOf(config), 20).text,
  })),
  note: PREVIEW_NOTE,
});

export class MergeFieldView {
  @ApiProperty({ example: '{{BUSINESS_NAME}}' }) field!: string;
  @ApiProperty() meaning!: string;
  @ApiProperty() required!: boolean;
}

export class TradeServices {
  @ApiProperty({ type: [String] }) plumbing!: string[];
  @ApiProperty({ type: [String] }) hvac!: string[];
  @ApiProperty({ type: [String] }) electrical!: string[];
}

export class SafetyLineView {
  @ApiProperty({ example: 'gas.v1' }) id!: string;
  @ApiProperty() english!: string;
  @ApiProperty() spanish!: string;
}

export class AgentChoices {
  @ApiProperty({ type: [MergeFieldView] }) mergeFields!: MergeFieldView[];
  @ApiProperty({ type: TradeServices }) services!: TradeServices;
  @ApiProperty({ type: [SafetyLineView], description: 'Reviewed texts; nobody can edit them here' })
  safetyLines!: SafetyLineView[];
}

export const agentChoices = (): AgentChoices => ({
  mergeFields: Object.entries(MERGE_FIELDS).map(([name, { meaning, required }]) => ({
    field: `{{${name}}}`,
    meaning,
    required,
  })),
  services: SERVICES_OF_TRADE,
  safetyLines: Object.values(SAFETY_LINES).map(({ id, english, spanish }) => ({ id, english, spanish })),
});

export class PreviewGreeting {
  @ApiProperty() @IsString() @MaxLength(600) greeting!: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 40) aiName?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 80) ownerName?: string;
  /** The local hour to greet at, 0 to 23; 20 when left out. */
  @ApiPropertyOptional() @IsOptional() @IsInt() @Min(0) @Max(23) hour?: number;
}

export class GreetingPieceView {
  @ApiProperty() text!: string;
  @ApiProperty({ ...text, description: 'The merge field these words came from' }) field!: string | null;
}

export class GreetingPreview {
  @ApiProperty() text!: string;
  @ApiProperty({ type: [GreetingPieceView] }) pieces!: GreetingPieceView[];
  @ApiProperty({ description: 'How long it takes to say' }) seconds!: number;
  @ApiProperty() aimSeconds!: number;
  @ApiProperty({ type: [String], description: 'What to mend before it can be saved' }) problems!: string[];
}

export function toGreetingPreview({ config }: ShownSettings, body: PreviewGreeting): GreetingPreview {
  const names = {
    ...namesOf(config),
    aiName: body.aiName ?? config.aiName,
    ownerName: body.ownerName ?? config.ownerName,
  };
  const sample = greetingSample(asSpoken(config, body.greeting), names, body.hour ?? 20);
  return { ...sample, aimSeconds: GREETING_AIM_SECONDS, problems: greetingProblems(body.greeting) };
}

/** With the disclosure where it is due: it takes time to say, too. */
const asSpoken = ({ state, aiDisclosure }: ShownSettings['config'], greeting: string): string =>
  mustDiscloseInGreeting(state, aiDisclosure) ? withDisclosure(greeting) : greeting;

const namesOf = (config: ShownSettings['config']) => ({
  businessName: config.accountName,
  aiName: config.aiName,
  ownerName: config.ownerName,
});

export class TestQuestion {
  @ApiProperty({ example: 'Do you take credit cards?' })
  @IsString()
  @Length(2, 300, { message: 'question is what a caller would ask, 2 to 300 characters' })
  question!: string;
}

const SOURCES: AgentAnswer['source']['kind'][] = [
  ...(['faq', 'hours', 'services', 'area', 'safety', 'identity', 'pricing', 'none'] as const),
];

export class QuestionAnswer {
  @ApiProperty() says!: string;
  @ApiProperty({ enum: SOURCES }) source!: AgentAnswer['source']['kind'];
  @ApiProperty({ type: Number, nullable: true, description: 'Place in the FAQ list, when it came from there' })
  faqIndex!: number | null;
  @ApiProperty({ ...text }) faqQuestion!: string | null;
  @ApiProperty({ description: 'Why this answer, in words' }) because!: string;
  @ApiProperty({ description: 'Whether the agent would take a message instead' }) takesMessage!: boolean;
}

export function toQuestionAnswer({ config }: ShownSettings, question: string): QuestionAnswer {
  const knowledge = { ...config, businessName: config.accountName, hours: asOfficeHours(config) };
  const { says, source, because } = answerQuestion(question, knowledge);
  return {
    says,
    because,
    source: source.kind,
    faqIndex: source.kind === 'faq' ? source.index : null,
    faqQuestion: source.kind === 'faq' ? source.question : null,
    takesMessage: source.kind === 'none',
  };
}

class RecordingRule {
  @ApiProperty({ enum: ['on', 'attested_off'] }) setting!: RecordingNotice;
  @ApiProperty() mayTurnOff!: boolean;
  @ApiProperty() words!: string;
  @ApiProperty() why!: string;
}
class DisclosureRule {
  @ApiProperty({ enum: ['on_request', 'in_greeting'] }) setting!: AiDisclosure;
  @ApiProperty() inGreeting!: boolean;
  @ApiProperty() forced!: boolean;
  @ApiProperty() why!: string;
}
class SmsRule {
  @ApiProperty({ enum: ['none', 'pending', 'approved', 'blocked'] })
  registration!: Compliance['sms']['registration'];
  @ApiProperty() canText!: boolean;
  @ApiProperty() why!: string;
}
export class ComplianceView {
  @ApiProperty({ ...text, example: 'IL' }) state!: string | null;
  @ApiProperty({ type: RecordingRule }) recording!: RecordingRule;
  @ApiProperty({ type: DisclosureRule }) disclosure!: DisclosureRule;
  @ApiProperty({ type: SmsRule }) sms!: SmsRule;
}

export const toComplianceView = ({ config, line }: ShownSettings): ComplianceView => ({
  state: config.state,
  ...compliance({ ...config, smsRegistration: line.smsRegistration }),
});
