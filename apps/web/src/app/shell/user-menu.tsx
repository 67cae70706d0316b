import { Menu, Modal, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconBell,
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconLock,
  IconMoon,
  IconSelector,
  IconSun,
} from '@tabler/icons-react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { me } from '../../api/me.js';
import { signOut } from '../../api/session.js';
import { NoticeChoice } from '../../components/notice-choice.js';
import classes from './shell.module.css';

export function UserMenu({ compact = false }: { compact?: boolean }) {
  const { data } = useSuspenseQuery(me());
  const client = useQueryClient();
  const [noticesOpen, setNoticesOpen] = useState(false);
  const leave = async (): Promise<void> => {
    await signOut();
    client.clear();
  };
  return (
    <>
      <Menu position="top-start" width={240}>
        <Menu.Target>
          <UnstyledButton className={classes.switcher} aria-label={`${data.user.name}: your menu`}>
            <span className={classes.avatar} aria-hidden>
              {initials(data.user.name)}
            </span>
            {!compact && (
              <>
                <span className={classes.switcherName}>
                  <strong>{data.user.name}</strong>
                  <span>{data.user.email}</span>
                </span>
                <IconSelector size={16} aria-hidden />
              </>
            )}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <ThemeItems />
          <Menu.Divider />
          <Menu.Item leftSection={<IconLock size={16} />} renderRoot={(props) => <Link to="/security" {...props} />}>
            Password and sign-in
          </Menu.Item>
          <Menu.Item leftSection={<IconBell size={16} />} onClick={() => setNoticesOpen(true)}>
            Desktop notices
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={noticesOpen}
        onClose={() => setNoticesOpen(false)}
        title="Desktop notices"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <NoticeChoice />
      </Modal>
    </>
  );
}

const THEMES = [
  { scheme: 'auto', name: 'Like the system', icon: IconDeviceDesktop },
  { scheme: 'light', name: 'Light', icon: IconSun },
  { scheme: 'dark', name: 'Dark', icon: IconMoon },
] as const;

function ThemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>Appearance</Menu.Label>
      {THEMES.map(({ scheme, name, icon: Icon }) => (
        <Menu.Item
          key={scheme}
          rightSection={colorScheme === scheme && <IconCheck size={16} aria-label="chosen" />}
          leftSection={<Icon size={16} />}
          onClick={() => setColorScheme(scheme)}
        >
          {name}
        </Menu.Item>
      ))}
    </>
  );
}

const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word[0])
    .slice(0, 2)
    .join('')
    .toUpperCase();
