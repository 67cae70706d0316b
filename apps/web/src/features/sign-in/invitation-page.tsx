import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { acceptInvitation, invitationOffer } from '../../api/entrance.js';
import { bearer } from '../../api/session.js';
import type { Accepted, InvitationOffer } from '../../api/types.js';
import { ROLE } from '../../components/words.js';
import { Entrance } from './entrance.js';
import classes from './entrance.module.css';
import { longEnough, NewPasswordField } from './password-field.js';

const route = getRouteApi('/invitation');

export function InvitationPage() {
  const { token = '' } = route.useSearch();
  const offer = useQuery(invitationOffer(token));
  const accept = useAccept();
  if (offer.isPending) return <Entrance title="Your invitation" about="One moment." />;
  if (offer.error)
    return (
      <Entrance
        title="This invitation cannot be used"
        about="Ask for a new one; it comes by mail."
        error={offer.error}
      />
    );
  return (
    <Entrance
      title={`Join ${offer.data.organisation}`}
      about={`${offer.data.invitedBy} invites ${offer.data.email} as ${ROLE[offer.data.role]}.`}
      error={accept.error}
    >
      {offer.data.hasAccount ? (
        <WithAccount token={token} accept={accept} />
      ) : (
        <WithoutAccount token={token} offer={offer.data} accept={accept} />
      )}
    </Entrance>
  );
}

interface Acceptance {
  mutate: (given: { token: string; name?: string; password?: string }) => void;
  isPending: boolean;
  error: unknown;
}

function useAccept(): Acceptance {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: acceptInvitation,
    onSuccess: ({ accountId, agencyId }: Accepted) => {
      client.clear();
      if (accountId) return navigate({ to: '/a/$accountId/live', params: { accountId }, search: {} });
      return agencyId ? navigate({ to: '/agency/$agencyId/contractors', params: { agencyId } }) : navigate({ to: '/' });
    },
  });
}

function WithAccount({ token, accept }: { token: string; accept: Acceptance }) {
  const href = `/invitation?token=${encodeURIComponent(token)}`;
  if (!bearer())
    return (
      <Button size="md" fullWidth renderRoot={(props) => <Link to="/sign-in" search={{ next: href }} {...props} />}>
        Sign in to accept
      </Button>
    );
  return (
    <Button size="md" fullWidth loading={accept.isPending} onClick={() => accept.mutate({ token })}>
      Accept the invitation
    </Button>
  );
}

interface WithoutAccountProps {
  token: string;
  offer: InvitationOffer;
  accept: Acceptance;
}

function WithoutAccount({ token, offer, accept }: WithoutAccountProps) {
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: { name: (value) => (value.trim() ? null : 'Write your name'), password: longEnough },
  });
  return (
    <form className={classes.fields} onSubmit={form.onSubmit((given) => accept.mutate({ token, ...given }))} noValidate>
      <input type="hidden" autoComplete="username" value={offer.email} readOnly />
      <TextInput label="Your name" autoComplete="name" size="md" {...form.getInputProps('name')} />
      <NewPasswordField label="Password" {...form.getInputProps('password')} />
      <Button type="submit" size="md" fullWidth loading={accept.isPending}>
        Join
      </Button>
    </form>
  );
}
