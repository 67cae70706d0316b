import type { AccountId } from '@domain/ids';
import { Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '@platform/http/if-match.decorators';
import type { FastifyReply } from 'fastify';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { tagged } from './config.controller.js';
import { ConfigView } from './config.dto.js';
import {
  CompareVersions,
  ListVersions,
  toChangeViews,
  toVersionDetail,
  toVersionPage,
  VersionDetail,
  VersionDiff,
  VersionPage,
} from './config-versions.dto.js';
import { HistoryService } from './history.service.js';

/** Every save is a version: read, compared, gone back to. */
@ApiTags('Config')
@Controller('api/v1/accounts/:accountId/config/versions')
export class ConfigVersionsController {
  constructor(private readonly history: HistoryService) {}

  /** Newest first. */
  @Get()
  @Can('config.read')
  @ApiOkResponse({ type: VersionPage })
  async listVersions(@CurrentAccount() accountId: AccountId, @Query() asked: ListVersions): Promise<VersionPage> {
    const page = { before: asked.before ?? null, limit: asked.limit + 1 };
    return toVersionPage(await this.history.list(accountId, page), asked.limit);
  }

  @Get('diff')
  @Can('config.read')
  @ApiOkResponse({ type: VersionDiff })
  async compareVersions(
    @CurrentAccount() accountId: AccountId,
    @Query() { from, to }: CompareVersions,
  ): Promise<VersionDiff> {
    return { from, to, changes: toChangeViews(await this.history.diff(accountId, from, to)) };
  }

  @Get(':number')
  @Can('config.read')
  @ApiOkResponse({ type: VersionDetail })
  async getVersion(
    @CurrentAccount() accountId: AccountId,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<VersionDetail> {
    return toVersionDetail(await this.history.get(accountId, number));
  }

  /** Saves an older version again as the newest and publishes it. The on/off switch stays where it is. */
  @Post(':number/restore')
  @HttpCode(200)
  @Can('config.write')
  @ApiHeader({ name: 'If-Match', description: 'The version you have seen, e.g. "3"', required: true })
  @ApiOkResponse({ type: ConfigView })
  async restoreVersion(
    @CurrentMemberOf() member: CurrentMember,
    @Param('number', ParseIntPipe) number: number,
    @IfMatch() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConfigView> {
    return tagged(reply, await this.history.restore(member.accountId, number, { version, actor: member.actor }));
  }
}
