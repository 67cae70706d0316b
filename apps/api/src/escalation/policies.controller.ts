import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, HttpCode, Post, Put, Query, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '@platform/http/if-match.decorators';
import { VersionTag } from '@platform/http/version-tag.interceptor';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { PolicyPreview, PolicyView, PreviewPolicy, SavePolicy, toPolicyDraft, WhichPolicy } from './policies.dto.js';
import { PoliciesService } from './policies.service.js';

const SEEN = {
  name: 'If-Match',
  description: 'The version you have seen, e.g. "3"; "0" for the first save',
  required: true,
};

@ApiTags('Escalation policy')
@Controller('api/v1/accounts/:accountId/escalation-policy')
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Get()
  @Can('policies.read')
  @UseInterceptors(VersionTag)
  @ApiOkResponse({ type: PolicyView })
  getEscalationPolicy(@CurrentAccount() accountId: AccountId, @Query() which: WhichPolicy): Promise<PolicyView> {
    return this.policies.read(accountId, which.trade ?? null);
  }

  /** Replaces the ladder. From then on the delays of the simple form no longer change it. */
  @Put()
  @Can('policies.write')
  @ApiHeader(SEEN)
  @UseInterceptors(VersionTag)
  @ApiOkResponse({ type: PolicyView })
  saveEscalationPolicy(
    @CurrentMemberOf() member: CurrentMember,
    @IfMatch() version: number,
    @Query() which: WhichPolicy,
    @Body() body: SavePolicy,
  ): Promise<PolicyView> {
    const seen = { version, actor: member.actor };
    return this.policies.save(member.accountId, which.trade ?? null, seen, toPolicyDraft(body));
  }

  /** Back to the standard ladder. */
  @Post('reset')
  @HttpCode(200)
  @Can('policies.write')
  @ApiHeader(SEEN)
  @UseInterceptors(VersionTag)
  @ApiOkResponse({ type: PolicyView })
  resetEscalationPolicy(
    @CurrentMemberOf() member: CurrentMember,
    @IfMatch() version: number,
    @Query() which: WhichPolicy,
  ): Promise<PolicyView> {
    const seen = { version, actor: member.actor };
    return this.policies.reset(member.accountId, which.trade ?? null, seen);
  }

  /** Who would be paged at any time, with what speaks against it. Saves nothing. */
  @Post('preview')
  @HttpCode(200)
  @Can('policies.read')
  @ApiOkResponse({ type: PolicyPreview })
  previewEscalationPolicy(@CurrentAccount() accountId: AccountId, @Body() body: PreviewPolicy): Promise<PolicyPreview> {
    const { policy, at, trade, zip } = body;
    const draft = policy ? toPolicyDraft(policy) : null;
    return this.policies.preview(accountId, { draft, at: at ? new Date(at) : null, trade, zip });
  }
}
