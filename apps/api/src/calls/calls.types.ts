import type { CallHandler, CallStatus } from '@domain/call/call-status';
import type { AccountId } from '@domain/ids';
import type { CallClass } from '@domain/triage/triage.types';

/** A call as the digest counts it. */
export interface CallSummary {
  id: string;
  calledAt: Date;
  callerPhone: string | null;
  classification: CallClass | null;
  status: CallStatus;
  summary: string | null;
  durationSeconds: number | null;
  handledBy: CallHandler | null;
  isAfterHours: boolean;
}

/** Where a call or one of its conversations belongs. */
export interface CallPlace {
  accountId: AccountId;
  callId: string;
}

/** Whose line a number is. */
export interface LineOwner {
  accountId: AccountId;
  lineId: string;
}

/** A call that has just reached one of our numbers, as the carrier tells it. */
export interface ArrivingCall {
  callSid: string;
  /** The number that was called. */
  to: string;
  from: string | undefined;
  forwardedFrom: string | null;
}

/** A recording the carrier has finished, or found to be empty. */
export interface FinishedRecording {
  callSid: string;
  recordingSid: string;
  seconds: number | null;
  isEmpty: boolean;
  isVoicemail: boolean;
}

/** The carrier's news about a call. */
export interface CallNews {
  callSid: string;
  /** The carrier's own word, e.g. "completed". */
  status: string;
  durationSeconds: number | null;
}
