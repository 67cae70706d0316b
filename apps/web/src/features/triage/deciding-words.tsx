import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Disagreement } from '../../api/types.js';
import { Transcript } from '../../components/transcript.js';
import { plural } from '../../components/words.js';
import classes from './deciding-words.module.css';

/** The lines in which the deciding words fell, marked; the rest of the call is one click away. */
export function DecidingWords({ disagreement: { rules, voiceAgent, turns } }: { disagreement: Disagreement }) {
  const [whole, setWhole] = useState(false);
  const evidence = [...(rules?.evidence ?? []), ...(voiceAgent?.evidence ?? [])];
  const deciding = new Set(evidence.filter(({ turn }) => turn >= 0 && turn < turns.length).map(({ turn }) => turn));
  if (turns.length === 0) return <p className={classes.none}>Nothing was said on this call.</p>;
  return (
    <div className={classes.words}>
      {deciding.size === 0 && !whole && <p className={classes.none}>No single words decided this call.</p>}
      <Transcript turns={turns} evidence={evidence} only={whole ? undefined : deciding} />
      {deciding.size < turns.length && (
        <UnstyledButton className={classes.toggle} aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Only the deciding lines' : `Show the whole call (${plural(turns.length, 'line')})`}
        </UnstyledButton>
      )}
    </div>
  );
}
