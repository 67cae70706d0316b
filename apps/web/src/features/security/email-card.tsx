import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { inWords } from '../../api/problem.js';
import { useChangeEmail } from '../../api/security.js';
import classes from '../../components/form-stack.module.css';
import { PageCard } from '../../components/page-frame.js';

export function EmailCard({ email }: { email: string }) {
  const form = useForm({
    initialValues: { email: '' },
    validate: {
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : 'Write an address such as dave@example.com'),
    },
  });
  const { mutate, isPending, data: askedFor } = useChangeEmail();
  const change = (given: { email: string }): void =>
    mutate(given.email.trim(), {
      onSuccess: () => form.reset(),
      onError: (error) => form.setFieldError('email', inWords(error)),
    });
  return (
    <PageCard title="E-mail address">
      <form className={classes.stack} onSubmit={form.onSubmit(change)} noValidate>
        <p className={classes.note}>
          You sign in with <strong>{email}</strong>.
        </p>
        <TextInput
          label="New address"
          description="We send it a link. Nothing changes before you open that; then every session ends."
          type="email"
          autoComplete="email"
          maw={360}
          {...form.getInputProps('email')}
        />
        <p className={classes.note} role="status">
          {askedFor && `A link is on its way to ${askedFor}, if that address is free. It works for an hour.`}
        </p>
        <div>
          <Button type="submit" variant="default" loading={isPending}>
            Change the address
          </Button>
        </div>
      </form>
    </PageCard>
  );
}
