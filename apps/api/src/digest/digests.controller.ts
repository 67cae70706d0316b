import type { AccountId } from '@domain/ids';
import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '@platform/http/page.dto';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount } from '../identity/current.decorators.js';
import { DigestArchiveService } from './digest-archive.service.js';
import { DigestPageView, DigestView, toDigestPageView, toDigestView } from './digest.dto.js';

@ApiTags('Digests')
@Controller('api/v1/accounts/:accountId/digests')
export class DigestsController {
  constructor(private readonly archive: DigestArchiveService) {}

  @Get()
  @Can('digests.read')
  @ApiOkResponse({ type: DigestPageView })
  async listDigests(@CurrentAccount() accountId: AccountId, @Query() page: PageQuery): Promise<DigestPageView> {
    return toDigestPageView(await this.archive.list(accountId, page));
  }

  @Get(':digestId')
  @Can('digests.read')
  @ApiOkResponse({ type: DigestView })
  async getDigest(
    @CurrentAccount() accountId: AccountId,
    @Param('digestId', ParseUUIDPipe) digestId: string,
  ): Promise<DigestView> {
    return toDigestView(await this.archive.detail(accountId, digestId));
  }
}
