import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { forgotPassword } from '../../api/entrance.js';
import { CheckYourMail } from './check-your-mail.js';
import { Entrance } from './entrance.js';
import classes from './entrance.module.css';
import { wholeAddress } from './password-field.js';

export function ForgotPage() {
  const form = useForm({ initialValues: { email: '' }, validate: { email: wholeAddress } });
  const { mutate, isPending, error, isSuccess } = useMutation({
    mutationFn: ({ email }: { email: string }) => forgotPassword(email.trim()),
  });
  if (isSuccess) return <CheckYourMail email={form.values.email.trim()} for="a link to choose a new password" />;
  return (
    <Entrance
      title="Forgot your password?"
      about="Write your address, and we mail you a link. It works for 30 minutes."
      error={error}
      foot={<Link to="/sign-in">Back to signing in</Link>}
    >
      <form className={classes.fields} onSubmit={form.onSubmit((given) => mutate(given))} noValidate>
        <TextInput label="E-mail" type="email" autoComplete="username" size="md" {...form.getInputProps('email')} />
        <Button type="submit" size="md" fullWidth loading={isPending}>
          Mail me a link
        </Button>
      </form>
    </Entrance>
  );
}
