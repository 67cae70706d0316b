import { Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { Key, shortcutsOn, turnShortcuts } from '../../components/keyboard.js';
import classes from './shortcut-list.module.css';

const GROUPS: { name: string; keys: [string, string][] }[] = [
  {
    name: 'Go to',
    keys: [
      ['G H', 'Live'],
      ['G L', 'Leads'],
      ['G E', 'Emergencies'],
      ['G D', 'Digest'],
      ['G O', 'On-call'],
      ['G B', 'Appointments'],
      ['G C', 'Calls'],
      ['G T', 'Triage'],
    ],
  },
  {
    name: 'Lists',
    keys: [
      ['J', 'Next row'],
      ['K', 'Previous row'],
      ['Enter', 'Open the card'],
      ['Esc', 'Close the card'],
      ['/', 'Search leads'],
      ['?', 'This list'],
    ],
  },
  {
    name: 'Lead card',
    keys: [
      ['C', 'Call this lead'],
      ['B', 'Called - Booked'],
      ['N', 'Called - No Answer'],
      ['I', 'Called - Not Interested'],
      ['R', 'Resolved'],
      ['M', 'Write a note'],
      ['Z', 'Undo (10 seconds)'],
    ],
  },
  {
    name: 'Approvals',
    keys: [
      ['A', 'Approve'],
      ['T', 'Change time'],
      ['D', 'Decline, call back'],
    ],
  },
  {
    name: 'Triage',
    keys: [
      ['1', 'Should have been: Emergency'],
      ['2', 'Should have been: Routine'],
      ['3', 'Should have been: Spam'],
    ],
  },
  {
    name: 'Recording',
    keys: [
      ['P', 'Play or pause'],
      ['[', 'Back 5 seconds'],
      [']', 'Forward 5 seconds'],
    ],
  },
];

export function ShortcutList({ opened, close }: { opened: boolean; close: () => void }) {
  const [on, setOn] = useState(shortcutsOn);
  const toggle = (wanted: boolean): void => {
    turnShortcuts(wanted);
    setOn(wanted);
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title="Keyboard shortcuts"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Switch
        label="Single-key shortcuts"
        description="Off: letters do nothing outside fields. Esc still closes a card."
        checked={on}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      <div className={classes.groups}>
        {GROUPS.map((group) => (
          <section key={group.name}>
            <h3 className={classes.name}>{group.name}</h3>
            <dl className={classes.keys}>
              {group.keys.map(([keys, does]) => (
                <div key={keys} className={classes.line}>
                  <dt>{does}</dt>
                  <dd>
                    {keys.split(' ').map((key) => (
                      <Key key={key}>{key}</Key>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
