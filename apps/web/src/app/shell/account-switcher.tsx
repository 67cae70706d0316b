import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { me } from '../../api/me.js';
import { useAccount } from '../../components/use-account.js';
import { ROLE } from '../../components/words.js';
import classes from './shell.module.css';

/** Which contractor's desk this is. With one account it only names it. */
export function AccountSwitcher() {
  const account = useAccount();
  const { data } = useSuspenseQuery(me());
  const about = account.agencyName ? `${ROLE[account.role]}, ${account.agencyName}` : ROLE[account.role];
  const face = (
    <>
      <img src="/nightdesk.svg" alt="" className={classes.mark} />
      <span className={classes.switcherName}>
        <strong>{account.name}</strong>
        <span>{about}</span>
      </span>
    </>
  );
  if (data.accounts.length < 2) return <div className={classes.switcher}>{face}</div>;
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.switcher} aria-label={`${account.name}: switch account`}>
          {face}
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Accounts</Menu.Label>
        {data.accounts.map((one) => (
          <Menu.Item
            key={one.accountId}
            rightSection={one.accountId === account.accountId && <IconCheck size={16} aria-label="Open now" />}
            renderRoot={(props) => (
              <Link to="/a/$accountId/live" params={{ accountId: one.accountId }} search={{}} {...props} />
            )}
          >
            {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
