import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { resetPassword } from '../../api/entrance.js';
import { hasCode } from '../../api/problem.js';
import { say } from '../../components/say.js';
import { Entrance } from './entrance.js';
import classes from './entrance.module.css';
import { longEnough, NewPasswordField } from './password-field.js';

const route = getRouteApi('/reset');

export function ResetPage() {
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { password: '', code: '' }, validate: { password: longEnough } });
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ password, code }: { password: string; code: string }) =>
      resetPassword({ token: token ?? '', password, ...(code.trim() ? { code: code.trim() } : {}) }),
    onSuccess: () => {
      say('Your password is changed. Every other session has ended; sign in with the new one.');
      return navigate({ to: '/sign-in', search: {} });
    },
  });
  const needsCode = hasCode(error, 'code-needed', 'wrong-code');
  return (
    <Entrance
      title="Choose a new password"
      about="Everybody who is signed in to your account has to sign in again."
      error={error}
      foot={hasCode(error, 'link-not-valid') ? <Link to="/forgot">Mail me a new link</Link> : undefined}
    >
      <form className={classes.fields} onSubmit={form.onSubmit((given) => mutate(given))} noValidate>
        <NewPasswordField {...form.getInputProps('password')} />
        {needsCode && (
          <TextInput
            label="Code of your authenticator app"
            description="Or one of your recovery codes."
            autoComplete="one-time-code"
            size="md"
            {...form.getInputProps('code')}
          />
        )}
        <Button type="submit" size="md" fullWidth loading={isPending}>
          Change the password
        </Button>
      </form>
    </Entrance>
  );
}
