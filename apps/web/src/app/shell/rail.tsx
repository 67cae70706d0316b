import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { overview } from '../../api/overview.js';
import { useAccount, useMay } from '../../components/use-account.js';
import { AccountSwitcher } from './account-switcher.js';
import { PLACES, type Place } from './places.js';
import classes from './shell.module.css';
import { UserMenu } from './user-menu.js';

export function Rail() {
  const may = useMay();
  const open = PLACES.filter((place) => may(place.needs));
  return (
    <nav className={classes.rail} aria-label="Main">
      <AccountSwitcher />
      <div className={classes.railGroup}>
        {open.map((place) => (
          <RailLink key={place.to} place={place} />
        ))}
      </div>
      <div className={classes.railFoot}>
        <UserMenu />
      </div>
    </nav>
  );
}

function RailLink({ place }: { place: Place }) {
  const { accountId } = useAccount();
  return (
    <Link to={place.to} params={{ accountId }} className={classes.railLink} activeOptions={{ includeSearch: false }}>
      <place.icon size={18} stroke={1.7} aria-hidden />
      <span>{place.name}</span>
      <PlaceCount place={place} />
    </Link>
  );
}

export function PlaceCount({ place }: { place: Place }) {
  const { accountId } = useAccount();
  const { data } = useQuery(overview(accountId));
  const count = data && place.count ? place.count(data) : 0;
  if (count === 0) return null;
  return (
    <span className={classes.count} data-tone={place.tone}>
      <VisuallyHidden>, </VisuallyHidden>
      {count}
    </span>
  );
}
