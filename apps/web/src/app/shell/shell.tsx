import { Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useKeyboard, useShortcuts } from '../../components/keyboard.js';
import { useAccount } from '../../components/use-account.js';
import { rememberAccount } from '../home-account.js';
import { useLiveUpdates } from '../live/use-live-updates.js';
import { useSignInAgain } from './agency-shell.js';
import { AgencyStrip } from './agency-strip.js';
import { BottomBar } from './bottom-bar.js';
import { EmergencyBar } from './emergency-bar.js';
import { CalendarBanner } from './calendar-banner.js';
import { GapBanner } from './gap-banner.js';
import { Rail } from './rail.js';
import { ShortcutList } from './shortcut-list.js';
import classes from './shell.module.css';
import { StaleBanner } from './stale-banner.js';
import { TopBar } from './top-bar.js';
import { useTabTitle } from './use-tab-title.js';

/** Everything around a page: where you are, whether the line lives, and any emergency that is open. */
export function Shell() {
  const { accountId } = useAccount();
  const navigate = useNavigate();
  const liveState = useLiveUpdates();
  const [listOpen, setListOpen] = useState(false);
  useKeyboard();
  useTabTitle();
  useEffect(() => rememberAccount(accountId), [accountId]);
  useSignInAgain();
  useShortcuts([
    { keys: '?', does: 'List of shortcuts', run: () => setListOpen(true) },
    {
      keys: 'g l',
      does: 'Leads',
      run: () => void navigate({ to: '/a/$accountId/leads', params: { accountId }, search: {} }),
    },
    {
      keys: 'g d',
      does: 'Digest',
      run: () => void navigate({ to: '/a/$accountId/digest', params: { accountId }, search: {} }),
    },
    {
      keys: 'g e',
      does: 'Emergencies',
      run: () => void navigate({ to: '/a/$accountId/emergencies', params: { accountId } }),
    },
    { keys: 'g o', does: 'On-call', run: () => void navigate({ to: '/a/$accountId/on-call', params: { accountId } }) },
    {
      keys: 'g h',
      does: 'Live',
      run: () => void navigate({ to: '/a/$accountId/live', params: { accountId }, search: {} }),
    },
    {
      keys: 'g b',
      does: 'Appointments',
      run: () => void navigate({ to: '/a/$accountId/appointments', params: { accountId }, search: {} }),
    },
    {
      keys: 'g c',
      does: 'Calls',
      run: () => void navigate({ to: '/a/$accountId/calls', params: { accountId }, search: {} }),
    },
    {
      keys: 'g t',
      does: 'Triage',
      run: () => void navigate({ to: '/a/$accountId/triage', params: { accountId }, search: {} }),
    },
  ]);
  return (
    <div className={classes.shell}>
      <a href="#page" className="nd-skip">
        Skip to the page
      </a>
      <EmergencyBar />
      <div className={classes.body}>
        <Rail />
        <div className={classes.main}>
          <AgencyStrip />
          <TopBar showShortcuts={() => setListOpen(true)} />
          {liveState.kind === 'reconnecting' && <StaleBanner since={liveState.since} />}
          <GapBanner />
          <CalendarBanner />
          <Outlet />
        </div>
      </div>
      <BottomBar />
      <ShortcutList opened={listOpen} close={() => setListOpen(false)} />
    </div>
  );
}
