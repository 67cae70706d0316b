import type { AccountId } from '@domain/ids';
import {
  Body,
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { LeadCardView } from '../lead-cards/lead-card-view.types.js';
import { byteRange } from './byte-range.js';
import { CallLogBookService } from './call-log-book.service.js';
import { CallDetail, CallPageView } from './call-views.types.js';
import { ListCalls, MakeCard } from './calls.dto.js';
import { HandMadeCardsService } from './hand-made-cards.service.js';
import { OfficeCallPlaced, PlaceOfficeCall, toWish } from './office-calls.dto.js';
import { OfficeCallsService } from './office-calls.service.js';
import { RecordingsService } from './recordings.service.js';

@ApiTags('Calls')
@Controller('api/v1/accounts/:accountId/calls')
export class CallsController {
  constructor(
    private readonly book: CallLogBookService,
    private readonly recordings: RecordingsService,
    private readonly cards: HandMadeCardsService,
    private readonly office: OfficeCallsService,
  ) {}

  @Get()
  @Can('calls.read')
  @ApiOkResponse({ type: CallPageView })
  listCalls(@CurrentAccount() accountId: AccountId, @Query() asked: ListCalls): Promise<CallPageView> {
    return this.book.page(accountId, asked);
  }

  /** Rings a verified phone of the team, then the caller of a card, an emergency or a call, under the business's number. */
  @Post()
  @HttpCode(202)
  @Can('calls.place')
  @ApiAcceptedResponse({ type: OfficeCallPlaced })
  async placeCall(@CurrentMemberOf() member: CurrentMember, @Body() body: PlaceOfficeCall): Promise<OfficeCallPlaced> {
    const { id: userId, actor } = member;
    return { callId: await this.office.place(member.accountId, toWish(body, { userId, actor })) };
  }

  @Get(':callId')
  @Can('calls.read')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: CallDetail })
  getCall(@CurrentAccount() accountId: AccountId, @Param('callId', ParseUUIDPipe) callId: string): Promise<CallDetail> {
    return this.book.detail(accountId, callId);
  }

  @Get(':callId/recording')
  @Can('recordings.play')
  @ApiProduces('audio/mpeg')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async playRecording(
    @CurrentAccount() accountId: AccountId,
    @Param('callId', ParseUUIDPipe) callId: string,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, contentType } = await this.recordings.of(accountId, callId);
    const part = byteRange(range, bytes.length);
    reply.header('cache-control', 'private, no-store').header('accept-ranges', 'bytes').type(contentType);
    if (part === 'unsatisfiable')
      return void reply.status(416).header('content-range', `bytes */${bytes.length}`).send();
    if (!part) return void reply.send(Buffer.from(bytes));
    const content = `bytes ${part.start}-${part.end}/${bytes.length}`;
    reply
      .status(206)
      .header('content-range', content)
      .send(Buffer.from(bytes.slice(part.start, part.end + 1)));
  }

  /** A person makes a card of a call that got none (VTCR 2.5). */
  @Post(':callId/lead-card')
  @Can('calls.make_card')
  @ApiCreatedResponse({ type: LeadCardView })
  makeLeadCard(
    @CurrentMemberOf() member: CurrentMember,
    @Param('callId', ParseUUIDPipe) callId: string,
    @Body() body: MakeCard,
  ): Promise<LeadCardView> {
    const { id: userId, actor } = member;
    return this.cards.make(member.accountId, callId, { classification: body.classification, userId, actor });
  }
}
