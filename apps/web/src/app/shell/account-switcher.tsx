import { Combobox, useCombobox, UnstyledButton } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { me } from '../../api/me.js';
import type { AccountMembership, Me } from '../../api/types.js';
import { useAccount } from '../../components/use-account.js';
import { ROLE } from '../../components/words.js';
import classes from './shell.module.css';

/** Which contractor's desk this is. With nowhere else to go it only names it. */
export function AccountSwitcher() {
  const account = useAccount();
  const about = account.agencyName ? `${ROLE[account.role]}, ${account.agencyName}` : ROLE[account.role];
  return <Switcher name={account.name} about={about} />;
}

/** Also the head of an agency's own pages. */
export function Switcher({ name, about }: { name: string; about: string }) {
  const { data } = useSuspenseQuery(me());
  const face = (
    <>
      <img src="/nightdesk.svg" alt="" className={classes.mark} />
      <span className={classes.switcherName}>
        <strong>{name}</strong>
        <span>{about}</span>
      </span>
    </>
  );
  if (data.accounts.length + data.agencies.length < 2) return <div className={classes.switcher}>{face}</div>;
  return <PlaceChooser label={`${name}: switch account`} places={data} face={face} />;
}

interface PlaceChooserProps {
  label: string;
  places: Me;
  face: React.ReactNode;
}

function PlaceChooser({ label, places, face }: PlaceChooserProps) {
  const [typed, setTyped] = useState('');
  const go = useGoTo(places);
  const box = useCombobox({
    onDropdownClose: () => (box.resetSelectedOption(), setTyped('')),
    onDropdownOpen: () => box.focusSearchInput(),
  });
  const submit = (id: string): void => (box.closeDropdown(), go(id));
  return (
    <Combobox store={box} onOptionSubmit={submit} position="bottom-start" width={280}>
      <Combobox.Target withAriaAttributes={false}>
        <UnstyledButton
          className={classes.switcher}
          aria-label={label}
          aria-haspopup="listbox"
          aria-expanded={box.dropdownOpened}
          onClick={() => box.toggleDropdown()}
        >
          {face}
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          onChange={(event) => (setTyped(event.currentTarget.value), box.selectFirstOption())}
          placeholder="Find an account"
          aria-label="Find an account"
        />
        <Found places={places} typed={typed.trim().toLowerCase()} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

const matches = (name: string, typed: string): boolean => name.toLowerCase().includes(typed);

function Found({ places, typed }: { places: Me; typed: string }) {
  const agencies = places.agencies.filter((agency) => matches(agency.name, typed));
  const accounts = places.accounts.filter((account) => matches(account.name, typed));
  return (
    <Combobox.Options mah={340} style={{ overflowY: 'auto' }} aria-label="Accounts">
      {agencies.map((agency) => (
        <Combobox.Option key={agency.agencyId} value={agency.agencyId}>
          <strong>{agency.name}</strong> · all contractors
        </Combobox.Option>
      ))}
      {accounts.map((account) => (
        <AccountOption key={account.accountId} account={account} />
      ))}
      {agencies.length + accounts.length === 0 && <Combobox.Empty>No account is called that.</Combobox.Empty>}
    </Combobox.Options>
  );
}

const AccountOption = ({ account }: { account: AccountMembership }) => (
  <Combobox.Option value={account.accountId}>
    {account.name}
    {account.status === 'suspended' && <span className="nd-faint"> · suspended</span>}
  </Combobox.Option>
);

function useGoTo({ agencies }: Me): (id: string) => void {
  const navigate = useNavigate();
  return (id) =>
    void (agencies.some(({ agencyId }) => agencyId === id)
      ? navigate({ to: '/agency/$agencyId/contractors', params: { agencyId: id } })
      : navigate({ to: '/a/$accountId/live', params: { accountId: id }, search: {} }));
}
