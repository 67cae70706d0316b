import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { LeadCard } from '../../api/types.js';
import { When } from '../../components/when.js';
import classes from './lead-panel.module.css';

interface CallbackNoteProps {
  card: LeadCard;
  disabled: boolean;
  save: (notes: string) => void;
}

export function CallbackNote({ card, disabled, save }: CallbackNoteProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const saved = card.callbackNotes ?? '';
  const changed = draft !== null && draft !== saved;
  const keep = (): void => {
    if (draft !== null) save(draft);
    setDraft(null);
  };
  return (
    <div className={classes.note}>
      <Textarea
        aria-label="Callback note"
        placeholder="What was agreed on the phone (M)"
        data-callback-note
        autosize
        minRows={1}
        maxRows={8}
        maxLength={2000}
        disabled={disabled}
        value={draft ?? saved}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => (event.metaKey || event.ctrlKey) && event.key === 'Enter' && keep()}
      />
      <div className={classes.noteEnd}>
        <span>
          {card.callbackAt && (
            <>
              Last marked <When at={card.callbackAt} />
            </>
          )}
        </span>
        {changed && (
          <Button size="xs" onClick={keep}>
            Save note
          </Button>
        )}
      </div>
    </div>
  );
}
