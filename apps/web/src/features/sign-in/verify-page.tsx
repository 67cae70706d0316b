import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { verifyEmail } from '../../api/entrance.js';
import { me } from '../../api/me.js';
import { Entrance } from './entrance.js';

const route = getRouteApi('/verify');

/** A click, not the visit itself: mail filters open every link before the person does. */
export function VerifyPage() {
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      await verifyEmail(token ?? '');
      client.clear();
      return client.fetchQuery(me());
    },
    onSuccess: ({ accounts: [account] }) =>
      account
        ? navigate({ to: '/a/$accountId/set-up', params: { accountId: account.accountId }, search: {} })
        : navigate({ to: '/' }),
  });
  return (
    <Entrance
      title="Confirm your address"
      about="One click, and you can set up your line."
      error={error}
      foot={
        error ? (
          <>
            <Link to="/sign-up">Sign up again</Link> or <Link to="/sign-in">sign in</Link>
          </>
        ) : undefined
      }
    >
      <Button size="md" fullWidth loading={isPending} onClick={() => mutate()}>
        Confirm and go on
      </Button>
    </Entrance>
  );
}
