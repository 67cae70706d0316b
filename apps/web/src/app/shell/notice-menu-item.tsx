import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { noticeState, turnNoticesOff, turnNoticesOn, type NoticeState } from '../live/browser-notices.js';

const WORDS: Record<NoticeState, string> = {
  on: 'Stop desktop notices',
  off: 'Show desktop notices',
  blocked: 'Notices blocked by the browser',
  impossible: 'This browser has no notices',
};

const EXPLAINED =
  'Your browser will now ask for permission. Nightdesk shows a notice when a call comes in while this tab is hidden, and for every emergency. Nothing else, ever.';

/** The browser is asked only after a click, and after the page has said what for. */
export function NoticeMenuItem({ on, off }: { on: ReactNode; off: ReactNode }) {
  const [state, setState] = useState(noticeState);
  const toggle = async (): Promise<void> => {
    if (state === 'on') return setState(turnNoticesOff());
    notifications.show({ title: 'Desktop notices', message: EXPLAINED, autoClose: 12_000 });
    setState(await turnNoticesOn());
  };
  return (
    <Menu.Item leftSection={state === 'on' ? off : on} disabled={state === 'blocked' || state === 'impossible'} onClick={() => void toggle()}>
      {WORDS[state]}
    </Menu.Item>
  );
}
