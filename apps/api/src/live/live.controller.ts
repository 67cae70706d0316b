import type { AccountId } from '@domain/ids';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentUser } from '../identity/current.decorators.js';
import type { SignedInUser } from '../identity/identity.types.js';
import { LiveService } from './live.service.js';

@ApiTags('Live')
@Controller('api/v1/accounts/:accountId/stream')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  /** What happens in the account, as it happens: ids, states and times, never a caller's words. */
  @Get()
  @Can('live.listen')
  @ApiProduces('text/event-stream')
  @ApiHeader({
    name: 'Last-Event-ID',
    description: 'The id of the last event seen, to go on after it',
    required: false,
  })
  @ApiOkResponse({ type: String })
  openStream(
    @CurrentUser() user: SignedInUser,
    @CurrentAccount() accountId: AccountId,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') lastEventId?: string,
  ): void {
    const viewer = { user, accountId };
    const listener = this.live.join(viewer);
    // A client that goes away must free its place at once, not at the next heartbeat.
    reply.raw.once('close', () => this.live.leave(viewer, listener));
    void reply
      .headers({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      .send(Readable.from(this.live.frames(viewer, listener, lastEventId)));
  }
}
