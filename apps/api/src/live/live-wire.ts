import type { JournalCursor, JournalNews } from '@platform/journal/journal-reader';

/** Read by EventSource and by our SPA: come back after two seconds. */
export const OPENING = 'retry: 2000\n: open\n\n';
export const HEARTBEAT = ': heartbeat\n\n';

/** One entry as a server-sent event. JSON has no line breaks, so it can never start a second field. */
export function eventFrame({ xid, seq, event, subjectId, callId, at, data }: JournalNews): string {
  const body = JSON.stringify({ event, subjectId, callId, at: at.toISOString(), data });
  return `id: ${xid}-${seq}\nevent: journal\ndata: ${body}\n\n`;
}

/** The `Last-Event-ID` of a stream that was cut, or null when it is none of ours: then only what is new is sent. */
export function cursorOf(lastEventId: string | undefined): JournalCursor | null {
  const [, xid, seq] = /^(\d{1,19})-(\d{1,18})$/.exec(lastEventId ?? '') ?? [];
  return xid && seq ? { xid, seq } : null;
}
