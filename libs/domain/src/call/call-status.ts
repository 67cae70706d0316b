/** Where a call is; it only moves down this list, whatever order its events arrive in (law 4). */
export const CALL_STATUSES = ['ringing', 'in_progress', 'completed', 'failed', 'abandoned'] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

export const HANDLERS = ['ai', 'business_line', 'ring_group', 'intake_ivr', 'voicemail'] as const;
export type CallHandler = (typeof HANDLERS)[number];

export const STAGES = ['greeting', 'qualifying', 'details', 'routing', 'booking', 'ended'] as const;
export type CallStage = (typeof STAGES)[number];

/** The later of two statuses. `abandoned` is decided last, from what was said, and stands. */
export const laterStatus = (current: CallStatus, proposed: CallStatus): CallStatus =>
  CALL_STATUSES.indexOf(proposed) > CALL_STATUSES.indexOf(current) ? proposed : current;

/** The PRD's five stages in order (section 4); `booking` and `routing` are the two disposals. */
export const laterStage = (current: CallStage, proposed: CallStage): CallStage =>
  STAGES.indexOf(proposed) > STAGES.indexOf(current) ? proposed : current;

/** Whether the line is still open. */
export const isLive = (status: CallStatus): boolean => status === 'ringing' || status === 'in_progress';

/** The provider's CallStatus in our words; null for one that says nothing new. */
export function statusOfProvider(word: string): CallStatus | null {
  switch (word) {
    case 'in-progress':
    case 'answered':
      return 'in_progress';
    case 'completed':
    case 'busy':
    case 'no-answer':
    case 'canceled':
      return 'completed';
    case 'failed':
      return 'failed';
    default:
      return null;
  }
}
