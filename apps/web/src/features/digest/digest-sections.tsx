import { emergencyVerdict } from '@domain/digest/digest-counts';
import { IconMoonStars, IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { leadCard } from '../../api/lead-cards.js';
import type { Digest, DigestEntry } from '../../api/types.js';
import { Badge, BookedBadge, ClassBadge } from '../../components/badge.js';
import { CallbackSelect } from '../../components/callback-status.js';
import { Empty } from '../../components/empty.js';
import { PhoneLink } from '../../components/phone-link.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { useCallbackWork, type CallbackWork } from '../../components/use-callback-work.js';
import { When } from '../../components/when.js';
import { serviceName } from '../../components/words.js';
import classes from './digest-page.module.css';

const SECTIONS: { section: DigestEntry['section']; title: string }[] = [
  { section: 'emergency', title: 'Emergencies' },
  { section: 'booked', title: 'Routine - booked' },
  { section: 'callback', title: 'Routine - needs callback' },
  { section: 'spam', title: 'Spam / vendor' },
];

/** The PRD's order: emergencies, booked, callbacks, spam (folded). */
export function DigestSections({ digest }: { digest: Digest }) {
  const work = useCallbackWork();
  if (digest.totalCalls === 0)
    return (
      <Empty icon={IconMoonStars} title="No overnight calls. All quiet.">
        The line was on the whole night and nobody called.
      </Empty>
    );
  return SECTIONS.map(({ section, title }) => {
    const entries = digest.entries.filter((entry) => entry.section === section);
    if (entries.length === 0) return null;
    const heading = (
      <>
        {title} <span className="nd-faint">({entries.length})</span>{' '}
        {section === 'emergency' && <span className={classes.note}>{emergencyVerdict(entries)}</span>}
      </>
    );
    return section === 'spam' ? (
      <details key={section} className={classes.section}>
        <summary className={classes.sectionTitle}>{heading}</summary>
        <Entries entries={entries} work={work} />
      </details>
    ) : (
      <section key={section} className={classes.section}>
        <h3 className={classes.sectionTitle}>{heading}</h3>
        <Entries entries={entries} work={work} />
      </section>
    );
  });
}

const Entries = ({ entries, work }: { entries: DigestEntry[]; work: CallbackWork }) => (
  <ol className={classes.entries}>
    {entries.map((entry) => (
      <li
        key={entry.position}
        className={classes.entry}
        data-section={entry.section}
        data-standing={entry.standing ?? undefined}
      >
        <Entry entry={entry} work={work} />
      </li>
    ))}
  </ol>
);

function Entry({ entry, work }: { entry: DigestEntry; work: CallbackWork }) {
  return (
    <>
      <span className={classes.position}>{entry.position}</span>
      <div className={classes.words}>
        <p className={classes.name}>
          <EntryLink entry={entry} /> <EntryBadge section={entry.section} />
        </p>
        <p className={classes.issue}>{entry.issue}</p>
        <p className={classes.meta}>
          {entry.callerPhone && <PhoneLink phone={entry.callerPhone} />} · <When at={entry.calledAt} as="clock" /> ·{' '}
          {serviceName(entry.serviceType)}
          {entry.address && ` · ${entry.address}`}
        </p>
        {entry.disposition && <p className={classes.disposition}>{entry.disposition}</p>}
      </div>
      {entry.leadCardId && entry.section !== 'emergency' && <EntryWork cardId={entry.leadCardId} work={work} />}
    </>
  );
}

function EntryLink({ entry }: { entry: DigestEntry }) {
  const { accountId } = useAccount();
  if (entry.section === 'emergency' && entry.incidentId)
    return (
      <Link to="/a/$accountId/emergencies/$incidentId" params={{ accountId, incidentId: entry.incidentId }}>
        {entry.callerName}
      </Link>
    );
  return entry.leadCardId ? (
    <Link to="/a/$accountId/leads" params={{ accountId }} search={{ tab: 'all', card: entry.leadCardId }}>
      {entry.callerName}
    </Link>
  ) : (
    <Link to="/a/$accountId/calls" params={{ accountId }} search={{ call: entry.callId }}>
      {entry.callerName}
    </Link>
  );
}

function EntryBadge({ section }: { section: DigestEntry['section'] }) {
  if (section === 'emergency') return <ClassBadge of="emergency" quiet />;
  if (section === 'booked') return <BookedBadge>BOOKED</BookedBadge>;
  return section === 'spam' ? <Badge tone="spam">SPAM</Badge> : null;
}

/** The callback can be marked without leaving the digest. */
function EntryWork({ cardId, work }: { cardId: string; work: CallbackWork }) {
  const { accountId } = useAccount();
  const mayUpdate = useCan('lead_cards.update_callback');
  const { data: card } = useQuery(leadCard(accountId, cardId));
  if (!card) return null;
  const phone = card.callbackPhone ?? card.callerPhone;
  return (
    <div className={classes.work}>
      <CallbackSelect
        status={card.callbackStatus}
        disabled={!mayUpdate}
        change={(status) => work.change(card, status)}
      />
      {phone && (
        <a className={classes.callButton} href={`tel:${phone}`} aria-label={`Call ${card.callerName}`}>
          <IconPhone size={16} aria-hidden />
        </a>
      )}
      {work.conflict?.card.id === card.id && (
        <p className={classes.conflict} role="alert">
          Somebody else marked it first. Choose again if yours is right.
        </p>
      )}
    </div>
  );
}
