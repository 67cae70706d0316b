import { IconBuildingStore, IconUsers, type TablerIcon } from '@tabler/icons-react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { me } from '../../api/me.js';
import { onSignedOut } from '../../api/session.js';
import { Switcher } from './account-switcher.js';
import classes from './shell.module.css';
import { UserMenu } from './user-menu.js';

const PLACES: { name: string; to: '/agency/$agencyId/contractors' | '/agency/$agencyId/team'; icon: TablerIcon }[] = [
  { name: 'Contractors', to: '/agency/$agencyId/contractors', icon: IconBuildingStore },
  { name: 'Team', to: '/agency/$agencyId/team', icon: IconUsers },
];

/** An agency's own pages: whom it looks after, and who does. */
export function AgencyShell() {
  const { agencyId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(me());
  const agency = data.agencies.find((one) => one.agencyId === agencyId);
  useSignInAgain();
  if (!agency) throw new Error('This agency does not exist, or you are not one of its admins.');
  return (
    <div className={classes.shell}>
      <a href="#page" className="nd-skip">
        Skip to the page
      </a>
      <div className={classes.body}>
        <nav className={classes.rail} aria-label="Main">
          <Switcher name={agency.name} about="Agency" />
          <div className={classes.railGroup}>
            {PLACES.map((place) => (
              <Link key={place.to} to={place.to} params={{ agencyId }} className={classes.railLink}>
                <place.icon size={18} stroke={1.7} aria-hidden />
                <span>{place.name}</span>
              </Link>
            ))}
          </div>
          <div className={classes.railFoot}>
            <UserMenu />
          </div>
        </nav>
        <div className={classes.main}>
          <div className={classes.phoneHead}>
            <Switcher name={agency.name} about="Agency" />
            <UserMenu compact />
          </div>
          <Outlet />
        </div>
      </div>
      <nav className={classes.bottomBar} aria-label="Main, phone">
        {PLACES.map((place) => (
          <Link key={place.to} to={place.to} params={{ agencyId }} className={classes.tab}>
            <place.icon size={22} stroke={1.6} aria-hidden />
            <span>{place.name}</span>
          </Link>
        ))}
      </nav>
    </div>
  );
}

/** A session that ended leads to the sign-in page, and from there back to where it ended. */
export function useSignInAgain(): void {
  const navigate = useNavigate();
  const client = useQueryClient();
  useEffect(
    () =>
      onSignedOut(() => {
        const next = window.location.pathname + window.location.search;
        // The next person at this desk must not see what was kept for the last one.
        void navigate({ to: '/sign-in', search: { next } }).then(() => client.clear());
      }),
    [navigate, client],
  );
}
