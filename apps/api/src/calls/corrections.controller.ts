import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Cursors } from '@platform/http/cursor';
import { PageQuery } from '@platform/http/page.dto';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { CorrectCall, DisagreementPageView, toDisagreementView } from './corrections.dto.js';
import { CorrectionsService } from './corrections.service.js';

const LIST = 'disagreements';

@ApiTags('Triage')
@Controller('api/v1/accounts/:accountId')
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly cursors: Cursors,
  ) {}

  @Post('calls/:callId/correction')
  @Can('calls.correct')
  @HttpCode(204)
  @ApiNoContentResponse()
  async correctCall(
    @CurrentMemberOf() member: CurrentMember,
    @Param('callId', ParseUUIDPipe) callId: string,
    @Body() body: CorrectCall,
  ): Promise<void> {
    await this.corrections.correct(member.accountId, callId, {
      classification: body.classification,
      userId: member.id,
      actor: member.actor,
    });
  }

  @Get('disagreements')
  @Can('calls.read')
  @ApiOkResponse({ type: DisagreementPageView })
  async listDisagreements(
    @CurrentAccount() accountId: AccountId,
    @Query() page: PageQuery,
  ): Promise<DisagreementPageView> {
    const [before = null] = page.after ? this.cursors.decode(accountId, LIST, page.after) : [];
    const found = await this.corrections.disagreements(accountId, { limit: page.limit, before });
    const last = found.length === page.limit ? found.at(-1) : undefined;
    return {
      data: found.map(toDisagreementView),
      nextCursor: last ? this.cursors.encode(accountId, LIST, [last.callId]) : null,
    };
  }

  @Get('disagreements/export')
  @Can('calls.correct')
  @Header('content-type', 'application/x-ndjson; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="corrections.jsonl"')
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string', description: 'One corpus case per line' } })
  exportCorrections(@CurrentAccount() accountId: AccountId): Promise<string> {
    return this.corrections.export(accountId);
  }
}
