import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Patch, Query, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '@platform/http/if-match.decorators';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { CardInboxService } from './card-inbox.service.js';
import { LeadCardView } from './lead-card-view.types.js';
import {
  LeadCardCountsView,
  LeadCardPageView,
  ListLeadCards,
  SetCallback,
  toLeadCardPageView,
} from './lead-cards.dto.js';
import { VersionTag } from '@platform/http/version-tag.interceptor';

@ApiTags('Lead cards')
@Controller('api/v1/accounts/:accountId/lead-cards')
export class LeadCardsController {
  constructor(private readonly inbox: CardInboxService) {}

  @Get()
  @Can('lead_cards.read')
  @ApiOkResponse({ type: LeadCardPageView })
  async listLeadCards(
    @CurrentAccount() accountId: AccountId,
    @Query() filter: ListLeadCards,
  ): Promise<LeadCardPageView> {
    return toLeadCardPageView(await this.inbox.list(accountId, filter));
  }

  @Get('counts')
  @Can('lead_cards.read')
  @ApiOkResponse({ type: LeadCardCountsView })
  countLeadCards(@CurrentAccount() accountId: AccountId): Promise<LeadCardCountsView> {
    return this.inbox.counts(accountId);
  }

  @Get(':cardId')
  @Can('lead_cards.read')
  @Header('cache-control', 'no-store')
  @UseInterceptors(VersionTag)
  @ApiOkResponse({ type: LeadCardView })
  getLeadCard(
    @CurrentAccount() accountId: AccountId,
    @Param('cardId', ParseUUIDPipe) cardId: string,
  ): Promise<LeadCardView> {
    return this.inbox.detail(accountId, cardId);
  }

  @Patch(':cardId/callback')
  @Can('lead_cards.update_callback')
  @ApiHeader({ name: 'If-Match', description: 'The version you have seen, e.g. "3"', required: true })
  @UseInterceptors(VersionTag)
  @ApiOkResponse({ type: LeadCardView })
  setCallback(
    @CurrentMemberOf() member: CurrentMember,
    @Param('cardId', ParseUUIDPipe) cardId: string,
    @IfMatch() version: number,
    @Body() body: SetCallback,
  ): Promise<LeadCardView> {
    const change = { ...body, version, userId: member.id, actor: member.actor };
    return this.inbox.setCallback(member.accountId, cardId, change);
  }
}
