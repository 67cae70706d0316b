import { Button } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { isSure } from './confirmation.js';
import classes from './save-bar.module.css';

const LEAVING = {
  title: 'Leave without saving?',
  consequences: ['What you changed on this page is not saved yet and will be lost.'],
  action: 'Leave without saving',
};

interface SaveBarProps {
  shown: boolean;
  saving: boolean;
  discard: () => void;
}

/** Sticks to the bottom as long as something is not saved; its Save submits the form around it. */
export function SaveBar({ shown, saving, discard }: SaveBarProps) {
  useBlocker({
    // Whoever is signed out has nothing left to save with.
    shouldBlockFn: async ({ next }) => shown && next.pathname !== '/sign-in' && !(await isSure(LEAVING)),
    enableBeforeUnload: shown,
  });
  if (!shown) return null;
  return (
    <div className={classes.bar} data-save-bar>
      <p>Not saved yet</p>
      <Button variant="default" onClick={discard} disabled={saving}>
        Discard
      </Button>
      <Button type="submit" loading={saving}>
        Save
      </Button>
    </div>
  );
}
