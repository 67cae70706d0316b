import { onCallAt } from './on-call-at.js';
import { rosterPreview } from './roster-preview.js';
import type { OnCallPerson, Roster } from './roster.js';
import { testMessage } from './test-message.js';

const person = (name: string, changes: Partial<OnCallPerson> = {}): OnCallPerson => ({
  contactId: name,
  name,
  phone: '+13125550182',
  channels: ['voice', 'sms'],
  smsOptedOutAt: null,
  isActive: true,
  lineType: 'mobile',
  language: 'en',
  ...changes,
});
const timing: Roster['timing'] = {
  warmTransferEnabled: true,
  warmTransferTimeoutSeconds: 25,
  smsOncallDelaySeconds: 0,
  autoDialDelaySeconds: 60,
  backupDelaySeconds: 600,
  ownerDelaySeconds: 1200,
};
const team = (changes: Partial<Roster> = {}): Roster => ({
  primary: person('Mike'),
  backup: person('Dana'),
  owner: person('Dave'),
  timing,
  ...changes,
});
const now = new Date('2026-02-13T03:22:00Z');
const namesAt = (roster: Roster) => {
  const { primary, backup, owner } = onCallAt({ kind: 'roster', roster }, now);
  return [primary.name, backup?.name ?? null, owner.name];
};

describe('who is on call', () => {
  it('is the roster as it stands', () => expect(namesAt(team())).toEqual(['Mike', 'Dana', 'Dave']));
  it('needs no backup', () => expect(namesAt(team({ backup: null }))).toEqual(['Mike', null, 'Dave']));
  it('moves the backup up when the primary has left the team', () =>
    expect(namesAt(team({ primary: person('Mike', { isActive: false }) }))).toEqual(['Dana', null, 'Dave']));
  it('is the owner when everybody has left, never nobody', () =>
    expect(namesAt(team({ primary: person('Mike', { isActive: false }), backup: null }))).toEqual([
      'Dave',
      null,
      'Dave',
    ]));
  it('does not count one person twice as primary and backup', () =>
    expect(namesAt(team({ backup: person('Mike') }))).toEqual(['Mike', null, 'Dave']));
});

describe('the preview of the ladder', () => {
  it('tells the PRD ladder in one sentence', () =>
    expect(rosterPreview(team())).toBe(
      'Tonight 9 PM calls go to: AI, then Mike (call + SMS), then Dana at +10 min, then Dave at +20',
    ));
  it('says when the owner is really paged where nobody is the backup', () =>
    expect(rosterPreview(team({ backup: null }))).toBe(
      'Tonight 9 PM calls go to: AI, then Mike (call + SMS), then Dave at +10 min',
    ));
  it('leaves out a phone that nothing reaches', () =>
    expect(rosterPreview(team({ backup: person('Dana', { lineType: 'landline', channels: ['sms'] }) }))).toBe(
      'Tonight 9 PM calls go to: AI, then Mike (call + SMS), then Dave at +10 min',
    ));
  it('says what a phone cannot do', () =>
    expect(rosterPreview(team({ backup: null, primary: person('Mike', { smsOptedOutAt: now }) }))).toBe(
      'Tonight 9 PM calls go to: AI, then Mike (call), then Dave at +10 min',
    ));
});

it('VTCR 1.2: the test text has the words of the PRD', () =>
  expect(testMessage('Metro Plumbing').en).toBe(
    "This is a test from Metro Plumbing's after-hours system. You're set as the primary on-call contact. Reply OK to confirm.",
  ));
