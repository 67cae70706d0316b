import { IconAlertTriangle, IconCircleCheckFilled, IconClock } from '@tabler/icons-react';
import type { HandOffNotice } from '../../api/types.js';
import { useAccount } from '../../components/use-account.js';
import { When } from '../../components/when.js';
import classes from './on-call-page.module.css';
import { spanWords } from './span-words.js';

/** Whether the person of a shift has said that they know of it, and who was told when they have not. */
export function HandOffNoticeLine({ notice }: { notice: HandOffNotice }) {
  const { timeZone } = useAccount();
  return (
    <span className={classes.person}>
      <strong>{notice.personName}</strong>
      <span className="nd-num">{spanWords(timeZone, notice.startsAt, notice.endsAt)}</span>
      <Standing notice={notice} />
    </span>
  );
}

function Standing({ notice }: { notice: HandOffNotice }) {
  if (notice.confirmedAt)
    return (
      <span className={classes.ready} data-ready="yes">
        <IconCircleCheckFilled size={15} aria-hidden />
        <span>
          Confirmed <When at={notice.confirmedAt} as="weekday" />
        </span>
      </span>
    );
  if (notice.state === 'asked')
    return (
      <span className={classes.ready}>
        <IconClock size={15} aria-hidden />
        <span>
          Asked <When at={notice.askedAt} as="weekday" />, no answer yet
        </span>
      </span>
    );
  return (
    <span className={classes.ready} data-ready="maybe">
      <IconAlertTriangle size={15} aria-hidden />
      <span>
        Not confirmed. <WhoKnows notice={notice} />
      </span>
    </span>
  );
}

function WhoKnows({ notice: { toldName, toldAt, tellsAt } }: { notice: HandOffNotice }) {
  if (toldName && toldAt)
    return (
      <>
        {toldName} was told <When at={toldAt} as="weekday" />
      </>
    );
  if (!tellsAt) return <>Nobody else is there to be told</>;
  return (
    <>
      The next in line is told <When at={tellsAt} as="weekday" />
    </>
  );
}
