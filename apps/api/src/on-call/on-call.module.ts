import { PlatformModule } from '@platform/platform.module';
import { Module } from '@nestjs/common';
import { OnCallService } from './on-call.service.js';

@Module({ imports: [PlatformModule], providers: [OnCallService], exports: [OnCallService] })
export class OnCallModule {}
