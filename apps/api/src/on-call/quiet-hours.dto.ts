import type { QuietHours } from '@domain/on-call/hand-off-silence';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { CLOCK } from './schedule.dto.js';

/** When the next in line is left alone about a shift that nobody has confirmed. Emergencies keep to no such hours. */
export class QuietHoursView implements QuietHours {
  /** HH:MM on the account's clock. */
  from!: string;
  /** Later than `from` or, past midnight, earlier; alike, there are no quiet hours. */
  to!: string;
}

export class SaveQuietHours {
  /** HH:MM on the account's clock. */
  @ApiProperty({ pattern: CLOCK.source, example: '21:00' }) @Matches(CLOCK) from!: string;
  /** HH:MM; earlier than `from` is on the next day, and alike means no quiet hours. */
  @ApiProperty({ pattern: CLOCK.source, example: '08:00' }) @Matches(CLOCK) to!: string;
}
