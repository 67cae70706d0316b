import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { ProvisioningService } from './provisioning.service.js';

@Module({ imports: [PlatformModule], providers: [ProvisioningService], exports: [ProvisioningService] })
export class ProvisioningModule {}
