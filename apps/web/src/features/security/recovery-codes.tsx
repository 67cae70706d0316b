import { Button } from '@mantine/core';
import { CopyText } from '../../components/copy-secret.js';
import classes from '../../components/form-stack.module.css';

/** Shown this once; the way in when the phone is lost. */
export const RecoveryCodes = ({ codes, kept }: { codes: string[]; kept: () => void }) => (
  <div className={classes.stack} role="status">
    <p className={classes.note}>
      <strong>Keep these recovery codes.</strong> Each lets you in once without your phone. They are not shown again.
    </p>
    <ul className={classes.codes}>
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
    <div className={classes.row}>
      <CopyText text={codes.join('\n')} />
      <Button size="xs" onClick={kept}>
        I have kept them
      </Button>
    </div>
  </div>
);
