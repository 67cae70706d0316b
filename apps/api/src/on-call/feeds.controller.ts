import type { AccountId } from '@domain/ids';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AnsweredOnce } from '@platform/idempotency/idempotency.decorators';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';
import { ContactCardService } from './contact-card.service.js';
import { FeedView, NewFeedView } from './feeds.dto.js';
import { AddFeed } from './schedule.dto.js';

/** The plan and our number, for people's own calendars and address books. */
@ApiTags('On-call')
@Controller('api/v1/accounts/:accountId')
export class FeedsController {
  constructor(
    private readonly feeds: CalendarFeedsService,
    private readonly cards: ContactCardService,
  ) {}

  @Get('on-call/feeds')
  @Can('on_call.read')
  @ApiOkResponse({ type: [FeedView] })
  listFeeds(@CurrentAccount() accountId: AccountId): Promise<FeedView[]> {
    return this.feeds.list(accountId);
  }

  /** A secret address for a calendar app; shown this once. */
  @Post('on-call/feeds')
  @Can('on_call.write')
  @AnsweredOnce()
  @ApiCreatedResponse({ type: NewFeedView })
  addFeed(@CurrentMemberOf() member: CurrentMember, @Body() body: AddFeed): Promise<NewFeedView> {
    return this.feeds.add(member.accountId, body.contactId ?? null, member.actor);
  }

  @Delete('on-call/feeds/:feedId')
  @HttpCode(204)
  @Can('on_call.write')
  @ApiNoContentResponse()
  revokeFeed(@CurrentMemberOf() member: CurrentMember, @Param('feedId', ParseUUIDPipe) feedId: string): Promise<void> {
    return this.feeds.revoke(member.accountId, feedId, member.actor);
  }

  /** vCard of the business's after-hours number. */
  @Get('contact-card.vcf')
  @Can('on_call.read')
  @Header('content-type', 'text/vcard; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="after-hours.vcf"')
  @ApiProduces('text/vcard')
  @ApiOkResponse({ type: String })
  getContactCard(@CurrentAccount() accountId: AccountId): Promise<string> {
    return this.cards.card(accountId);
  }

  /** Texts a contact the address of the vCard. */
  @Post('contacts/:contactId/card')
  @HttpCode(204)
  @Can('on_call.write')
  @ApiNoContentResponse()
  textContactCard(
    @CurrentAccount() accountId: AccountId,
    @Param('contactId', ParseUUIDPipe) contactId: string,
  ): Promise<void> {
    return this.cards.text(accountId, contactId);
  }
}
