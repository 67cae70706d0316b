import type { ReactNode } from 'react';
import { inWords } from '../../api/problem.js';
import classes from './entrance.module.css';

interface EntranceProps {
  title: string;
  about: ReactNode;
  error?: unknown;
  foot?: ReactNode;
  children?: ReactNode;
}

/** The card of every page before the shell: one title, one thing to do. */
export function Entrance({ title, about, error, foot, children }: EntranceProps) {
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <img src="/nightdesk.svg" alt="" className={classes.mark} />
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.about}>{about}</p>
        {error ? (
          <p className={classes.error} role="alert">
            {inWords(error)}
          </p>
        ) : null}
        {children}
        {foot && <p className={classes.foot}>{foot}</p>}
      </div>
    </main>
  );
}
