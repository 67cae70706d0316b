import { Button, Radio, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { signUp } from '../../api/entrance.js';
import { fieldProblems, hasCode, inWords } from '../../api/problem.js';
import type { SignUp } from '../../api/types.js';
import { CheckYourMail } from './check-your-mail.js';
import { Entrance } from './entrance.js';
import classes from './entrance.module.css';
import { longEnough, NewPasswordField, wholeAddress } from './password-field.js';

type Values = Omit<SignUp, 'timeZone'>;

const PASSWORD_CODES = ['password-too-short', 'password-too-long', 'password-too-common', 'password-about-you'];

/** Issue 5 item 1: an agency or a single contractor; the address is proved before anything is created. */
export function SignUpPage() {
  const form = useForm<Values>({
    initialValues: { kind: 'contractor', organisation: '', name: '', email: '', password: '' },
    validate: {
      organisation: (value) => (value.trim() ? null : 'Write the name your customers know'),
      name: (value) => (value.trim() ? null : 'Write your name'),
      email: wholeAddress,
      password: longEnough,
    },
  });
  const { mutate, isPending, error, isSuccess } = useMutation({
    mutationFn: (given: Values) =>
      signUp({ ...given, email: given.email.trim(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
    onError: (refusal) =>
      form.setErrors({
        ...fieldProblems(refusal),
        ...(hasCode(refusal, ...PASSWORD_CODES) ? { password: inWords(refusal) } : {}),
      }),
  });
  if (isSuccess) return <CheckYourMail email={form.values.email.trim()} for="a link to finish signing up" />;
  return (
    <Entrance
      title="Create your Nightdesk account"
      about="Set up in under 30 minutes. Your phone keeps ringing as it does today until you go live."
      error={error && !hasCode(error, 'invalid-fields', ...PASSWORD_CODES) ? error : null}
      foot={
        <>
          Already with us? <Link to="/sign-in">Sign in</Link>
        </>
      }
    >
      <form className={classes.fields} onSubmit={form.onSubmit((given) => mutate(given))} noValidate>
        <KindChoice form={form} />
        <TextInput
          label={form.values.kind === 'agency' ? 'Name of your agency' : 'Name of your business'}
          autoComplete="organization"
          size="md"
          maxLength={120}
          {...form.getInputProps('organisation')}
        />
        <TextInput label="Your name" autoComplete="name" size="md" maxLength={120} {...form.getInputProps('name')} />
        <TextInput label="E-mail" type="email" autoComplete="username" size="md" {...form.getInputProps('email')} />
        <NewPasswordField label="Password" {...form.getInputProps('password')} />
        <Button type="submit" size="md" fullWidth loading={isPending}>
          Create account
        </Button>
      </form>
    </Entrance>
  );
}

const KINDS = [
  { value: 'contractor', label: 'My own business', description: 'Plumbing, HVAC or electrical; one phone line.' },
  { value: 'agency', label: 'An agency', description: 'You set up and look after many contractors.' },
];

const KindChoice = ({ form }: { form: UseFormReturnType<Values> }) => (
  <Radio.Group label="Who is it for?" {...form.getInputProps('kind')}>
    <div className={classes.kinds}>
      {KINDS.map((kind) => (
        <Radio
          key={kind.value}
          {...kind}
          className={classes.kind}
          data-checked={form.values.kind === kind.value || undefined}
        />
      ))}
    </div>
  </Radio.Group>
);
