import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';

/** The wall clock of production. */
@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
