import type { ToolArguments } from '@domain/call/tool-arguments';
import type { CalendarSight } from '../booking/booking.types.js';

export type ToolOutcome = { kind: 'result' | 'error'; text: string };

export interface ToolTask {
  name: string;
  given: ToolArguments;
  /** What the contractor's calendar showed before the transaction; only tools that book look at it. */
  sight: CalendarSight;
}
