import type { Capability } from '@domain/access/capabilities';
import { Link } from '@tanstack/react-router';
import { intoView } from './into-view.js';
import classes from './settings-tabs.module.css';
import { useAccount, useMay } from './use-account.js';

const TABS = [
  { name: 'Hours', to: '/a/$accountId/settings', needs: 'config.read' },
  { name: 'Agent', to: '/a/$accountId/settings/agent', needs: 'config.read' },
  { name: 'Booking', to: '/a/$accountId/settings/booking', needs: 'config.read' },
  { name: 'Compliance', to: '/a/$accountId/settings/compliance', needs: 'config.read' },
  { name: 'Line', to: '/a/$accountId/settings/line', needs: 'provisioning.read' },
  { name: 'Versions', to: '/a/$accountId/settings/versions', needs: 'config.read' },
  { name: 'Team', to: '/a/$accountId/settings/team', needs: 'team.read' },
  { name: 'API keys', to: '/a/$accountId/settings/api-keys', needs: 'api_keys.read' },
  { name: 'Access', to: '/a/$accountId/settings/access', needs: 'access_grants.read' },
] as const satisfies { name: string; to: string; needs: Capability }[];

export function SettingsTabs() {
  const { accountId } = useAccount();
  const may = useMay();
  return (
    <nav aria-label="Settings" className={classes.tabs} ref={showOpenTab}>
      {TABS.filter(({ needs }) => may(needs)).map(({ name, to }) => (
        <Link
          key={to}
          to={to}
          params={{ accountId }}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

const showOpenTab = (tabs: HTMLElement | null): void =>
  intoView(tabs?.querySelector<HTMLElement>('[data-status="active"]') ?? null);
