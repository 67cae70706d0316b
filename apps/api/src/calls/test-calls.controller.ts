import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { PlaceTestCall, TestCallDeskView, TestCallPlaced, toDeskView, toWish } from './test-calls.dto.js';
import { TEST_CALL_SECONDS, TestCallsService } from './test-calls.service.js';

@ApiTags('Config')
@Controller('api/v1/accounts/:accountId/config')
export class TestCallsController {
  constructor(private readonly calls: TestCallsService) {}

  /** Rings a verified phone of the account; the agent answers there with the saved greeting, for at most a minute. */
  @Post('test-call')
  @HttpCode(202)
  @Can('config.write')
  @ApiAcceptedResponse({ type: TestCallPlaced })
  async placeTestCall(@CurrentMemberOf() member: CurrentMember, @Body() body: PlaceTestCall): Promise<TestCallPlaced> {
    const callId = await this.calls.place(member.accountId, toWish(body, { userId: member.id, actor: member.actor }));
    return { callId, endsAfterSeconds: TEST_CALL_SECONDS };
  }

  @Get('test-calls')
  @Can('config.write')
  @ApiOkResponse({ type: TestCallDeskView })
  async listTestCalls(@CurrentAccount() accountId: AccountId): Promise<TestCallDeskView> {
    return toDeskView(await this.calls.desk(accountId));
  }
}
