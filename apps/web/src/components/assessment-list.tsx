import type { CallAssessment, Evidence, Turn } from '../api/types.js';
import classes from './assessment-list.module.css';
import { ClassBadge } from './badge.js';
import { stopwatch } from './times.js';
import { When } from './when.js';
import { circumstanceName, DECIDED_BY, ruleName } from './words.js';

interface AssessmentListProps {
  assessments: CallAssessment[];
  /** The call's transcript: it knows at which second the words were said. */
  turns: Turn[];
}

/** Who decided what during the call, oldest first, each with the caller's own words and their second in the call. */
export function AssessmentList({ assessments, turns }: AssessmentListProps) {
  return (
    <ol className={classes.list}>
      {assessments.map((assessment) => (
        <li key={assessment.id} className={classes.one}>
          <div className={classes.head}>
            <ClassBadge of={assessment.classification} quiet />
            <span className={classes.by}>
              {DECIDED_BY[assessment.decidedBy]} at <When at={assessment.assessedAt} as="exact" />
              {assessment.confidence !== null && `, ${Math.round(assessment.confidence * 100)}% sure`}
            </span>
          </div>
          <p className={classes.why}>{assessment.reasoning}</p>
          <Reasons evidence={eachOnce(assessment.evidence)} turns={turns} />
        </li>
      ))}
    </ol>
  );
}

function Reasons({ evidence, turns }: { evidence: Evidence[]; turns: Turn[] }) {
  if (evidence.length === 0) return null;
  return (
    <ul className={classes.reasons}>
      {evidence.map((reason) => (
        <li key={keyOf(reason)}>
          {reason.turn < 0 ? circumstanceName(reason.rule) : <Heard reason={reason} turn={turns[reason.turn]} />}
        </li>
      ))}
    </ul>
  );
}

/** "smell gas" at 0:11 · rule: gas */
function Heard({ reason, turn }: { reason: Evidence; turn: Turn | undefined }) {
  const second = turn?.secondsFromStart ?? null;
  return (
    <>
      <q className={classes.words}>{reason.words}</q>
      {second !== null && <span className="nd-num"> at {stopwatch(second)}</span>}
      <span className={classes.by}> · rule: {ruleName(reason.rule)}</span>
    </>
  );
}

const keyOf = ({ turn, words, rule }: Evidence): string => `${turn}/${words || rule}`;

/** Two rules may hang on the same words: the first, the stronger one, speaks for both. */
const eachOnce = (evidence: Evidence[]): Evidence[] =>
  [...new Map(evidence.toReversed().map((reason) => [keyOf(reason), reason])).values()].reverse();
