import type { CallAssessment } from '../api/types.js';
import classes from './assessment-list.module.css';
import { ClassBadge } from './badge.js';
import { When } from './when.js';

const DECIDED_BY: Record<CallAssessment['decidedBy'], string> = {
  rules: 'Safety rules',
  voice_agent: 'Voice agent',
  human: 'A person',
};

/** Who decided what during the call, oldest first, each with the caller's own words. */
export function AssessmentList({ assessments }: { assessments: CallAssessment[] }) {
  return (
    <ol className={classes.list}>
      {assessments.map((assessment) => (
        <li key={assessment.id} className={classes.one}>
          <div className={classes.head}>
            <ClassBadge of={assessment.classification} quiet />
            <span className={classes.by}>
              {DECIDED_BY[assessment.decidedBy]} at <When at={assessment.assessedAt} as="exact" />
              {assessment.confidence !== null && `, ${Math.round(assessment.confidence * 100)} % sure`}
            </span>
          </div>
          <p className={classes.why}>{assessment.reasoning}</p>
          <p className={classes.words}>{quoted(assessment)}</p>
        </li>
      ))}
    </ol>
  );
}

/** The caller's words behind a decision, each once; a circumstance (the hour, a repeat call) has none. */
const quoted = ({ evidence }: CallAssessment): string =>
  [...new Set(evidence.map(({ words }) => words.trim()))]
    .filter((words) => words !== '')
    .map((words) => `"${words}"`)
    .join(' · ');
