import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { inWords } from '../../api/problem.js';
import { signIn } from '../../api/session.js';
import classes from './sign-in-page.module.css';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { next } = route.useSearch();
  const router = useRouter();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : 'Write the whole address, such as dave@metroplumbing.com'),
      password: (value) => (value ? null : 'Write your password'),
    },
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: (given: { email: string; password: string }) => signIn(given.email.trim(), given.password),
    onSuccess: () => router.history.push(next ?? '/'),
  });
  return (
    <main className={classes.page}>
      <form className={classes.form} onSubmit={form.onSubmit((given) => mutate(given))} noValidate>
        <img src="/nightdesk.svg" alt="" className={classes.mark} />
        <h1 className={classes.title}>Sign in to Nightdesk</h1>
        <p className={classes.about}>Every call of the night, sorted before breakfast.</p>
        {error && (
          <p className={classes.error} role="alert">
            {inWords(error)}
          </p>
        )}
        <TextInput label="E-mail" type="email" autoComplete="username" size="md" {...form.getInputProps('email')} />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0, 'aria-hidden': false }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" fullWidth loading={isPending}>
          Sign in
        </Button>
        <p className={classes.foot}>Trouble signing in? Ask the owner of your account.</p>
      </form>
    </main>
  );
}
