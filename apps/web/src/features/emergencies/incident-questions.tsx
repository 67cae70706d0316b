import { Button, Modal } from '@mantine/core';
import type { IncidentAction } from '../../api/incidents.js';
import type { IncidentDetail } from '../../api/types.js';
import classes from './emergency-page.module.css';
import { PersonDialog } from './person-dialog.js';
import { ResolveForm } from './resolve-form.js';

export type Question = 'resolve' | 'false-alarm' | 'page' | 'has-it' | null;

interface IncidentQuestionsProps {
  incident: IncidentDetail;
  asked: Question;
  ask: (question: Question) => void;
  act: (action: IncidentAction) => void;
  isPending: boolean;
}

/** The dialogs of the actions that wake somebody, stop the pages or close the case. */
export function IncidentQuestions({ incident, asked, ask, act, isPending }: IncidentQuestionsProps) {
  const close = (): void => ask(null);
  return (
    <>
      <PersonDialog
        opened={asked === 'page'}
        close={close}
        title="Page someone else"
        says="They get a text and a call now. The ladder waits two minutes for them, then goes on."
        action="Page now"
        incident={incident}
        choose={(contactId) => act({ kind: 'page', contactId, version: incident.version })}
      />
      <PersonDialog
        opened={asked === 'has-it'}
        close={close}
        title="Someone else has it"
        says="For when somebody told you on the phone or across the yard. The ladder stops, and the others are told who has it."
        action="They have it"
        incident={incident}
        choose={(contactId) => act({ kind: 'accept', contactId })}
      />
      <Modal
        opened={asked === 'resolve'}
        onClose={close}
        title="Resolve this emergency"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <ResolveForm resolve={act} isPending={isPending} />
      </Modal>
      <Modal
        opened={asked === 'false-alarm'}
        onClose={close}
        title="Was this a false alarm?"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <FalseAlarm close={close} confirm={() => act({ kind: 'false-alarm' })} isPending={isPending} />
      </Modal>
    </>
  );
}

interface FalseAlarmProps {
  close: () => void;
  confirm: () => void;
  isPending: boolean;
}

function FalseAlarm({ close, confirm, isPending }: FalseAlarmProps) {
  return (
    <>
      <p className={classes.sentence}>
        The ladder stops and nobody else is paged. Everybody who was paged is told to stand down. The call stays in the
        log, so that the rules can be checked against it.
      </p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={close}>
          Keep it open
        </Button>
        <Button color="red" loading={isPending} onClick={confirm}>
          Yes, false alarm
        </Button>
      </div>
    </>
  );
}
