import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount } from '../identity/current.decorators.js';
import {
  AgentChoices,
  agentChoices,
  ComplianceView,
  GreetingPreview,
  PreviewGreeting,
  QuestionAnswer,
  TestQuestion,
  toComplianceView,
  toGreetingPreview,
  toQuestionAnswer,
  toVoiceList,
  VoiceList,
} from './agent-settings.dto.js';
import { SettingsService } from './settings.service.js';
import { VoicePreviewService } from './voice-preview.service.js';

/** What the page of the voice agent offers and shows (VTCR 1.3). Nothing here changes anything. */
@ApiTags('Config')
@Controller('api/v1/accounts/:accountId/config')
export class AgentSettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly preview: VoicePreviewService,
  ) {}

  @Get('voices')
  @Can('config.read')
  @ApiOkResponse({ type: VoiceList })
  async listVoices(@CurrentAccount() accountId: AccountId): Promise<VoiceList> {
    return toVoiceList(await this.settings.show(accountId));
  }

  /** A few seconds of the voice, as its provider offers them. */
  @Get('voices/:voiceId/sample')
  @Can('config.read')
  @Header('cache-control', 'private, max-age=86400')
  @ApiParam({ name: 'voiceId', schema: { type: 'string', maxLength: 64, example: 'Elliot' } })
  @ApiProduces('audio/wav')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiServiceUnavailableResponse()
  async playVoice(@Param('voiceId') voiceId: string): Promise<StreamableFile> {
    const { bytes, contentType } = await this.preview.of(voiceId);
    return new StreamableFile(bytes, { type: contentType });
  }

  /** Merge fields, services to tick per trade, and the safety lines as they are spoken. */
  @Get('agent-choices')
  @Can('config.read')
  @ApiOkResponse({ type: AgentChoices })
  agentChoices(): AgentChoices {
    return agentChoices();
  }

  @Get('compliance')
  @Can('config.read')
  @ApiOkResponse({ type: ComplianceView })
  async getCompliance(@CurrentAccount() accountId: AccountId): Promise<ComplianceView> {
    return toComplianceView(await this.settings.show(accountId));
  }

  @Post('greeting/preview')
  @HttpCode(200)
  @Can('config.read')
  @ApiOkResponse({ type: GreetingPreview })
  async previewGreeting(
    @CurrentAccount() accountId: AccountId,
    @Body() body: PreviewGreeting,
  ): Promise<GreetingPreview> {
    return toGreetingPreview(await this.settings.show(accountId), body);
  }

  /** The answer the agent would give, and where it comes from. */
  @Post('faq/test')
  @HttpCode(200)
  @Can('config.read')
  @ApiOkResponse({ type: QuestionAnswer })
  async testQuestion(@CurrentAccount() accountId: AccountId, @Body() body: TestQuestion): Promise<QuestionAnswer> {
    return toQuestionAnswer(await this.settings.show(accountId), body.question);
  }
}
