import { Button, Modal, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './confirm-dialog.module.css';
import { isTyped, onConfirmation, type Confirmation } from './confirmation.js';

interface Asked {
  question: Confirmation;
  answer: (isSure: boolean) => void;
}

/** The one place where an act with consequences is confirmed. Escape, the cross and a click beside it all mean no. */
export function ConfirmDialog() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(
    () =>
      onConfirmation(
        (question) =>
          new Promise((answer) => {
            setAsked({ question, answer });
            setOpen(true);
          }),
      ),
    [],
  );
  const answer = (isSure: boolean): void => {
    setOpen(false);
    asked?.answer(isSure);
  };
  return (
    <Modal
      opened={isOpen}
      onClose={() => answer(false)}
      // The words stay while the dialog fades, so that it does not shrink under the eye.
      onExitTransitionEnd={() => setAsked(null)}
      title={asked?.question.title}
      closeButtonProps={{ 'aria-label': 'Close' }}
      zIndex={390}
    >
      {asked && <Question question={asked.question} answer={answer} />}
    </Modal>
  );
}

function Question({
  question: { consequences, action, typed },
  answer,
}: {
  question: Confirmation;
  answer: Asked['answer'];
}) {
  const [given, setGiven] = useState('');
  const isReady = !typed || isTyped(given, typed.text);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (isReady) answer(true);
  };
  return (
    <form className={classes.question} onSubmit={submit}>
      {consequences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {typed && (
        <TextInput
          label={`To go on, type ${typed.what}: ${typed.text}`}
          autoComplete="off"
          data-autofocus
          value={given}
          onChange={(event) => setGiven(event.currentTarget.value)}
        />
      )}
      <div className={classes.buttons}>
        {/* The safe answer has the focus: Enter pressed in a hurry changes nothing. */}
        <Button variant="default" data-autofocus={typed ? undefined : true} onClick={() => answer(false)}>
          Cancel
        </Button>
        <Button type="submit" disabled={!isReady}>
          {action}
        </Button>
      </div>
    </form>
  );
}
