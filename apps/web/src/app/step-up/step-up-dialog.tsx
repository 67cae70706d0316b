import { Button, Modal, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { inWords } from '../../api/problem.js';
import { secondFactor, stepUp } from '../../api/security.js';
import { onStepUp } from '../../api/step-up.js';
import classes from './step-up-dialog.module.css';

/** Any act that needs a fresh proof (AUT-13) waits behind this dialog and goes on once it is given. */
export function StepUpDialog() {
  const [answer, setAnswer] = useState<((proved: boolean) => void) | null>(null);
  useEffect(() => onStepUp(() => new Promise((resolve) => setAnswer(() => resolve))), []);
  const close = (proved: boolean): void => {
    answer?.(proved);
    setAnswer(null);
  };
  return (
    <Modal
      opened={answer !== null}
      onClose={() => close(false)}
      title="Confirm it is you"
      closeButtonProps={{ 'aria-label': 'Close' }}
      zIndex={400}
    >
      <ProofForm done={() => close(true)} />
    </Modal>
  );
}

function ProofForm({ done }: { done: () => void }) {
  const { data } = useQuery(secondFactor());
  const [value, setValue] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => stepUp(data?.isOn ? { code: value.trim() } : { password: value }),
    onSuccess: done,
  });
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (value) mutate();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p>This changes who can get in, so we ask once more. You are not asked again for five minutes.</p>
      {data?.isOn ? (
        <TextInput
          label="Code of your authenticator app"
          description="Or one of your recovery codes."
          autoComplete="one-time-code"
          data-autofocus
          value={value}
          error={error && inWords(error)}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      ) : (
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0, 'aria-hidden': false }}
          value={value}
          error={error && inWords(error)}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      <Button type="submit" loading={isPending} disabled={!data}>
        Confirm
      </Button>
    </form>
  );
}
