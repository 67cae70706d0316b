import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { config as configQuery } from '../../../api/config.js';
import { onboarding, profile as profileQuery } from '../../../api/onboarding.js';
import type { OnboardingStepName } from '../../../api/types.js';
import { LoadingRows } from '../../../components/loading-rows.js';
import { PageFrame } from '../../../components/page-frame.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { STEP } from '../../../components/set-up-steps.js';
import { useAccount } from '../../../components/use-account.js';
import { StepList } from './step-list.js';
import { StepPanel } from './step-panel.js';
import classes from './set-up.module.css';

/** Screen 13: nine steps, each proved from what it is about. Leaving loses nothing; the address holds the step. */
export function SetUpPage() {
  const { accountId, name } = useAccount();
  const { step: asked } = useSearch({ strict: false });
  const { data, error, refetch } = useQuery(onboarding(accountId));
  const config = useQuery(configQuery(accountId));
  const facts = useQuery(profileQuery(accountId));
  const go = useGoToStep();
  if (!data || !config.data || !facts.data)
    return <Waiting error={error ?? config.error ?? facts.error} retry={() => void refetch()} />;
  const current = asked ?? data.steps.find(({ state }) => state !== 'done')?.step ?? 'go_live';
  const step = data.steps.find((one) => one.step === current);
  return (
    <PageFrame
      title={data.isComplete ? `${name} is live` : `Set up ${name}`}
      about={
        data.isComplete
          ? 'Everything is proved. You can come back to any step.'
          : `${data.done} of 9 steps done. You can leave and come back.`
      }
    >
      <div className={classes.split}>
        <StepList steps={data.steps} current={current} />
        <section className={classes.panel} aria-labelledby="step-title">
          <h2 id="step-title" className={classes.stepTitle}>
            {STEP[current].title}
          </h2>
          <p className={classes.why}>{STEP[current].why}</p>
          {step && (
            <StepPanel
              key={current}
              step={step}
              config={config.data}
              profile={facts.data}
              next={() => go(after(current))}
            />
          )}
        </section>
      </div>
    </PageFrame>
  );
}

const Waiting = ({ error, retry }: { error: unknown; retry: () => void }) => (
  <PageFrame title="Set-up">
    {error ? (
      <ProblemNotice what="The set-up" error={error} retry={retry} />
    ) : (
      <LoadingRows what="the set-up" rows={9} />
    )}
  </PageFrame>
);

function useGoToStep(): (step: OnboardingStepName) => void {
  const { accountId } = useAccount();
  const navigate = useNavigate();
  return (step) => void navigate({ to: '/a/$accountId/set-up', params: { accountId }, search: { step } });
}

function after(step: OnboardingStepName): OnboardingStepName {
  const names = Object.keys(STEP) as OnboardingStepName[];
  return names[names.indexOf(step) + 1] ?? 'go_live';
}
