import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { hasCode, inWords } from '../../api/problem.js';
import { secondFactor, useChangePassword } from '../../api/security.js';
import classes from '../../components/form-stack.module.css';
import { PageCard } from '../../components/page-frame.js';
import { say } from '../../components/say.js';

const EYE = { 'aria-label': 'Show the password', tabIndex: 0, 'aria-hidden': false } as const;

export function PasswordCard({ email }: { email: string }) {
  const { data } = useQuery(secondFactor());
  const shortest = data?.isOn ? 8 : 15;
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (value) => (value ? null : 'Write the password you have now'),
      newPassword: (value) => (value.length >= shortest ? null : `Make it at least ${shortest} characters`),
    },
  });
  const { mutate, isPending } = useChangePassword();
  const change = (given: typeof form.values): void =>
    mutate(given, {
      onSuccess: () => (form.reset(), say('Your password is changed. Your other sessions have ended.')),
      onError: (error) =>
        form.setFieldError(hasCode(error, 'wrong-password') ? 'currentPassword' : 'newPassword', inWords(error)),
    });
  return (
    <PageCard title="Password">
      <form className={classes.stack} onSubmit={form.onSubmit(change)} noValidate>
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label="Password now"
          autoComplete="current-password"
          maw={360}
          visibilityToggleButtonProps={EYE}
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label="New password"
          description={`${shortest} characters or more; paste from a password manager is welcome.`}
          autoComplete="new-password"
          maw={360}
          visibilityToggleButtonProps={EYE}
          {...form.getInputProps('newPassword')}
        />
        <div>
          <Button type="submit" variant="default" loading={isPending}>
            Change password
          </Button>
        </div>
      </form>
    </PageCard>
  );
}
