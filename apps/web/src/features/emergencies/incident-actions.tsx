import { isOpen, isUnanswered } from '@domain/escalation/incident';
import { Button } from '@mantine/core';
import {
  IconBellRinging,
  IconCheck,
  IconHandStop,
  IconPhone,
  IconRepeat,
  IconUserPlus,
  IconUserCheck,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useHandleIncident, type IncidentAction } from '../../api/incidents.js';
import type { IncidentDetail } from '../../api/types.js';
import { OfficeCall } from '../../components/office-call.js';
import { say, sayRefused } from '../../components/say.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { IncidentQuestions, type Question } from './incident-questions.js';

/** What a person at the desk can do. Everything that stops pages or wakes people says so first. */
export function IncidentActions({ incident }: { incident: IncidentDetail }) {
  const mayHandle = useCan('incidents.handle');
  const [question, setQuestion] = useState<Question>(null);
  const { act, isPending } = useActions(incident, () => setQuestion(null));
  // A rehearsal is stopped where it was started; it has no caller and nothing to resolve.
  if (!mayHandle || incident.isDrill || !isOpen(incident.state)) return null;
  return (
    <>
      <AtOnce incident={incident} act={act} isPending={isPending} />
      <Button variant="default" leftSection={<IconUserPlus size={16} />} onClick={() => setQuestion('page')}>
        Page someone else
      </Button>
      {isUnanswered(incident.state) && (
        <Button variant="default" leftSection={<IconUserCheck size={16} />} onClick={() => setQuestion('has-it')}>
          Someone else has it
        </Button>
      )}
      <Button variant="default" leftSection={<IconCheck size={16} />} onClick={() => setQuestion('resolve')}>
        Resolve
      </Button>
      <Button variant="default" onClick={() => setQuestion('false-alarm')}>
        False alarm
      </Button>
      <IncidentQuestions incident={incident} asked={question} ask={setQuestion} act={act} isPending={isPending} />
    </>
  );
}

interface AtOnceProps {
  incident: IncidentDetail;
  act: (action: IncidentAction) => void;
  isPending: boolean;
}

/** What needs no second thought: taking it, calling the caller, hurrying the ladder. */
function AtOnce({ incident, act, isPending }: AtOnceProps) {
  const { state, callerPhone, version } = incident;
  return (
    <>
      {isUnanswered(state) && (
        <Button
          color="red"
          loading={isPending}
          leftSection={<IconHandStop size={16} />}
          onClick={() => act({ kind: 'accept' })}
        >
          I've got it
        </Button>
      )}
      {callerPhone && (
        <Button component="a" href={`tel:${callerPhone}`} variant="default" leftSection={<IconPhone size={16} />}>
          Call caller
        </Button>
      )}
      {callerPhone && !incident.isDrill && (
        <OfficeCall name={incident.callerName ?? 'the caller'} subject={{ incidentId: incident.id }} />
      )}
      {state === 'alerting' ? (
        <Button
          variant="default"
          loading={isPending}
          leftSection={<IconBellRinging size={16} />}
          onClick={() => act({ kind: 'page-next', version })}
        >
          Page the next person now
        </Button>
      ) : (
        <Button
          variant="default"
          loading={isPending}
          leftSection={<IconRepeat size={16} />}
          onClick={() => act({ kind: 'repage', version })}
        >
          Page again
        </Button>
      )}
    </>
  );
}

function useActions(incident: IncidentDetail, done: () => void) {
  const { accountId } = useAccount();
  const navigate = useNavigate();
  const { mutate, isPending } = useHandleIncident(accountId, incident.id);
  // A dialog closes when it is done, not before: a refusal must not take what was typed with it.
  const act = (action: IncidentAction): void =>
    mutate(action, {
      onSuccess: ({ id }) => {
        done();
        if (id === incident.id) return;
        void navigate({ to: '/a/$accountId/emergencies/$incidentId', params: { accountId, incidentId: id } });
        say('This emergency was merged into an earlier one: it was done there.');
      },
      onError: sayRefused('Nothing was changed'),
    });
  return { act, isPending };
}
