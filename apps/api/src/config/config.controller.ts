import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Body, Controller, Get, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '@platform/http/if-match.decorators';
import type { FastifyReply } from 'fastify';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { ConfigView, toConfigView, toWhatIf, WhatIfQuery, WhatHappensView } from './config.dto.js';
import { GoLiveService } from './go-live.service.js';
import { SaveConfig, toConfigPatch } from './save-config.dto.js';
import type { ShownSettings } from './save-rules.js';
import { SettingsService } from './settings.service.js';

@ApiTags('Config')
@Controller('api/v1/accounts/:accountId/config')
export class ConfigController {
  constructor(
    private readonly settings: SettingsService,
    private readonly goLive: GoLiveService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can('config.read')
  @ApiOkResponse({ type: ConfigView })
  async getConfig(
    @CurrentAccount() accountId: AccountId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConfigView> {
    return tagged(reply, await this.settings.show(accountId));
  }

  /** Only what is sent is changed. Switching the agent on verifies the line and the assistant first (VTCR 1.1). */
  @Put()
  @Can('config.write')
  @ApiHeader({ name: 'If-Match', description: 'The version you have seen, e.g. "3"', required: true })
  @ApiOkResponse({ type: ConfigView })
  async saveConfig(
    @CurrentMemberOf() member: CurrentMember,
    @IfMatch() version: number,
    @Body() body: SaveConfig,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConfigView> {
    const change = { version, patch: toConfigPatch(body), actor: member.actor, note: body.note ?? null };
    return tagged(reply, await this.goLive.save(member.accountId, change));
  }

  /** What a call at that moment would meet, by the function that routes calls. */
  @Get('what-if')
  @Can('config.read')
  @ApiOkResponse({ type: WhatHappensView })
  async whatIf(@CurrentAccount() accountId: AccountId, @Query() query: WhatIfQuery): Promise<WhatHappensView> {
    return toWhatIf(await this.settings.show(accountId), query.at, this.clock.now());
  }

  /** The earlier name of `what-if`. */
  @Get('what-happens')
  @Can('config.read')
  @ApiOkResponse({ type: WhatHappensView })
  whatHappens(@CurrentAccount() accountId: AccountId, @Query() query: WhatIfQuery): Promise<WhatHappensView> {
    return this.whatIf(accountId, query);
  }
}

export function tagged(reply: FastifyReply, shown: ShownSettings): ConfigView {
  reply.header('etag', `"${shown.config.version}"`);
  return toConfigView(shown);
}
