import { Clock } from '@domain/ports/clock';
import type { VirtualClock } from '../../../simulator/src/clock.js';

/** The product's clock is the telephone network's: a phone that rings 25 s and a step that waits 60 s can't drift apart. */
export class OneClock extends Clock {
  constructor(private readonly virtual: VirtualClock) {
    super();
  }

  override now(): Date {
    return this.virtual.date();
  }
}
