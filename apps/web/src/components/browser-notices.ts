import { spokenForm } from '@domain/phone/e164';
import { api } from '../api/request.js';
import type { CallDetail, JournalEvent } from '../api/types.js';
import { serverNow } from '../api/server-clock.js';

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
export async function notifyOf(event: JournalEvent, accountId: string): Promise<void> {
  if (noticeState() !== 'on' || Math.abs(serverNow() - Date.parse(event.at)) > FRESH_MS) return;
  const emergencyPath = `/a/${accountId}/emergencies/${event.subjectId}`;
  if (event.event === 'call.started' && event.callId && document.hidden)
    show(
      await incomingCall(accountId, event.callId),
      `/a/${accountId}/live?call=${event.callId}`,
      `call-${event.callId}`,
    );
  if (event.event === 'incident.opened')
    show('Emergency call in progress. On-call routing initiated.', emergencyPath, `incident-${event.subjectId}`);
  if (event.event === 'incident.unreached')
    show('UNRESOLVED EMERGENCY. Nobody on the ladder has answered.', emergencyPath, `incident-${event.subjectId}`);
}

/** The stream carries ids only, never who calls: the number is asked for with the viewer's own rights. */
async function incomingCall(accountId: string, callId: string): Promise<string> {
  const call = await api.get<CallDetail>(accountId, `calls/${callId}`).catch(() => null);
  return `Incoming after-hours call from ${call?.callerPhone ? spokenForm(call.callerPhone) : 'a withheld number'}`;
}

// The same tag in every open tab: the browser shows one notice, not one per tab.
function show(title: string, path: string, tag: string): void {
  const notice = new Notification(title, {
    tag,
    icon: '/nightdesk.svg',
    requireInteraction: tag.startsWith('incident'),
  });
  notice.onclick = () => {
    window.focus();
    window.location.assign(path);
  };
}
