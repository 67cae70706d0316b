import { IconBuildingCommunity } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { serverNow } from '../../api/server-clock.js';
import { me } from '../../api/me.js';
import { weekdayTime } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import classes from './agency-strip.module.css';

/** Whoever works in somebody else's account must see it on every page (market-and-ux 3.2). */
export function AgencyStrip() {
  const { name, actingAs, grantedUntil, timeZone } = useAccount();
  const { data } = useSuspenseQuery(me());
  if (actingAs !== 'agency') return null;
  const until = grantedUntil && Date.parse(grantedUntil);
  return (
    <div className={classes.strip} role="region" aria-label="Agency view">
      <IconBuildingCommunity size={16} stroke={1.8} aria-hidden />
      <p>
        Acting as <strong>{name}</strong> – agency view
        <span className={classes.grant}>
          {until
            ? `Conversations open to you until ${weekdayTime(timeZone, until, serverNow())}`
            : 'Counts and settings; conversations stay with the contractor'}
        </span>
      </p>
      {data.agencies[0] && (
        <Link to="/agency/$agencyId/contractors" params={{ agencyId: data.agencies[0].agencyId }}>
          All contractors
        </Link>
      )}
    </div>
  );
}
