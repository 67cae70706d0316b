import { isUnanswered } from '@domain/escalation/incident';
import { Button, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangleFilled, IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { openIncidents, useHandleIncident } from '../../api/incidents.js';
import type { Incident } from '../../api/types.js';
import { LiveDuration } from '../../components/live-duration.js';
import { callerInWords } from '../../components/phone-link.js';
import { useNow } from '../../api/server-clock.js';
import { sayRefused } from '../../components/say.js';
import { stopwatch } from '../../components/times.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { incidentName } from '../../components/words.js';
import classes from './emergency-bar.module.css';

/** Pinned above everything while an emergency is open; loud until somebody has it, calm afterwards. */
export function EmergencyBar() {
  const { accountId } = useAccount();
  const mayRead = useCan('incidents.read');
  const { data } = useQuery({ ...openIncidents(accountId), enabled: mayRead });
  const open = data?.data ?? [];
  const worst = open.find((incident) => isUnanswered(incident.state)) ?? open[0];
  const height = useHeightForOthers();
  if (!worst) return null;
  return (
    <section
      ref={height}
      className={classes.bar}
      aria-label="Open emergency"
      data-loud={isUnanswered(worst.state) || undefined}
    >
      <IconAlertTriangleFilled size={18} aria-hidden className={classes.icon} />
      {/* Announced once, when it opens: what changes later goes to the polite region below. */}
      <p role="alert" key={worst.id} className={classes.what}>
        <strong>{headline(worst)}</strong>{' '}
        <span>
          {callerInWords(worst)}: {worst.issueSummary}
        </span>
      </p>
      <p className={classes.step}>
        <StepOfLadder incident={worst} />
      </p>
      <VisuallyHidden aria-live="polite">{spokenState(worst)}</VisuallyHidden>
      <BarActions incident={worst} others={open.length - 1} />
    </section>
  );
}

/** Sheets and dialogs begin below the bar, which is two or three lines high on a phone. */
function useHeightForOthers(): (bar: HTMLElement | null) => void {
  return useCallback((bar) => {
    if (!bar) return;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => style.setProperty('--nd-emergency-bar', `${bar.offsetHeight}px`));
    watch.observe(bar);
    return () => (watch.disconnect(), style.removeProperty('--nd-emergency-bar'));
  }, []);
}

function headline({ state, acceptedName }: Incident): string {
  if (state === 'unreached') return 'UNRESOLVED EMERGENCY. Nobody on the ladder has answered.';
  return isUnanswered(state)
    ? 'Emergency call in progress. On-call routing initiated.'
    : `${acceptedName ?? 'Somebody'} has the emergency.`;
}

const spokenState = (incident: Incident): string =>
  incident.state === 'alerting'
    ? `Paging, step ${incident.currentStep} of ${incident.totalSteps}`
    : incidentName(incident);

function StepOfLadder({ incident }: { incident: Incident }) {
  return (
    <>
      {incident.state === 'alerting' && (
        <>
          Step {incident.currentStep} of {incident.totalSteps}
          {incident.nextStepAt && <Countdown to={incident.nextStepAt} />} ·{' '}
        </>
      )}
      {incident.state !== 'alerting' && `${incidentName(incident)} · `}
      <LiveDuration since={incident.openedAt} />
    </>
  );
}

function Countdown({ to }: { to: string }) {
  const left = (Date.parse(to) - useNow(1_000)) / 1_000;
  return (
    <span aria-hidden className={classes.next}>
      , next in {stopwatch(left)}
    </span>
  );
}

function BarActions({ incident, others }: { incident: Incident; others: number }) {
  const { accountId } = useAccount();
  const mayHandle = useCan('incidents.handle');
  const { mutate, isPending } = useHandleIncident(accountId, incident.id);
  // Silence here would be taken for a yes, and the caller would wait for nobody.
  const take = (): void => mutate({ kind: 'accept' }, { onError: sayRefused('You do not have this emergency yet') });
  return (
    <div className={classes.actions}>
      {mayHandle && isUnanswered(incident.state) && (
        <Button size="xs" color="gray.0" c="#912018" loading={isPending} onClick={take}>
          I've got it
        </Button>
      )}
      <Link
        to="/a/$accountId/emergencies/$incidentId"
        params={{ accountId, incidentId: incident.id }}
        className={classes.open}
      >
        Open <IconArrowRight size={15} aria-hidden />
      </Link>
      {others > 0 && (
        <Link to="/a/$accountId/emergencies" params={{ accountId }} className={classes.open}>
          +{others} more
        </Link>
      )}
    </div>
  );
}
