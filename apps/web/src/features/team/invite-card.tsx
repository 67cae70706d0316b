import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { fieldProblems, inWords } from '../../api/problem.js';
import { useInvite, type NewInvitation, type TeamOf } from '../../api/team.js';
import classes from '../../components/form-stack.module.css';
import { PageCard } from '../../components/page-frame.js';
import { say } from '../../components/say.js';
import { ROLES_TO_GIVE } from './roles.js';

/** An agency gives one role only, so nothing is asked there. */
export function InviteCard({ of }: { of: TeamOf }) {
  const asksRole = of.startsWith('accounts/');
  const form = useForm<{ email: string; role: NonNullable<NewInvitation['role']> }>({
    initialValues: { email: '', role: 'dispatcher' },
    validate: { email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : 'Write the whole address') },
  });
  const { mutate, isPending } = useInvite(of);
  const invite = ({ email, role }: typeof form.values): void =>
    mutate(
      { email: email.trim(), ...(asksRole ? { role } : {}) },
      {
        onSuccess: () => (form.reset(), say(`${email.trim()} gets an invitation. It works for three days.`)),
        onError: (error) => form.setErrors({ email: inWords(error), ...fieldProblems(error) }),
      },
    );
  const about = ROLES_TO_GIVE.find(({ value }) => value === form.values.role)?.about;
  return (
    <PageCard title="Invite somebody">
      <form className={classes.stack} onSubmit={form.onSubmit(invite)} noValidate>
        <div className={classes.row} style={{ alignItems: 'flex-start' }}>
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="off"
            style={{ flex: 1, minWidth: 220 }}
            {...form.getInputProps('email')}
          />
          {asksRole && <Select label="Role" data={ROLES_TO_GIVE} w={170} {...form.getInputProps('role')} />}
          <Button type="submit" loading={isPending} mt={23}>
            Invite
          </Button>
        </div>
        {asksRole && <p className={classes.note}>{about}</p>}
      </form>
    </PageCard>
  );
}
