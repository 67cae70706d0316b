import { Menu, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAccount, useMay } from '../../components/use-account.js';
import { PLACES, type Place } from './places.js';
import { PlaceCount } from './rail.js';
import classes from './shell.module.css';

const ON_THE_BAR = 4;

/** The phone's way around: four places under the thumb and the others behind More. */
export function BottomBar() {
  const { accountId } = useAccount();
  const may = useMay();
  const open = PLACES.filter((place) => may(place.needs));
  return (
    <nav className={classes.bottomBar} aria-label="Main, phone">
      {open.slice(0, ON_THE_BAR).map((place) => (
        <Link
          key={place.to}
          to={place.to}
          params={{ accountId }}
          className={classes.tab}
          activeOptions={{ includeSearch: false }}
        >
          <place.icon size={22} stroke={1.6} aria-hidden />
          <span>{place.name}</span>
          <PlaceCount place={place} />
        </Link>
      ))}
      {open.length > ON_THE_BAR && <MorePlaces places={open.slice(ON_THE_BAR)} />}
    </nav>
  );
}

function MorePlaces({ places }: { places: Place[] }) {
  const { accountId } = useAccount();
  return (
    <Menu position="top-end" width={200}>
      <Menu.Target>
        <UnstyledButton className={classes.tab}>
          <IconDots size={22} stroke={1.6} aria-hidden />
          <span>More</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map((place) => (
          <Menu.Item
            key={place.to}
            leftSection={<place.icon size={18} stroke={1.6} />}
            renderRoot={(props) => <Link to={place.to} params={{ accountId }} {...props} />}
          >
            {place.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
