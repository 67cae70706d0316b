import { Children, type ReactNode } from 'react';
import classes from './facts.module.css';

/** Label and value, two columns, one fact per line. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{Children.toArray(children)}</dl>;
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
