import { Button } from '@mantine/core';
import classes from './save-bar.module.css';

interface SaveBarProps {
  shown: boolean;
  saving: boolean;
  discard: () => void;
}

/** Sticks to the bottom as long as something is not saved; its Save submits the form around it. */
export function SaveBar({ shown, saving, discard }: SaveBarProps) {
  if (!shown) return null;
  return (
    <div className={classes.bar}>
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
