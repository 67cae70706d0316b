import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Body, Controller, Get, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '@platform/http/if-match.decorators';
import type { FastifyReply } from 'fastify';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { ConfigView, toConfigView, toWhatHappens, WhatHappensQuery, WhatHappensView } from './config.dto.js';
import { SaveConfig, toConfigPatch } from './save-config.dto.js';
import { SettingsService, type ShownSettings } from './settings.service.js';

@ApiTags('Config')
@Controller('api/v1/accounts/:accountId/config')
export class ConfigController {
  constructor(
    private readonly settings: SettingsService,
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
    const actor = { type: 'user', id: member.id } as const;
    return tagged(reply, await this.settings.save(member.accountId, { version, patch: toConfigPatch(body), actor }));
  }

  /** What a call at that moment would meet, by the function that routes calls. */
  @Get('what-happens')
  @Can('config.read')
  @ApiOkResponse({ type: WhatHappensView })
  async whatHappens(
    @CurrentAccount() accountId: AccountId,
    @Query() query: WhatHappensQuery,
  ): Promise<WhatHappensView> {
    const at = query.at ? new Date(query.at) : this.clock.now();
    return toWhatHappens(await this.settings.show(accountId), at);
  }
}

function tagged(reply: FastifyReply, shown: ShownSettings): ConfigView {
  reply.header('etag', `"${shown.config.version}"`);
  return toConfigView(shown);
}
