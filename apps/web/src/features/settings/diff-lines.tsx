import type { VersionDiff } from '../../api/types.js';
import classes from './diff-lines.module.css';
import { fieldName } from './field-names.js';

/** Before and after, field by field; words say which is which, colour only helps. */
export function DiffLines({ changes }: { changes: VersionDiff['changes'] }) {
  if (changes.length === 0) return <p className={classes.none}>Nothing differs.</p>;
  return (
    <dl className={classes.diff}>
      {changes.map(({ field, from, to }) => (
        <div key={field} className={classes.change}>
          <dt>{fieldName(field)}</dt>
          <dd>
            <del>
              <span>Before: </span>
              {inText(from)}
            </del>
            <ins>
              <span>After: </span>
              {inText(to)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function inText(value: unknown): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return 'empty';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
