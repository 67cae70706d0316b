import { isOpen, isUnanswered } from '@domain/escalation/incident';
import { Button, Modal, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconBellRinging, IconCheck, IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useHandleIncident, type IncidentAction } from '../../api/incidents.js';
import { inWords } from '../../api/problem.js';
import type { IncidentDetail } from '../../api/types.js';
import { useAccount, useCan } from '../../components/use-account.js';

import classes from './emergency-page.module.css';

type Question = 'resolve' | 'false-alarm' | null;

/** What a person at the desk can do. Everything that stops pages or wakes people says so first. */
export function IncidentActions({ incident }: { incident: IncidentDetail }) {
  const { accountId } = useAccount();
  const mayHandle = useCan('incidents.handle');
  const [question, setQuestion] = useState<Question>(null);
  const { mutate, isPending } = useHandleIncident(accountId, incident.id);
  const act = (action: IncidentAction): void => {
    setQuestion(null);
    mutate(action, {
      onError: (error) =>
        void notifications.show({ color: 'red', title: 'Nothing was changed', message: inWords(error) }),
    });
  };
  if (!mayHandle || !isOpen(incident.state)) return null;
  return (
    <>
      {isUnanswered(incident.state) && (
        <Button
          color="red"
          loading={isPending}
          leftSection={<IconHandStop size={16} />}
          onClick={() => act({ kind: 'accept' })}
        >
          I've got it
        </Button>
      )}
      {incident.state === 'alerting' && (
        <Button
          variant="default"
          loading={isPending}
          leftSection={<IconBellRinging size={16} />}
          onClick={() => act({ kind: 'page-next' })}
        >
          Page the next person now
        </Button>
      )}
      <Button variant="default" leftSection={<IconCheck size={16} />} onClick={() => setQuestion('resolve')}>
        Resolve
      </Button>
      <Button variant="default" onClick={() => setQuestion('false-alarm')}>
        False alarm
      </Button>
      <Modal
        opened={question === 'resolve'}
        onClose={() => setQuestion(null)}
        title="Resolve this emergency"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <ResolveForm resolve={act} />
      </Modal>
      <Modal
        opened={question === 'false-alarm'}
        onClose={() => setQuestion(null)}
        title="Was this a false alarm?"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <p className={classes.sentence}>
          The ladder stops and nobody else is paged. Everybody who was paged is told to stand down. The call stays in
          the log, so that the rules can be checked against it.
        </p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setQuestion(null)}>
            Keep it open
          </Button>
          <Button color="red" onClick={() => act({ kind: 'false-alarm' })}>
            Yes, false alarm
          </Button>
        </div>
      </Modal>
    </>
  );
}

function ResolveForm({ resolve }: { resolve: (action: IncidentAction) => void }) {
  const form = useForm<{ outcome: string; dollars: number | string }>({ initialValues: { outcome: '', dollars: '' } });
  const submit = ({ outcome, dollars }: { outcome: string; dollars: number | string }): void =>
    resolve({
      kind: 'resolve',
      ...(outcome.trim() && { outcome: outcome.trim() }),
      ...(dollars !== '' && { jobValueCents: Math.round(Number(dollars) * 100) }),
    });
  return (
    <form className={classes.form} onSubmit={form.onSubmit(submit)}>
      <TextInput
        label="Outcome"
        placeholder="Burst fitting replaced"
        maxLength={500}
        data-autofocus
        {...form.getInputProps('outcome')}
      />
      <NumberInput
        label="Job value"
        description="Shown in the digest as revenue that can be attributed to this night. Leave it empty if you do not know yet."
        prefix="$"
        thousandSeparator=","
        min={0}
        decimalScale={2}
        hideControls
        {...form.getInputProps('dollars')}
      />
      <div className={classes.buttons}>
        <Button type="submit">Resolve</Button>
      </div>
    </form>
  );
}
