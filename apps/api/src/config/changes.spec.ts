import { changesBetween, patchFrom, savedChanges, snapshotOf, toldChanges } from './changes.js';
import type { AfterHoursConfig } from './config.types.js';

const day = [{ opens: '08:00', closes: '17:00' }];
const config: AfterHoursConfig = {
  version: 1,
  accountName: 'Metro',
  timeZone: 'America/Chicago',
  state: 'IL',
  isActive: true,
  alwaysActive: false,
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  closures: [],
  businessNumber: '+13125550185',
  ringSeconds: 20,
  ownerName: 'Dave',
  trades: ['plumbing'],
  serviceArea: 'Chicago',
  services: ['Drains'],
  aiName: 'Alex',
  voiceId: 'Elliot',
  greeting: '{{BUSINESS_NAME}}',
  additionalInstructions: '',
  faq: [],
  languages: ['en'],
  emergencyPhrases: [],
  recordingNotice: 'on',
  aiDisclosure: 'on_request',
  calendarEnabled: false,
  digestEnabled: true,
  digestChannel: 'slack',
  digestSlackWebhook: 'https://hooks.slack.com/services/T/B/x',
  digestEmail: null,
  digestPhone: null,
  digestTime: '06:00',
  averageEmergencyValueCents: 190000,
  watchdogEnabled: true,
};
const changed = (change: Partial<AfterHoursConfig>): AfterHoursConfig => ({ ...config, ...change });
const between = (change: Partial<AfterHoursConfig>) => changesBetween(snapshotOf(config), snapshotOf(changed(change)));

describe('what changed between two versions of the settings', () => {
  it('nothing, when the database only ordered the keys anew', () => {
    const { hours } = config;
    const shuffled = { sun: hours.sun, sat: hours.sat, fri: [{ closes: '17:00', opens: '08:00' }] };
    expect(between({ hours: { ...shuffled, thu: day, wed: day, tue: day, mon: day } })).toEqual([]);
  });

  it('lists, texts and numbers, from old to new', () => {
    expect(between({ services: ['Drains', 'Boilers'], ringSeconds: 25 })).toEqual([
      { field: 'ringSeconds', from: 20, to: 25 },
      { field: 'services', from: ['Drains'], to: ['Drains', 'Boilers'] },
    ]);
  });

  it('a new Slack address is told by name, and no snapshot holds one', () => {
    const other = changed({ digestSlackWebhook: 'https://hooks.slack.com/services/T/B/y' });
    expect(savedChanges(config, other)).toEqual([{ field: 'digestSlackWebhook', from: null, to: null }]);
    expect(JSON.stringify([snapshotOf(config), savedChanges(config, other)])).not.toContain('hooks.slack.com');
  });

  it('the journal learns no name or number, and no more than the beginning of a long text', () => {
    const told = toldChanges(
      between({ ownerName: 'David', digestPhone: '+13125550199', additionalInstructions: 'x'.repeat(2000) }),
    );
    expect(told).toEqual([
      { field: 'additionalInstructions', from: '', to: `${'x'.repeat(300)}…` },
      { field: 'digestPhone' },
      { field: 'ownerName' },
    ]);
  });

  it('going back touches neither the switch, nor the account itself, nor the secret', () => {
    const patch = patchFrom(snapshotOf(changed({ aiName: 'Sam' })));
    expect(patch).toMatchObject({ aiName: 'Sam', businessNumber: '+13125550185' });
    for (const field of ['isActive', 'accountName', 'timeZone', 'state', 'digestSlackWebhook', 'digestSlackWebhookSet'])
      expect(patch).not.toHaveProperty(field);
  });
});
