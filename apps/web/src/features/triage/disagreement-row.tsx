import { VisuallyHidden } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Disagreement, Opinion } from '../../api/types.js';
import { ClassBadge } from '../../components/badge.js';
import { useCan } from '../../components/use-account.js';
import { When } from '../../components/when.js';
import { DECIDED_BY } from '../../components/words.js';
import { DecidingWords } from './deciding-words.js';
import classes from './disagreement-row.module.css';
import { ShouldHaveBeen } from './should-have-been.js';

/** One call, what each side said of it next to each other, and the words it hung on. */
export function DisagreementRow({ disagreement, open }: { disagreement: Disagreement; open: boolean }) {
  const { callId, calledAt, rules, voiceAgent, human } = disagreement;
  const mayCorrect = useCan('calls.correct');
  return (
    <li className={classes.row} data-open={open || undefined}>
      <div className={classes.head}>
        <h3 className={classes.when}>
          <Link
            from="/a/$accountId/triage"
            search={{ call: callId }}
            resetScroll={false}
            data-row={callId}
            data-open={open || undefined}
          >
            <VisuallyHidden>Call of </VisuallyHidden>
            <When at={calledAt} />
            <IconChevronRight size={15} stroke={2} aria-hidden />
          </Link>
        </h3>
        {mayCorrect && <ShouldHaveBeen callId={callId} said={human?.classification} />}
      </div>
      <dl className={classes.sides}>
        <Side who={DECIDED_BY.rules} opinion={rules} silent="Found nothing to judge" />
        <Side who={DECIDED_BY.voice_agent} opinion={voiceAgent} silent="Said nothing" />
        <Side who={DECIDED_BY.human} opinion={human} silent="Nobody has looked yet" />
      </dl>
      <DecidingWords disagreement={disagreement} />
    </li>
  );
}

function Side({ who, opinion, silent }: { who: string; opinion: Opinion | null; silent: string }) {
  return (
    <div className={classes.side}>
      <dt className={classes.who}>{who}</dt>
      {opinion ? (
        <dd className={classes.said}>
          <ClassBadge of={opinion.classification} quiet />
          <p className={classes.why}>{opinion.reasoning}</p>
        </dd>
      ) : (
        <dd className={classes.silent}>{silent}</dd>
      )}
    </div>
  );
}
