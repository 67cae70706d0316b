import {
  IconAddressBook,
  IconAlertTriangle,
  IconBroadcast,
  IconCalendarEvent,
  IconPhone,
  IconScale,
  IconSettings,
  IconSunrise,
  IconUserShield,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Capability } from '@domain/access/capabilities';
import type { Overview } from '../../api/types.js';

export interface Place {
  name: string;
  to:
    | '/a/$accountId/live'
    | '/a/$accountId/leads'
    | '/a/$accountId/emergencies'
    | '/a/$accountId/digest'
    | '/a/$accountId/on-call'
    | '/a/$accountId/appointments'
    | '/a/$accountId/calls'
    | '/a/$accountId/triage'
    | '/a/$accountId/settings';
  icon: TablerIcon;
  needs: Capability;
  count?: (overview: Overview) => number;
  tone?: 'emergency';
}

/** The rail, top to bottom. The first four are also the phone's bottom bar. */
export const PLACES: Place[] = [
  {
    name: 'Live',
    to: '/a/$accountId/live',
    icon: IconBroadcast,
    needs: 'overview.read',
    count: (now) => now.liveCalls,
  },
  {
    name: 'Leads',
    to: '/a/$accountId/leads',
    icon: IconAddressBook,
    needs: 'lead_cards.read',
    count: (now) => now.needsCallback,
  },
  {
    name: 'Emergencies',
    to: '/a/$accountId/emergencies',
    icon: IconAlertTriangle,
    needs: 'incidents.read',
    count: (now) => now.openIncidents,
    tone: 'emergency',
  },
  { name: 'Digest', to: '/a/$accountId/digest', icon: IconSunrise, needs: 'digests.read' },
  { name: 'On-call', to: '/a/$accountId/on-call', icon: IconUserShield, needs: 'on_call.read' },
  { name: 'Appointments', to: '/a/$accountId/appointments', icon: IconCalendarEvent, needs: 'appointments.read' },
  { name: 'Calls', to: '/a/$accountId/calls', icon: IconPhone, needs: 'calls.read' },
  { name: 'Triage', to: '/a/$accountId/triage', icon: IconScale, needs: 'calls.read' },
  { name: 'Settings', to: '/a/$accountId/settings', icon: IconSettings, needs: 'config.read' },
];
