import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notices.module.css';

interface EmptyProps {
  icon: TablerIcon;
  title: string;
  /** What will appear here, and when. */
  children: ReactNode;
  action?: ReactNode;
}

/** An empty list is news too: it says what will come and offers one thing to do. */
export function Empty({ icon: Icon, title, children, action }: EmptyProps) {
  return (
    <div className={classes.empty}>
      <span className={classes.emptyIcon}>
        <Icon size={20} stroke={1.6} aria-hidden />
      </span>
      <p className={classes.emptyTitle}>{title}</p>
      <p className={classes.emptyText}>{children}</p>
      {action}
    </div>
  );
}
