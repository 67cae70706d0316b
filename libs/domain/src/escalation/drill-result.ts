import type { AlertState } from './alert.js';
import type { AlertChannel } from './policy.js';

/** One page of a rehearsal. */
export interface RehearsedPage {
  contactId: string;
  contactName: string;
  channel: AlertChannel;
  state: AlertState;
  sentAt: Date | null;
  finishedAt: Date | null;
  errorCode: string | null;
}

/** `not_reached`: no page went out, or all of them failed. `no_answer`: at least one page may have arrived. */
export type RehearsedHow = 'answered' | 'passed' | 'no_answer' | 'not_reached' | 'waiting';

export interface RehearsedChannel {
  channel: AlertChannel;
  state: AlertState;
  errorCode: string | null;
  /** Null: never handed to the carrier. */
  sentAt: Date | null;
  /** From the page to the answer that came on this channel; null when it came on another one, or not at all. */
  secondsToAnswer: number | null;
}

/** How one person did. */
export interface RehearsedPerson {
  contactId: string;
  name: string;
  how: RehearsedHow;
  firstPagedAt: Date | null;
  answeredAt: Date | null;
  secondsToAnswer: number | null;
  channels: RehearsedChannel[];
}

/** The times a rehearsal took, per person and channel, in the order they were paged. */
export function drillResult(pages: RehearsedPage[], isRunning: boolean): RehearsedPerson[] {
  const contacts = [...new Set(pages.map((page) => page.contactId))];
  return contacts.map((contactId) =>
    personOf(
      pages.filter((page) => page.contactId === contactId),
      isRunning,
    ),
  );
}

function personOf(pages: RehearsedPage[], isRunning: boolean): RehearsedPerson {
  const sent = pages.flatMap((page) => page.sentAt ?? []).map((at) => at.getTime());
  const firstPagedAt = sent.length > 0 ? new Date(Math.min(...sent)) : null;
  const answeredAt = pages.find((page) => page.state === 'accepted')?.finishedAt ?? null;
  return {
    contactId: pages[0]?.contactId ?? '',
    name: pages[0]?.contactName ?? '',
    how: howOf(pages, isRunning),
    firstPagedAt,
    answeredAt,
    secondsToAnswer: secondsBetween(firstPagedAt, answeredAt),
    channels: pages.map(channelOf),
  };
}

function howOf(pages: RehearsedPage[], isRunning: boolean): RehearsedHow {
  if (pages.some((page) => page.state === 'accepted')) return 'answered';
  if (pages.some((page) => page.state === 'declined')) return 'passed';
  if (isRunning) return 'waiting';
  return pages.some((page) => page.sentAt !== null && page.state !== 'failed') ? 'no_answer' : 'not_reached';
}

const channelOf = ({ channel, state, errorCode, sentAt, finishedAt }: RehearsedPage): RehearsedChannel => ({
  channel,
  state,
  errorCode,
  sentAt,
  secondsToAnswer: state === 'accepted' ? secondsBetween(sentAt, finishedAt) : null,
});

const secondsBetween = (from: Date | null, to: Date | null): number | null =>
  from && to ? Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000)) : null;
