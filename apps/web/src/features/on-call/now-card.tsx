import { IconAlertTriangle, IconCircleCheckFilled, IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { contacts } from '../../api/contacts.js';
import { onCallNow, schedule } from '../../api/schedule.js';
import type { Contact, OnCallNow } from '../../api/types.js';
import { Fact, Facts } from '../../components/facts.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { PageCard } from '../../components/page-frame.js';
import { PhoneLink } from '../../components/phone-link.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAccount } from '../../components/use-account.js';
import { When } from '../../components/when.js';
import { HandOffNoticeLine } from './hand-off-notice.js';
import classes from './on-call-page.module.css';

/** Who would be woken if the phone rang this minute, until when, and whether their phone is proven. */
export function NowCard() {
  const { accountId } = useAccount();
  const now = useQuery(onCallNow(accountId));
  const people = useQuery(contacts(accountId));
  const plan = useQuery(schedule(accountId));
  const byId = new Map(people.data?.map((one) => [one.id, one]));
  const busyUntil = new Map(plan.data?.busy.map((one) => [one.contactId, one.endsAt]));
  return (
    <PageCard title="On call now" aside={now.data && <Until now={now.data} />}>
      {now.isPending && <LoadingRows what="who is on call" rows={3} />}
      {now.error && <ProblemNotice what="Who is on call" error={now.error} retry={() => void now.refetch()} />}
      {now.data && <NowFacts now={now.data} known={{ byId, busyUntil }} />}
    </PageCard>
  );
}

function Until({ now: { until, next } }: { now: OnCallNow }) {
  if (!until) return <span className={classes.aside}>no hand-off planned</span>;
  return (
    <span className={classes.aside}>
      until <When at={until} as="weekday" />
      {next && `, then ${next.name}`}
    </span>
  );
}

interface Known {
  byId: Map<string, Contact>;
  /** When somebody's being busy ends, by contact. */
  busyUntil: Map<string, string>;
}

function NowFacts({ now, known }: { now: OnCallNow; known: Known }) {
  const others = now.layers.filter((layer) => layer.contactId !== now.primary.contactId);
  return (
    <Facts>
      <Fact label="First paged">
        <PersonNow {...now.primary} known={known} />
      </Fact>
      {others.map((layer) => (
        <Fact key={layer.layerId} label={layer.layerName}>
          <PersonNow name={layer.personName} contactId={layer.contactId} known={known} note={layer.reasonWords} />
        </Fact>
      ))}
      <Fact label="Backup">
        {now.backup ? <PersonNow {...now.backup} known={known} /> : 'Nobody: the owner is next'}
      </Fact>
      <Fact label="Last, the owner">
        <PersonNow {...now.owner} known={known} />
      </Fact>
      {now.handOffs.map((notice) => (
        <Fact key={notice.contactId} label="Shift">
          <HandOffNoticeLine notice={notice} />
        </Fact>
      ))}
    </Facts>
  );
}

interface PersonNowProps {
  name: string;
  contactId: string;
  known: Known;
  note?: string;
}

function PersonNow({ name, contactId, known, note }: PersonNowProps) {
  const contact = known.byId.get(contactId);
  const busyUntil = known.busyUntil.get(contactId);
  return (
    <span className={classes.person}>
      <strong>{name}</strong>
      {contact && <PhoneLink phone={contact.phone} />}
      {contact && <ReadyMark contact={contact} />}
      {busyUntil && (
        <span className={classes.ready} data-ready="maybe">
          <IconClock size={15} aria-hidden />
          <span>
            Busy until <When at={busyUntil} as="weekday" />
          </span>
        </span>
      )}
      {note && <span className="nd-faint">{note}</span>}
    </span>
  );
}

export function ReadyMark({ contact: { ready, missing } }: { contact: Contact }) {
  return ready ? (
    <span className={classes.ready} data-ready="yes">
      <IconCircleCheckFilled size={15} aria-hidden /> Ready
    </span>
  ) : (
    <span className={classes.ready} data-ready="maybe">
      <IconAlertTriangle size={15} aria-hidden /> Not ready: {missing.join(', ')}
    </span>
  );
}
