import type { ReactNode } from 'react';
import classes from './page-frame.module.css';

interface PageFrameProps {
  title: string;
  /** One line below the title. */
  about?: ReactNode;
  actions?: ReactNode;
  /** The open card, beside the page. */
  panel?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

export function PageFrame({ title, about, actions, panel, narrow = false, children }: PageFrameProps) {
  return (
    <div className={classes.split}>
      <div className={classes.scroll}>
        <main id="page" tabIndex={-1} className={classes.page} data-narrow={narrow || undefined}>
          <header className={classes.header}>
            <div>
              <h1 className={classes.title}>{title}</h1>
              {about && <p className={classes.about}>{about}</p>}
            </div>
            {actions && <div className={classes.actions}>{actions}</div>}
          </header>
          {children}
        </main>
      </div>
      {panel}
    </div>
  );
}

/** A titled card of a page. */
export function PageCard({
  title,
  aside,
  flush = false,
  children,
}: {
  title: ReactNode;
  aside?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={classes.card}>
      <div className={classes.cardHead}>
        <h2 className={classes.cardTitle}>{title}</h2>
        {aside}
      </div>
      <div className={flush ? undefined : classes.cardBody}>{children}</div>
    </section>
  );
}
