import type { WeeklyHours } from '@domain/hours/hours.types';

const GREETING =
  "Hi, thanks for calling {{BUSINESS_NAME}}. This is {{AI_NAME}}, {{OWNER_NAME}}'s after-hours assistant. How can I help you {{GREETING_WORD}}?";

export interface DemoAccount {
  key: 'metro' | 'apex';
  name: string;
  timeZone: string;
  state: string;
  line: string;
  businessNumber: string;
  ownerName: string;
  trades: string[];
  serviceArea: string;
  services: string[];
  greeting: string;
  hours: WeeklyHours;
  contacts: { role: 'primary' | 'backup' | 'owner'; name: string; phone: string }[];
  slackWebhook: string;
}

const weekdays = (opens: string, closes: string): WeeklyHours => {
  const day = [{ opens, closes }];
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
};

/** Fictional people on numbers reserved for fiction. Metro is the PRD's own example (section 13). */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    key: 'metro',
    name: 'Metro Plumbing',
    timeZone: 'America/Chicago',
    state: 'IL',
    line: '+13125550100',
    businessNumber: '+13125550185',
    ownerName: 'Dave',
    trades: ['plumbing', 'hvac'],
    serviceArea: 'Chicago and the north suburbs',
    services: ['Emergency plumbing', 'Drain cleaning', 'Water heaters', 'Sewer repair', 'Furnace service'],
    greeting: GREETING,
    hours: weekdays('08:00', '17:00'),
    contacts: [
      { role: 'primary', name: 'Mike T.', phone: '+13125550182' },
      { role: 'backup', name: 'Dana W.', phone: '+13125550183' },
      { role: 'owner', name: 'Dave M.', phone: '+13125550184' },
    ],
    slackWebhook: 'https://hooks.slack.com/services/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',
  },
  {
    key: 'apex',
    name: 'Apex Air & Electric',
    timeZone: 'America/Denver',
    state: 'CO',
    line: '+13035550100',
    businessNumber: '+13035550185',
    ownerName: 'Rosa',
    trades: ['hvac', 'electrical'],
    serviceArea: 'Denver and Aurora',
    services: ['Furnace and boiler repair', 'Air conditioning', 'Panel and wiring repair'],
    greeting: GREETING,
    hours: weekdays('07:30', '16:30'),
    contacts: [
      { role: 'primary', name: 'Luis R.', phone: '+13035550182' },
      { role: 'owner', name: 'Rosa D.', phone: '+13035550184' },
    ],
    slackWebhook: 'https://hooks.slack.com/services/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',
  },
];
