import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import type { CallClass } from '../../api/types.js';
import { CORRECT_CLASSES, useCorrection } from '../../components/use-correction.js';
import classes from './should-have-been.module.css';

/** One click is one correction; the pressed one is the last word of a person. Another one replaces it. */
export function ShouldHaveBeen({ callId, said }: { callId: string; said: CallClass | undefined }) {
  const { correct } = useCorrection();
  const label = useId();
  return (
    <div className={classes.line} role="group" aria-labelledby={label}>
      <span id={label} className={classes.label}>
        Should have been
      </span>
      <div className={classes.choices}>
        {CORRECT_CLASSES.map(({ value, name }) => (
          <UnstyledButton
            key={value}
            className={classes.choice}
            data-class={value}
            aria-pressed={said === value}
            onClick={() => said !== value && correct({ callId, classification: value })}
          >
            {said === value && <IconCheck size={13} stroke={2.4} aria-hidden />}
            {name}
          </UnstyledButton>
        ))}
      </div>
      {said && <span className={classes.label}>Not right? Choose another: nobody is paged by it.</span>}
    </div>
  );
}
