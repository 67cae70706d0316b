import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CodeNeeded } from '../../api/types.js';
import { Entrance } from './entrance.js';
import classes from './entrance.module.css';

interface CodeFormProps {
  needed: CodeNeeded;
  error: unknown;
  busy: boolean;
  send: (code: string) => void;
  startAgain: () => void;
}

const ABOUT = {
  authenticator: 'Open your authenticator app and type the six digits it shows for Nightdesk.',
  email: 'Somebody has tried wrong passwords on your account. To be sure it is you, we mailed you a six-digit code.',
};

/** The second step of signing in: a code of the app or the mail, or one of the codes kept for a lost phone. */
export function CodeForm({ needed, error, busy, send, startAgain }: CodeFormProps) {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (code.trim() === '') return setMissing('Type the code');
    setMissing(null);
    send(code.trim());
  };
  return (
    <Entrance title="One more step" about={ABOUT[needed.by]} error={error}>
      <form className={classes.fields} onSubmit={submit} noValidate>
        <TextInput
          label="Code"
          description={needed.by === 'authenticator' ? 'Phone not at hand? A recovery code works too.' : undefined}
          autoComplete="one-time-code"
          autoFocus
          size="md"
          value={code}
          error={missing}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="md" fullWidth loading={busy}>
          Sign in
        </Button>
        <Button variant="subtle" color="gray" onClick={startAgain}>
          Use another account
        </Button>
      </form>
    </Entrance>
  );
}
