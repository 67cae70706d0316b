import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { ThrottlerModule } from '@nestjs/throttler';
import { Env } from '@platform/env/env';
import { PlatformModule } from '@platform/platform.module';
import { BearerGuard } from './bearer.guard.js';
import { AUDIENCE, ISSUER, JwtStrategy } from './jwt.strategy.js';
import { MemberGuard } from './member.guard.js';
import { MembershipsService } from './memberships.service.js';
import { SessionsController } from './sessions.controller.js';
import { ACCESS_SECONDS, SessionsService } from './sessions.service.js';

@Module({
  imports: [
    PlatformModule,
    PassportModule,
    ThrottlerModule.forRoot([{ limit: 100, ttl: 60_000 }]),
    JwtModule.registerAsync({
      imports: [PlatformModule],
      inject: [Env],
      useFactory: (env: Env) => ({
        secret: env.JWT_SECRET,
        signOptions: { algorithm: 'HS256', expiresIn: ACCESS_SECONDS, issuer: ISSUER, audience: AUDIENCE },
      }),
    }),
  ],
  controllers: [SessionsController],
  providers: [
    SessionsService,
    MembershipsService,
    JwtStrategy,
    { provide: APP_GUARD, useClass: BearerGuard },
    { provide: APP_GUARD, useClass: MemberGuard },
  ],
  exports: [MembershipsService, SessionsService],
})
export class IdentityModule {}
