import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { confirmEmail } from '../../api/entrance.js';
import { signOut } from '../../api/session.js';
import { say } from '../../components/say.js';
import { Entrance } from './entrance.js';

const route = getRouteApi('/confirm-email');

/** A click, not the visit itself: mail filters open every link before the person does. */
export function ConfirmEmailPage() {
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => confirmEmail(token ?? ''),
    onSuccess: async () => {
      await signOut();
      client.clear();
      say('Your address is changed. Sign in with it from now on.');
      await navigate({ to: '/sign-in', search: { next: undefined } });
    },
  });
  return (
    <Entrance
      title="Confirm your new address"
      about="You sign in with it from now on. Every browser and phone you are signed in on is signed out."
      error={error}
      foot={error ? <Link to="/security">Ask for another link</Link> : undefined}
    >
      <Button size="md" fullWidth loading={isPending} onClick={() => mutate()}>
        Confirm the address
      </Button>
    </Entrance>
  );
}
