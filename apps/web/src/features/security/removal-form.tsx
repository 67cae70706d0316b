import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { hasCode, inWords } from '../../api/problem.js';
import { useRemoveSecondFactor } from '../../api/security.js';
import classes from '../../components/form-stack.module.css';
import { say } from '../../components/say.js';

/** Both proofs at once: whoever holds only one of them must not be able to take the other away. */
export function RemovalForm({ close }: { close: () => void }) {
  const form = useForm({ initialValues: { password: '', code: '' } });
  const { mutate, isPending } = useRemoveSecondFactor();
  const remove = (proof: { password: string; code: string }): void =>
    mutate(
      { password: proof.password, code: proof.code.trim() },
      {
        onSuccess: () => (close(), say('Two-step sign-in is off.')),
        onError: (error) => form.setFieldError(hasCode(error, 'wrong-code') ? 'code' : 'password', inWords(error)),
      },
    );
  return (
    <form className={classes.stack} onSubmit={form.onSubmit(remove)} noValidate>
      <PasswordInput
        label="Your password"
        autoComplete="current-password"
        maw={360}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0, 'aria-hidden': false }}
        {...form.getInputProps('password')}
      />
      <TextInput
        label="A code of your app, or a recovery code"
        autoComplete="one-time-code"
        maw={360}
        {...form.getInputProps('code')}
      />
      <div className={classes.row}>
        <Button variant="default" onClick={close}>
          Keep it on
        </Button>
        <Button type="submit" color="red" loading={isPending}>
          Turn off
        </Button>
      </div>
    </form>
  );
}
