import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { ConfigService } from './config.service.js';

@Module({
  imports: [PlatformModule],
  providers: [ConfigService],
  exports: [ConfigService],
})
export class ConfigModule {}
