import { PlatformModule } from '@platform/platform.module';
import { Module } from '@nestjs/common';
import { OnCallModule } from '../on-call/on-call.module.js';
import { EscalationService } from './escalation.service.js';

@Module({ imports: [PlatformModule, OnCallModule], providers: [EscalationService], exports: [EscalationService] })
export class EscalationModule {}
