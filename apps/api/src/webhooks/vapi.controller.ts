import { VapiSignatureGuard } from '@integrations/vapi/vapi-signature.guard';
import { readServerMessage, toolResponse } from '@integrations/vapi/vapi-wire';
import { Controller, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@platform/http/public.decorators';
import { ConversationsService } from '../calls/conversations.service.js';
import { ToolDeskService } from '../calls/tool-desk.service.js';

/** Vapi's server URL. Tool calls are always answered with 200: anything else and the model talks on as if nothing had happened. */
@ApiExcludeController()
@Public()
@UseGuards(VapiSignatureGuard)
@Controller('api/vapi')
export class VapiController {
  constructor(
    private readonly tools: ToolDeskService,
    private readonly conversations: ConversationsService,
  ) {}

  @Post('webhook')
  @HttpCode(200)
  async serverMessage(@Req() request: { body?: unknown }): Promise<object> {
    const event = readServerMessage(request.body);
    if (event.kind === 'tools') return toolResponse(await this.tools.answer(event.ref, event.requests), event.isLegacy);
    if (event.kind !== 'nothing') await this.conversations.hear(event);
    return {};
  }
}
