import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Gap } from '../../api/types.js';
import { useCan } from '../../components/use-account.js';
import classes from './gap-list.module.css';

/** Times in the next 14 days that no layer covers. Somebody is still paged then, but nobody has agreed to it. */
export function GapList({ gaps, fix }: { gaps: Gap[]; fix: (gap: Gap) => void }) {
  const mayWrite = useCan('on_call.write');
  if (gaps.length === 0) return null;
  return (
    <section className={classes.gaps} aria-label="Gaps in the next 14 days">
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.startsAt}${gap.trade ?? ''}${gap.zip ?? ''}`} className={classes.gap}>
            <IconAlertTriangle size={16} aria-hidden />
            <span>{gap.words}</span>
            {mayWrite && (
              <Button
                variant="default"
                size="compact-sm"
                className={classes.fix}
                aria-label={`Fix: ${gap.words}`}
                onClick={() => fix(gap)}
              >
                Fix
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
