import { Module } from '@nestjs/common';
import { PlatformModule } from '@platform/platform.module';
import { LeadCardsService } from './lead-cards.service.js';

@Module({ imports: [PlatformModule], providers: [LeadCardsService], exports: [LeadCardsService] })
export class LeadCardsModule {}
