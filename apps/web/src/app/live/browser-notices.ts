import { spokenForm } from '@domain/phone/e164';
import type { JournalEvent } from '../../api/types.js';
import { serverNow } from '../../components/server-clock.js';

const WANTED = 'nightdesk.notices';
const FRESH_MS = 120_000;

export type NoticeState = 'on' | 'off' | 'blocked' | 'impossible';

export function noticeState(): NoticeState {
  if (!('Notification' in window)) return 'impossible';
  if (Notification.permission === 'denied') return 'blocked';
  return Notification.permission === 'granted' && localStorage.getItem(WANTED) === 'on' ? 'on' : 'off';
}

/** Only ever called from a click, after the page has said what will be shown. */
export async function turnNoticesOn(): Promise<NoticeState> {
  if ((await Notification.requestPermission()) === 'granted') localStorage.setItem(WANTED, 'on');
  return noticeState();
}

export function turnNoticesOff(): NoticeState {
  localStorage.setItem(WANTED, 'off');
  return noticeState();
}

/** PRD VTCR 2.1: a call is told only when nobody is looking; an emergency is told in any case. */
export function notifyOf(event: JournalEvent, accountId: string): void {
  if (noticeState() !== 'on' || Math.abs(serverNow() - Date.parse(event.at)) > FRESH_MS) return;
  if (event.event === 'call.started' && document.hidden) {
    const from = typeof event.data.callerPhone === 'string' ? spokenForm(event.data.callerPhone) : 'a withheld number';
    show(`Incoming after-hours call from ${from}`, `/a/${accountId}/live`, `call-${event.callId}`);
  }
  if (event.event === 'incident.opened')
    show('Emergency call in progress. On-call routing initiated.', `/a/${accountId}/emergencies/${event.subjectId}`, `incident-${event.subjectId}`);
  if (event.event === 'incident.unreached')
    show('UNRESOLVED EMERGENCY: nobody on the ladder has answered.', `/a/${accountId}/emergencies/${event.subjectId}`, `incident-${event.subjectId}`);
}

// The same tag in every open tab: the browser shows one notice, not one per tab.
function show(title: string, path: string, tag: string): void {
  const notice = new Notification(title, { tag, icon: '/nightdesk.svg', requireInteraction: tag.startsWith('incident') });
  notice.onclick = () => {
    window.focus();
    window.location.assign(path);
  };
}
