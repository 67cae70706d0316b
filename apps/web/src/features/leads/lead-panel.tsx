import { Button } from '@mantine/core';
import { IconPhone, IconPhoneCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { callDetail, callsAbout } from '../../api/calls.js';
import { leadCard } from '../../api/lead-cards.js';
import type { LeadCard } from '../../api/types.js';
import { AssessmentList } from '../../components/assessment-list.js';
import { CardBadge } from '../../components/badge.js';
import { CallbackSelect } from '../../components/callback-status.js';
import { CardFacts } from '../../components/card-facts.js';
import { Correction } from '../../components/correction.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { OfficeCall } from '../../components/office-call.js';
import { phoneInWords } from '../../components/phone-link.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { RecordingPlayer } from '../../components/recording-player.js';
import { PanelSection, SidePanel } from '../../components/side-panel.js';
import { Transcript } from '../../components/transcript.js';
import { spokenDuration } from '../../components/times.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { lineName } from '../../components/words.js';
import type { CallbackWork } from '../../components/use-callback-work.js';
import { When } from '../../components/when.js';
import { AppointmentPrompt } from './appointment-prompt.js';
import { CardAppointment } from './card-appointment.js';
import { CallbackNote } from './callback-note.js';
import { ChangedMeanwhile } from './changed-meanwhile.js';
import classes from './lead-panel.module.css';

interface LeadPanelProps {
  cardId: string;
  work: CallbackWork;
  close: () => void;
}

export function LeadPanel({ cardId, work, close }: LeadPanelProps) {
  const { accountId } = useAccount();
  const card = useQuery(leadCard(accountId, cardId));
  return (
    <SidePanel
      of={cardId}
      title={card.data?.callerName ?? 'Lead'}
      close={close}
      header={card.data && <LeadHeader card={card.data} />}
    >
      {card.isPending && <LoadingRows what="the card" rows={9} />}
      {card.isError && <ProblemNotice what="This card" error={card.error} retry={() => void card.refetch()} />}
      {card.data && (
        <>
          <ActionBar card={card.data} work={work} />
          <LeadBody card={card.data} />
        </>
      )}
    </SidePanel>
  );
}

const LeadHeader = ({ card }: { card: LeadCard }) => (
  <div className={classes.header}>
    <CardBadge card={card} />
    <span className="nd-faint">
      <When at={card.calledAt} />
    </span>
  </div>
);

/** PRD VTCR 4.1: the callback status in the card's action bar. */
function ActionBar({ card, work }: { card: LeadCard; work: CallbackWork }) {
  const mayUpdate = useCan('lead_cards.update_callback');
  const phone = card.callbackPhone ?? card.callerPhone;
  return (
    <div className={classes.actionBar}>
      <div className={classes.actions}>
        <Button
          component="a"
          href={phone ? `tel:${phone}` : undefined}
          disabled={!phone}
          leftSection={<IconPhone size={16} />}
        >
          {phone ? `Call ${phoneInWords(phone)}` : 'Number withheld'}
        </Button>
        {phone && <OfficeCall name={card.callerName} subject={{ leadCardId: card.id }} />}
        <CallbackSelect
          status={card.callbackStatus}
          disabled={!mayUpdate}
          change={(status) => work.change(card, status)}
        />
      </div>
      {card.calledBack && (
        <p className={classes.spoken}>
          <IconPhoneCheck size={15} aria-hidden />
          <span>
            Called back by {card.calledBack.byName}, <When at={card.calledBack.at} />
          </span>
        </p>
      )}
      {work.conflict?.card.id === card.id && <ChangedMeanwhile card={card} work={work} />}
      {card.callbackReasonLabel && <p className={classes.first}>{card.callbackReasonLabel}</p>}
      {card.callbackStatus === 'called_booked' && <AppointmentPrompt card={card} />}
      <CallbackNote
        key={card.id}
        card={card}
        disabled={!mayUpdate}
        save={(notes) => work.change(card, card.callbackStatus, notes)}
      />
    </div>
  );
}

/** When the office has rung this caller back, and how it went. */
function OfficeCalls({ cardId }: { cardId: string }) {
  const { accountId } = useAccount();
  const { data } = useQuery(callsAbout(accountId, cardId));
  if (!data || data.data.length === 0) return null;
  return (
    <PanelSection title="Called back">
      <ul className={classes.calledBack}>
        {data.data.map((call) => (
          <li key={call.id}>
            {call.badge.text}, <When at={call.calledAt} />
            {call.durationSeconds ? ` (${spokenDuration(call.durationSeconds)})` : ''}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function LeadBody({ card }: { card: LeadCard }) {
  const mayPlay = useCan('recordings.play');
  return (
    <>
      <PanelSection title="Summary">
        <p className={classes.summary}>{card.issueSummary}</p>
      </PanelSection>
      <CardAppointment card={card} />
      <PanelSection title="Card">
        <CardFacts card={card} />
      </PanelSection>
      <OfficeCalls cardId={card.id} />
      <WhyAndWords card={card} />
      {card.hasRecording && mayPlay && (
        <PanelSection title="Recording">
          <RecordingPlayer callId={card.callId} />
        </PanelSection>
      )}
    </>
  );
}

function WhyAndWords({ card }: { card: LeadCard }) {
  const { accountId } = useAccount();
  const call = useQuery(callDetail(accountId, card.callId));
  const assessments = call.data?.assessments ?? [];
  return (
    <>
      <PanelSection
        title="Why it was classed this way"
        aside={<Correction callId={card.callId} now={card.classification} />}
      >
        {assessments.length > 0 ? (
          <AssessmentList assessments={assessments} turns={call.data?.turns ?? []} />
        ) : (
          <p className={classes.why}>{card.classificationReasoning ?? 'No reason was written down.'}</p>
        )}
      </PanelSection>
      {/* PRD section 8: expandable, hidden by default. */}
      {card.hasTranscript && (
        <PanelSection title="Transcript">
          <details className={classes.transcript}>
            <summary>Show what was said</summary>
            {call.isPending && <LoadingRows what="the transcript" />}
            {call.isError && <ProblemNotice what="The transcript" error={call.error} />}
            {call.data && (
              <Transcript
                turns={call.data.turns}
                evidence={assessments.flatMap((one) => one.evidence)}
                lineName={lineName(call.data.handledBy)}
              />
            )}
          </details>
        </PanelSection>
      )}
    </>
  );
}
