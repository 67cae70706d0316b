import { isLive } from '@domain/call/call-status';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAddressBook, IconHeadset } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { callDetail, useMakeLeadCard } from '../api/calls.js';
import { leadCard } from '../api/lead-cards.js';
import { inWords } from '../api/problem.js';
import type { CallDetail } from '../api/types.js';
import { AssessmentList } from './assessment-list.js';
import { Badge } from './badge.js';
import { CardFacts } from './card-facts.js';
import { Correction } from './correction.js';
import { Fact, Facts } from './facts.js';
import { LiveDot } from './live-dot.js';
import { LiveDuration } from './live-duration.js';
import { LoadingRows } from './loading-rows.js';
import { phoneInWords, PhoneLink } from './phone-link.js';
import { ProblemNotice } from './problem-notice.js';
import { RecordingPlayer } from './recording-player.js';
import { PanelSection, SidePanel } from './side-panel.js';
import classes from './call-panel.module.css';
import { stopwatch } from './times.js';
import { Transcript } from './transcript.js';
import { useAccount, useCan } from './use-account.js';
import { When } from './when.js';
import { handledByName, lineName, serviceName, stageName } from './words.js';

/** A call in full: what was decided and why, the card it gave, its words and its sound. */
export function CallPanel({ callId, close }: { callId: string; close: () => void }) {
  const { accountId } = useAccount();
  const call = useQuery(callDetail(accountId, callId));
  const title = call.data ? (call.data.callerName ?? phoneInWords(call.data.callerPhone)) : 'Call';
  return (
    <SidePanel of={callId} title={title} close={close} header={call.data && <CallHeader call={call.data} />}>
      {call.isPending && <LoadingRows what="the call" rows={8} />}
      {call.isError && <ProblemNotice what="This call" error={call.error} retry={() => void call.refetch()} />}
      {call.data && <CallBody call={call.data} />}
    </SidePanel>
  );
}

function CallHeader({ call }: { call: CallDetail }) {
  const live = isLive(call.status);
  return (
    <div className={classes.header}>
      <Badge tone={call.badge.tone}>{call.badge.text}</Badge>
      {live && <LiveDot tone={call.badge.tone === 'emergency' ? 'emergency' : 'call'} />}
      {live && <LiveDuration since={call.answeredAt ?? call.calledAt} />}
      <span className="nd-faint">{live ? stageName(call.stage) : <When at={call.calledAt} />}</span>
      {call.handledBy === 'intake_ivr' && <span className="nd-faint">Answered by {handledByName(call.handledBy)}</span>}
    </div>
  );
}

function CallBody({ call }: { call: CallDetail }) {
  const mayPlay = useCan('recordings.play');
  return (
    <>
      <PanelSection title="Summary">
        <p className={classes.summary}>
          {call.summary ?? (isLive(call.status) ? 'The caller is still talking.' : 'No summary was made of this call.')}
        </p>
        <CallLinks call={call} />
      </PanelSection>
      {call.assessments.length > 0 && (
        <PanelSection
          title="Why it was classed this way"
          aside={<Correction callId={call.id} now={call.classification} />}
        >
          <AssessmentList assessments={call.assessments} turns={call.turns} />
        </PanelSection>
      )}
      <PanelSection title={call.leadCardId ? 'Lead card' : 'Call'}>
        {call.leadCardId ? <CardOfCall cardId={call.leadCardId} /> : <CallFacts call={call} />}
      </PanelSection>
      {call.hasRecording && mayPlay && (
        <PanelSection title="Recording">
          <RecordingPlayer callId={call.id} />
        </PanelSection>
      )}
      <PanelSection title="Transcript">
        <CallWords call={call} />
      </PanelSection>
    </>
  );
}

function CallWords({ call }: { call: CallDetail }) {
  const evidence = call.assessments.flatMap((assessment) => assessment.evidence);
  if (call.turns.length > 0)
    return <Transcript turns={call.turns} evidence={evidence} lineName={lineName(call.handledBy)} />;
  if (call.voicemailText) return <blockquote className={classes.voicemail}>{call.voicemailText}</blockquote>;
  return (
    <p className="nd-faint">
      {isLive(call.status) ? 'The first words appear here as they are spoken.' : 'Nothing was said.'}
    </p>
  );
}

function CardOfCall({ cardId }: { cardId: string }) {
  const { accountId } = useAccount();
  const card = useQuery(leadCard(accountId, cardId));
  if (card.data) return <CardFacts card={card.data} />;
  return card.isError ? (
    <ProblemNotice what="The lead card" error={card.error} />
  ) : (
    <LoadingRows what="the lead card" />
  );
}

function CallFacts({ call }: { call: CallDetail }) {
  return (
    <Facts>
      <Fact label="Phone">
        <PhoneLink phone={call.callerPhone} />
      </Fact>
      <Fact label="Called">
        <When at={call.calledAt} />
      </Fact>
      <Fact label="Answered by">{handledByName(call.handledBy)}</Fact>
      <Fact label="Service">{serviceName(call.serviceType)}</Fact>
      <Fact label="Call duration">
        {call.durationSeconds === null ? 'Not known yet' : stopwatch(call.durationSeconds)}
      </Fact>
    </Facts>
  );
}

function CallLinks({ call }: { call: CallDetail }) {
  const { accountId } = useAccount();
  const mayMakeCard = useCan('calls.make_card');
  return (
    <div className={classes.links}>
      {call.leadCardId && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconAddressBook size={15} />}
          renderRoot={(props) => (
            <Link
              to="/a/$accountId/leads"
              params={{ accountId }}
              search={{ tab: 'all', card: call.leadCardId ?? undefined }}
              {...props}
            />
          )}
        >
          Work on the lead
        </Button>
      )}
      {call.incidentId && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconHeadset size={15} />}
          renderRoot={(props) => (
            <Link
              to="/a/$accountId/emergencies/$incidentId"
              params={{ accountId, incidentId: call.incidentId ?? '' }}
              {...props}
            />
          )}
        >
          Emergency timeline
        </Button>
      )}
      {!call.leadCardId && !isLive(call.status) && mayMakeCard && <MakeCard callId={call.id} />}
    </div>
  );
}

function MakeCard({ callId }: { callId: string }) {
  const { accountId } = useAccount();
  const { mutate, isPending } = useMakeLeadCard(accountId, callId);
  const make = (): void =>
    mutate('routine', {
      onSuccess: (card) => notifications.show({ message: `${card.callerName} is now on the callback list.` }),
      onError: (error) => notifications.show({ color: 'red', title: 'No lead card was made', message: inWords(error) }),
    });
  return (
    <Button size="xs" variant="default" loading={isPending} leftSection={<IconAddressBook size={15} />} onClick={make}>
      Make it a lead
    </Button>
  );
}
