import { useSuspenseQuery } from '@tanstack/react-query';
import { useCanGoBack, useRouter } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { me } from '../../api/me.js';
import { PageFrame } from '../../components/page-frame.js';
import classes from '../../components/form-stack.module.css';
import { EmailCard } from './email-card.js';
import { PasswordCard } from './password-card.js';
import { SecondFactorCard } from './second-factor-card.js';
import { SessionsCard } from './sessions-card.js';

/** What belongs to the person and not to any account. */
export function SecurityPage() {
  const { data } = useSuspenseQuery(me());
  return (
    <PageFrame title="Password and sign-in" about={`${data.user.name}, ${data.user.email}`} actions={<Back />} narrow>
      <div className={classes.stack}>
        <SecondFactorCard />
        <EmailCard email={data.user.email} />
        <PasswordCard email={data.user.email} />
        <SessionsCard />
      </div>
    </PageFrame>
  );
}

function Back() {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <Button
      variant="default"
      leftSection={<IconArrowLeft size={16} />}
      onClick={() => (canGoBack ? router.history.back() : void router.navigate({ to: '/' }))}
    >
      Back
    </Button>
  );
}
