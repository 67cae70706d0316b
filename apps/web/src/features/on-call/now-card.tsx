import { IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { contacts } from '../../api/contacts.js';
import { onCallNow } from '../../api/schedule.js';
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
  const byId = new Map(people.data?.map((one) => [one.id, one]));
  return (
    <PageCard title="On call now" aside={now.data && <Until now={now.data} />}>
      {now.isPending && <LoadingRows what="who is on call" rows={3} />}
      {now.error && <ProblemNotice what="Who is on call" error={now.error} retry={() => void now.refetch()} />}
      {now.data && <NowFacts now={now.data} byId={byId} />}
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

function NowFacts({ now, byId }: { now: OnCallNow; byId: Map<string, Contact> }) {
  const others = now.layers.filter((layer) => layer.contactId !== now.primary.contactId);
  return (
    <Facts>
      <Fact label="First paged">
        <PersonNow name={now.primary.name} contact={byId.get(now.primary.contactId)} />
      </Fact>
      {others.map((layer) => (
        <Fact key={layer.layerId} label={layer.layerName}>
          <PersonNow name={layer.personName} contact={byId.get(layer.contactId)} note={layer.reasonWords} />
        </Fact>
      ))}
      <Fact label="Backup">
        {now.backup ? (
          <PersonNow name={now.backup.name} contact={byId.get(now.backup.contactId)} />
        ) : (
          'Nobody: the owner is next'
        )}
      </Fact>
      <Fact label="Last, the owner">
        <PersonNow name={now.owner.name} contact={byId.get(now.owner.contactId)} />
      </Fact>
      {now.handOffs.map((notice) => (
        <Fact key={notice.contactId} label="Shift">
          <HandOffNoticeLine notice={notice} />
        </Fact>
      ))}
    </Facts>
  );
}

function PersonNow({ name, contact, note }: { name: string; contact: Contact | undefined; note?: string }) {
  return (
    <span className={classes.person}>
      <strong>{name}</strong>
      {contact && <PhoneLink phone={contact.phone} />}
      {contact && <ReadyMark contact={contact} />}
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
