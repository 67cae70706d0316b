import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { hasCode } from '../../api/problem.js';
import { signIn, signInWithCode } from '../../api/session.js';
import type { CodeNeeded } from '../../api/types.js';
import { CodeForm } from './code-form.js';
import { Entrance } from './entrance.js';
import classes from './entrance.module.css';
import { PasswordField, wholeAddress } from './password-field.js';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const goOn = useGoOn();
  const [waiting, setWaiting] = useState<CodeNeeded | null>(null);
  const password = useMutation({
    mutationFn: (given: { email: string; password: string }) => signIn(given.email.trim(), given.password),
    onSuccess: (codeNeeded) => (codeNeeded ? setWaiting(codeNeeded) : goOn()),
  });
  const code = useMutation({
    mutationFn: (given: string) => signInWithCode(waiting?.ticket ?? '', given),
    onSuccess: goOn,
    onError: (error) => hasCode(error, 'ticket-over') && setWaiting(null),
  });
  const startAgain = (): void => (setWaiting(null), code.reset());
  if (waiting)
    return (
      <CodeForm needed={waiting} error={code.error} busy={code.isPending} send={code.mutate} startAgain={startAgain} />
    );
  return (
    <Entrance
      title="Sign in to Nightdesk"
      about="Every call of the night, sorted before breakfast."
      error={password.error ?? code.error}
      foot={
        <>
          New here? <Link to="/sign-up">Create an account</Link>
        </>
      }
    >
      <PasswordForm send={password.mutate} busy={password.isPending} />
    </Entrance>
  );
}

function useGoOn(): () => void {
  const { next } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();
  // What the last person on this device was shown must not greet the next one.
  return () => (client.clear(), router.history.push(next ?? '/'));
}

interface PasswordFormProps {
  send: (given: { email: string; password: string }) => void;
  busy: boolean;
}

function PasswordForm({ send, busy }: PasswordFormProps) {
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: { email: wholeAddress, password: (value) => (value ? null : 'Write your password') },
  });
  return (
    <form className={classes.fields} onSubmit={form.onSubmit(send)} noValidate>
      <TextInput label="E-mail" type="email" autoComplete="username" size="md" {...form.getInputProps('email')} />
      <PasswordField label="Password" autoComplete="current-password" {...form.getInputProps('password')} />
      <Button type="submit" size="md" fullWidth loading={busy}>
        Sign in
      </Button>
      <p className={classes.foot}>
        <Link to="/forgot">Forgot your password?</Link>
      </p>
    </form>
  );
}
