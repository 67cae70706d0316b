import type { AccountId } from '@domain/ids';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { AnsweredOnce } from '@platform/idempotency/idempotency.decorators';
import {
  ApiKeyView,
  CreateApiKey,
  NewApiKeyView,
  DAYS,
  OVERLAP_HOURS,
  RotateApiKey,
  toApiKeyView,
  toNewApiKeyView,
} from './api-keys.dto.js';
import { ApiKeysService } from './api-keys.service.js';
import { Can } from './can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from './current.decorators.js';
import type { CurrentMember } from './identity.types.js';

const ofKey = { name: 'keyId', schema: { type: 'string', pattern: '^[0-9A-Za-z]{12}$', example: '6XkQ0v2LtPzA' } };

@ApiTags('API keys')
@Controller('api/v1/accounts/:accountId/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  @Can('api_keys.read')
  @ApiOkResponse({ type: [ApiKeyView] })
  async listApiKeys(@CurrentAccount() accountId: AccountId): Promise<ApiKeyView[]> {
    return (await this.keys.list(accountId)).map(toApiKeyView);
  }

  /** The answer carries the key's text, this once. */
  @Post()
  @Can('api_keys.manage')
  @AnsweredOnce()
  @Header('cache-control', 'no-store')
  @ApiCreatedResponse({ type: NewApiKeyView })
  async createApiKey(@CurrentMemberOf() member: CurrentMember, @Body() body: CreateApiKey): Promise<NewApiKeyView> {
    const { name, scopes, expiresInDays: days = DAYS } = body;
    return toNewApiKeyView(await this.keys.create(member, { name, scopes, days }));
  }

  /** A successor with the same scopes; the old key goes on for the overlap. */
  @Post(':keyId/rotate')
  @ApiParam(ofKey)
  @Can('api_keys.manage')
  @AnsweredOnce()
  @Header('cache-control', 'no-store')
  @ApiCreatedResponse({ type: NewApiKeyView })
  async rotateApiKey(
    @CurrentMemberOf() member: CurrentMember,
    @Param('keyId') keyId: string,
    @Body() body: RotateApiKey,
  ): Promise<NewApiKeyView> {
    return toNewApiKeyView(await this.keys.rotate(member, keyId, body.overlapHours ?? OVERLAP_HOURS));
  }

  @Delete(':keyId')
  @ApiParam(ofKey)
  @HttpCode(204)
  @Can('api_keys.manage')
  @ApiNoContentResponse()
  revokeApiKey(@CurrentMemberOf() member: CurrentMember, @Param('keyId') keyId: string): Promise<void> {
    return this.keys.revoke(member, keyId);
  }
}
