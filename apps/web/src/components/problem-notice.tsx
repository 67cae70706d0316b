import { Button } from '@mantine/core';
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { inWords, isForbidden } from '../api/problem.js';
import classes from './notices.module.css';

/** Names the thing, says why in words, and offers the next step. */
export function ProblemNotice({ what, error, retry }: { what: string; error: unknown; retry?: () => void }) {
  return (
    <div className={classes.problem} role="alert">
      <IconPlugConnectedX size={20} stroke={1.6} aria-hidden />
      <div>
        <p className={classes.problemTitle}>{what} could not be loaded</p>
        <p className={classes.problemText}>{inWords(error)}</p>
      </div>
      {retry && !isForbidden(error) && (
        <Button variant="default" size="xs" leftSection={<IconRefresh size={14} />} onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}
