import { Button, TextInput } from '@mantine/core';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { inWords } from '../../api/problem.js';
import { useConfirmSecondFactor } from '../../api/security.js';
import { CopySecret } from '../../components/copy-secret.js';
import classes from '../../components/form-stack.module.css';

interface EnrolmentFormProps {
  start: { uri: string; secret: string };
  done: (recoveryCodes: string[]) => void;
}

export function EnrolmentForm({ start, done }: EnrolmentFormProps) {
  const [code, setCode] = useState('');
  const { mutate, isPending, error } = useConfirmSecondFactor();
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    mutate(code.replaceAll(' ', ''), { onSuccess: ({ recoveryCodes }) => done(recoveryCodes) });
  };
  return (
    <form className={classes.stack} onSubmit={submit} noValidate>
      <p className={classes.note}>1. Scan this with an authenticator app, or type the key into it.</p>
      <div className={classes.row}>
        {/* White around it in both themes: cameras read no light code on a dark ground. */}
        <QRCodeSVG value={start.uri} size={168} marginSize={3} title="QR code for your authenticator app" />
        <div style={{ flex: 1, minWidth: 220 }}>
          <CopySecret secret={start.secret} what="Key for the app" />
        </div>
      </div>
      <TextInput
        label="2. The code it shows now"
        autoComplete="one-time-code"
        inputMode="numeric"
        maw={200}
        value={code}
        error={error && inWords(error)}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={isPending} disabled={code.trim() === ''}>
          Turn on
        </Button>
      </div>
    </form>
  );
}
