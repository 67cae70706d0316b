import type { AccountId } from '@domain/ids';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '@platform/http/page.dto';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { DigestArchiveService } from './digest-archive.service.js';
import { DigestCourier } from './digest-courier.service.js';
import { DigestPageView, DigestView, toDigestPageView, toDigestView } from './digest.dto.js';

@ApiTags('Digests')
@Controller('api/v1/accounts/:accountId/digests')
export class DigestsController {
  constructor(
    private readonly archive: DigestArchiveService,
    private readonly courier: DigestCourier,
  ) {}

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

  /** Sends a digest that did not get through again, by the channel that is set now. */
  @Post(':digestId/retry')
  @HttpCode(202)
  @Can('digests.retry')
  @ApiAcceptedResponse()
  retryDigest(
    @CurrentMemberOf() { accountId, actor }: CurrentMember,
    @Param('digestId', ParseUUIDPipe) digestId: string,
  ): Promise<void> {
    return this.courier.retry(accountId, digestId, actor);
  }
}
