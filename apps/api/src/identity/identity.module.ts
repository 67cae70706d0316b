import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { Env } from '@platform/env/env';
import { PlatformModule } from '@platform/platform.module';
import { AccessModule } from './access.module.js';
import { AddressChangeService } from './address-change.service.js';
import { AddressController } from './address.controller.js';
import { AdmissionsService } from './admissions.service.js';
import { ArrivalsService } from './arrivals.service.js';
import { CredentialsService } from './credentials.service.js';
import { ForgottenPasswordService } from './forgotten-password.service.js';
import { InvitationAcceptanceService } from './invitation-acceptance.service.js';
import { InvitationDesk } from './invitation-desk.service.js';
import { AUDIENCE, ISSUER, JwtStrategy } from './jwt.strategy.js';
import { MailDeliveryService } from './mail-delivery.service.js';
import { MailRoomService } from './mail-room.service.js';
import { MembershipsService } from './memberships.service.js';
import { MySessionsController } from './my-sessions.controller.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordsService } from './passwords.service.js';
import { ProofService } from './proof.service.js';
import { ResetController } from './reset.controller.js';
import { ResetService } from './reset.service.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionCookie } from './session-cookie.service.js';
import { SessionsController } from './sessions.controller.js';
import { ACCESS_SECONDS, SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { SignUpsService } from './sign-ups.service.js';
import { ThrottleService } from './throttle.service.js';
import { TicketsService } from './tickets.service.js';

@Module({
  imports: [
    PlatformModule,
    AccessModule,
    PassportModule,
    JwtModule.registerAsync({
      imports: [PlatformModule],
      inject: [Env],
      useFactory: (env: Env) => ({
        secret: env.JWT_SECRET,
        signOptions: { algorithm: 'HS256', expiresIn: ACCESS_SECONDS, issuer: ISSUER, audience: AUDIENCE },
      }),
    }),
  ],
  controllers: [SessionsController, MySessionsController, SecondFactorController, ResetController, AddressController],
  providers: [
    SessionsService,
    SessionCookie,
    SignInService,
    AdmissionsService,
    TicketsService,
    SecondFactorService,
    ProofService,
    CredentialsService,
    AddressChangeService,
    PasswordsService,
    PasswordChangeService,
    ForgottenPasswordService,
    ResetService,
    SignUpsService,
    ArrivalsService,
    InvitationDesk,
    InvitationAcceptanceService,
    MailRoomService,
    MailDeliveryService,
    ThrottleService,
    MembershipsService,
    JwtStrategy,
  ],
  exports: [
    MembershipsService,
    SessionsService,
    SessionCookie,
    SignUpsService,
    ArrivalsService,
    InvitationDesk,
    InvitationAcceptanceService,
    MailRoomService,
    MailDeliveryService,
  ],
})
export class IdentityModule {}
