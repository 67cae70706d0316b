import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import classes from './form-stack.module.css';

/** Something that is shown this once, with the click that takes it along. */
export const CopySecret = ({ secret, what }: { secret: string; what: string }) => (
  <p className={classes.secret}>
    <code aria-label={what}>{secret}</code>
    <CopyText text={secret} />
  </p>
);

export const CopyText = ({ text }: { text: string }) => (
  <CopyButton value={text}>
    {({ copied, copy }) => (
      <Button
        variant="default"
        size="xs"
        leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        onClick={copy}
      >
        {copied ? 'Copied' : 'Copy'}
      </Button>
    )}
  </CopyButton>
);
