import { notFound } from '@domain/errors/domain-error';
import { Clock } from '@domain/ports/clock';
import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsISO8601, IsNumber, Max, Min } from 'class-validator';
import { Public } from '../http/public.decorators.js';
import { DevelopmentClock } from './development-clock.js';

class MoveClock {
  @IsISO8601() now!: string;
  @IsNumber() @Min(0) @Max(1000) scale!: number;
}

/** Lets the simulator play a night in a minute. Without CLOCK_SCALE there is no such page. */
@Public()
@ApiExcludeController()
@Controller('api/dev/clock')
export class DevelopmentClockController {
  constructor(private readonly clock: Clock) {}

  @Get()
  read(): { now: string } {
    return { now: this.movable().now().toISOString() };
  }

  @Put()
  @HttpCode(200)
  async move(@Body() body: MoveClock): Promise<{ now: string }> {
    await this.movable().move(new Date(body.now), body.scale);
    return this.read();
  }

  private movable(): DevelopmentClock {
    if (this.clock instanceof DevelopmentClock) return this.clock;
    throw notFound('page');
  }
}
