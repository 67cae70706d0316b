import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { IdempotentRequests } from '@platform/idempotency/idempotent-requests';
import { RateCounter } from '@platform/http/rate-counter';
import { PlatformModule } from '@platform/platform.module';
import { AccessGrantsController } from './access-grants.controller.js';
import { AccessGrantsService } from './access-grants.service.js';
import { AccessJournal } from './access-journal.service.js';
import { AccessService } from './access.service.js';
import { AgencyTeamController } from './agency-team.controller.js';
import { ApiKeyEntryService } from './api-key-entry.service.js';
import { ApiKeyGuard } from './api-key.guard.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysService } from './api-keys.service.js';
import { BearerGuard } from './bearer.guard.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { MemberGuard } from './member.guard.js';
import { AccountRateGuard, PrincipalRateGuard } from './rate.guard.js';
import { TeamMembersService } from './team-members.service.js';
import { TeamController } from './team.controller.js';

/** Who gets in, how far and how often. The guards stand in the order in which a request passes them. */
@Module({
  imports: [PlatformModule],
  controllers: [ApiKeysController, AccessGrantsController, TeamController, AgencyTeamController],
  providers: [
    AccessService,
    AccessJournal,
    AccessGrantsService,
    ApiKeyEntryService,
    ApiKeysService,
    TeamMembersService,
    RateCounter,
    { provide: APP_GUARD, useClass: ApiKeyGuard },
    { provide: APP_GUARD, useClass: BearerGuard },
    { provide: APP_GUARD, useClass: PrincipalRateGuard },
    { provide: APP_GUARD, useClass: MemberGuard },
    { provide: APP_GUARD, useClass: AccountRateGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    IdempotentRequests,
  ],
  exports: [AccessService],
})
export class AccessModule {}
