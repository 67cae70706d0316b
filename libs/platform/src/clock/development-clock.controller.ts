import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsISO8601, IsNumber, Max, Min } from 'class-validator';
import { DevelopmentClock } from './development-clock.js';

class MoveClock {
  @IsISO8601() now!: string;
  @IsNumber() @Min(0) @Max(1000) scale!: number;
}

/** Lets the simulator play a night in a minute. Exists only when CLOCK_SCALE is set. */
@ApiExcludeController()
@Controller('api/dev/clock')
export class DevelopmentClockController {
  constructor(private readonly clock: DevelopmentClock) {}

  @Get()
  read(): { now: string } {
    return { now: this.clock.now().toISOString() };
  }

  @Put()
  @HttpCode(200)
  async move(@Body() body: MoveClock): Promise<{ now: string }> {
    await this.clock.move(new Date(body.now), body.scale);
    return { now: this.clock.now().toISOString() };
  }
}
