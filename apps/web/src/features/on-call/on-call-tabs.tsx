import { Link } from '@tanstack/react-router';
import type { OnCallSearch } from '../../app/search-words.js';
import { intoView } from '../../components/into-view.js';
import classes from './on-call-tabs.module.css';

export type OnCallTab = NonNullable<OnCallSearch['tab']>;

const TABS: { tab: OnCallTab; name: string }[] = [
  { tab: 'schedule', name: 'Schedule' },
  { tab: 'people', name: 'People' },
  { tab: 'team', name: 'Team and rotation' },
  { tab: 'ladder', name: 'Ladder' },
  { tab: 'rehearse', name: 'Rehearse' },
];

export function OnCallTabs({ current }: { current: OnCallTab }) {
  return (
    <nav className={classes.tabs} aria-label="On-call pages">
      {TABS.map(({ tab, name }) => (
        <Link
          key={tab}
          ref={tab === current ? intoView : undefined}
          from="/a/$accountId/on-call"
          search={{ tab }}
          className={classes.tab}
          aria-current={tab === current ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
