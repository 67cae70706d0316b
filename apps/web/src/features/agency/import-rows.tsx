import type { ReadLine } from '../../api/types.js';
import { Badge } from '../../components/badge.js';
import classes from './import.module.css';

export interface ShownRow extends ReadLine {
  state: 'good' | 'waiting' | 'added' | 'broken' | 'failed';
  says?: string | null;
}

const STATE = {
  good: { word: 'Ready', tone: 'ok' },
  waiting: { word: 'Waiting', tone: 'neutral' },
  added: { word: 'Added', tone: 'ok' },
  broken: { word: 'Not added', tone: 'same_day' },
  failed: { word: 'Failed', tone: 'same_day' },
} as const;

/** What is wrong stands first: those lines are why somebody reads this. */
export function ImportRows({ rows }: { rows: ShownRow[] }) {
  const ordered = rows.toSorted(
    (one, other) => Number(one.problems.length === 0) - Number(other.problems.length === 0),
  );
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="The rows of the list">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">State</th>
            <th scope="col">Contractor</th>
            <th scope="col">What to mend</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <Row key={row.line} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: ShownRow }) {
  const { word, tone } = STATE[row.state];
  const { draft } = row;
  return (
    <tr>
      <td className="nd-num">{row.line}</td>
      <td>
        <Badge tone={tone}>{word}</Badge>
      </td>
      <td>
        {draft ? (
          <>
            <strong>{draft.name}</strong>
            <span className={classes.about}>
              {[draft.ownerName, draft.ownerEmail, draft.trades.join(', '), draft.state].filter(Boolean).join(' · ')}
            </span>
          </>
        ) : (
          <span className="nd-faint">Could not be read</span>
        )}
      </td>
      <td>
        {row.problems.map(({ column, says }) => (
          <p key={`${column}${says}`}>
            {column && <code className={classes.column}>{column}</code>} {says}
          </p>
        ))}
        {row.says && <p>{row.says}</p>}
      </td>
    </tr>
  );
}
