import { VisuallyHidden } from '@mantine/core';
import type { CallClass, Evidence, Turn } from '../api/types.js';
import { stopwatch } from './times.js';
import classes from './transcript.module.css';

/** A line of the call; lists without times leave the second out. */
type Line = Pick<Turn, 'role' | 'text'> & Partial<Pick<Turn, 'secondsFromStart'>>;

interface TranscriptProps {
  turns: Line[];
  evidence: Evidence[];
  /** The lines to show, by their place in the call; all of them when left out. */
  only?: ReadonlySet<number>;
  /** Who spoke with the caller; the voice agent when left out. */
  lineName?: string;
}

/** Who said what, and when; the words that decided the class are marked. */
export function Transcript({ turns, evidence, only, lineName = 'Voice agent' }: TranscriptProps) {
  const shown = turns.map((turn, place) => ({ turn, place })).filter(({ place }) => only?.has(place) ?? true);
  return (
    <ol className={classes.turns}>
      {shown.map(({ turn, place }) => (
        <li key={place} className={classes.turn} data-role={turn.role}>
          <p className={classes.who}>
            {turn.role === 'caller' ? 'Caller' : lineName}
            <Second at={turn.secondsFromStart ?? null} />
          </p>
          <p className={classes.said}>
            <MarkedText text={turn.text} evidence={evidence.filter((one) => one.turn === place)} />
          </p>
        </li>
      ))}
    </ol>
  );
}

const Second = ({ at }: { at: number | null }) =>
  at !== null && <span className="nd-num nd-faint">{stopwatch(at)}</span>;

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

/** Cuts a line at the first occurrence of each reason's words; of overlapping reasons the earlier and longer one stays. */
function splitByEvidence(text: string, evidence: Evidence[]): Piece[] {
  const found = evidence
    .map((reason) => ({ ...reason, start: text.toLowerCase().indexOf(reason.words.toLowerCase()) }))
    .filter((reason) => reason.start >= 0 && reason.words !== '')
    .sort((a, b) => a.start - b.start || b.words.length - a.words.length);
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
