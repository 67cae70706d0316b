import { Button } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { noticeState, turnNoticesOff, turnNoticesOn, type NoticeState } from './browser-notices.js';
import classes from './notice-choice.module.css';

const WORDS: Record<NoticeState, string> = {
  on: 'On in this browser: every emergency, and calls that come in while this tab is hidden.',
  off: 'Be told of every emergency, and of calls that come in while this tab is hidden. Nothing else, ever. Your browser will ask for permission.',
  blocked: 'Blocked in the browser settings for this site. Allow notifications there, then come back.',
  impossible: 'This browser cannot show notices. On an iPhone, add Nightdesk to the home screen first.',
};

/** Says what will be shown before the browser asks, and asks only on a click. */
export function NoticeChoice() {
  const [state, setState] = useState(noticeState);
  return (
    <div className={classes.choice}>
      <p>{WORDS[state]}</p>
      {state === 'off' && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBell size={15} />}
          onClick={() => void turnNoticesOn().then(setState)}
        >
          Turn on notices
        </Button>
      )}
      {state === 'on' && (
        <Button size="xs" variant="default" onClick={() => setState(turnNoticesOff())}>
          Turn off notices
        </Button>
      )}
      <p className={classes.truth}>
        A notice never replaces the page to a technician's phone: that goes out whether or not this page is open.
      </p>
    </div>
  );
}
