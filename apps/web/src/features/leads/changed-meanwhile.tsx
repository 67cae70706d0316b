import { Button } from '@mantine/core';
import type { LeadCard } from '../../api/types.js';
import type { CallbackWork } from '../../components/use-callback-work.js';
import { When } from '../../components/when.js';
import { CALLBACK } from '../../components/words.js';
import classes from './lead-panel.module.css';

/** Two people worked on one card: nothing is overwritten until the second one has seen what the first one did. */
export function ChangedMeanwhile({ card, work }: { card: LeadCard; work: CallbackWork }) {
  if (!work.conflict) return null;
  const { status, notes } = work.conflict;
  return (
    <div className={classes.notice} data-tone="conflict" role="alert">
      <p>
        <strong>Somebody else changed this card first</strong>
        It now says "{CALLBACK[card.callbackStatus]}" (changed <When at={card.updatedAt} as="clock" />
        ). Your "{CALLBACK[status]}" was not saved.
      </p>
      <div className={classes.noticeActions}>
        <Button size="xs" variant="default" onClick={work.forget}>
          Keep theirs
        </Button>
        <Button size="xs" onClick={() => work.change(card, status, notes)}>
          Save mine
        </Button>
      </div>
    </div>
  );
}
