import type { Gap, Shift } from '../../api/types.js';

/** What somebody wants to change about the plan. */
export type CoverAsk =
  | { kind: 'take' }
  | { kind: 'cover'; startsAt?: string; endsAt?: string; outContactId?: string; layerId?: string }
  | { kind: 'gap'; gap: Gap }
  | { kind: 'time-off' }
  | { kind: 'busy' }
  | { kind: 'shift'; shift: Shift }
  | { kind: 'swap'; shift: Shift };
