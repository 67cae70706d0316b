import { VisuallyHidden } from '@mantine/core';
import type { CallClass, Evidence, Turn } from '../api/types.js';
import { stopwatch } from './times.js';
import classes from './transcript.module.css';

interface TranscriptProps {
  turns: Turn[];
  evidence: Evidence[];
  agentName?: string;
}

/** Who said what, and when; the words that decided the class are marked. */
export function Transcript({ turns, evidence, agentName = 'Voice agent' }: TranscriptProps) {
  return (
    <ol className={classes.turns}>
      {turns.map((turn, index) => (
        <li key={turn.id} className={classes.turn} data-role={turn.role}>
          <p className={classes.who}>
            {turn.role === 'caller' ? 'Caller' : agentName}
            {turn.secondsFromStart !== null && (
              <span className="nd-num nd-faint">{stopwatch(turn.secondsFromStart)}</span>
            )}
          </p>
          <p className={classes.said}>
            <MarkedText text={turn.text} evidence={evidence.filter((one) => one.turn === index)} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function MarkedText({ text, evidence }: { text: string; evidence: Evidence[] }) {
  return splitByEvidence(text, evidence).map((piece, index) =>
    piece.favours === null ? (
      piece.text
    ) : (
      <mark
        key={index}
        className={classes.mark}
        data-favours={piece.favours}
        title={`${piece.rule} speaks for ${piece.favours}`}
      >
        {piece.text}
        <VisuallyHidden> (speaks for {piece.favours})</VisuallyHidden>
      </mark>
    ),
  );
}

interface Piece {
  text: string;
  favours: CallClass | null;
  rule?: string;
}

/** Cuts a line at the first occurrence of each reason's words; overlapping reasons keep the earlier one. */
function splitByEvidence(text: string, evidence: Evidence[]): Piece[] {
  const found = evidence
    .map((reason) => ({ ...reason, start: text.toLowerCase().indexOf(reason.words.toLowerCase()) }))
    .filter((reason) => reason.start >= 0 && reason.words !== '')
    .sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let done = 0;
  for (const { start, words, favours, rule } of found) {
    if (start < done) continue;
    pieces.push(
      { text: text.slice(done, start), favours: null },
      { text: text.slice(start, start + words.length), favours, rule },
    );
    done = start + words.length;
  }
  return [...pieces, { text: text.slice(done), favours: null as CallClass | null }].filter(
    (piece) => piece.text !== '',
  );
}
