import { instantOf, naive } from './local-time.js';
import { nextChange } from './next-change.js';
import type { OnCallPerson } from './roster.js';
import { rosterLayers } from './roster-layers.js';
import type { LayeredSchedule } from './schedule.types.js';

const person = (contactId: string): OnCallPerson => ({
  contactId,
  name: contactId,
  phone: '+13125550182',
  channels: ['voice', 'sms'],
  smsOptedOutAt: null,
  lineType: 'mobile',
  isActive: true,
  language: 'en',
});
const [mike, dana, dave] = [person('mike'), person('dana'), person('dave')];
const at = (time: string) => new Date(instantOf(naive('2026-02-12', time), 'America/Chicago'));
const form = rosterLayers({ primary: mike, backup: dana, owner: dave }, 'America/Chicago');
const nights: LayeredSchedule = {
  ...form,
  layers: form.layers.map((layer) => ({ ...layer, windows: [{ days: ['thu'], from: '17:00', to: '08:00' }] })),
};

describe('"On call now: Dana until …" (issue 4 item 2)', () => {
  it('where no layer answers, the backup is first until the layer’s hours begin', () =>
    expect(nextChange(nights, at('10:00'))).toMatchObject({ at: at('17:00'), then: { primary: mike } }));

  it('a backup who goes away meanwhile is not promised for longer', () => {
    const timeOff = [{ contactId: 'dana', startsAt: at('12:00'), endsAt: at('14:00') }];
    expect(nextChange({ ...nights, timeOff }, at('10:00'))).toMatchObject({ at: at('12:00'), then: { primary: dave } });
  });

  it('the PRD’s simple form never changes hands', () => expect(nextChange(form, at('10:00'))).toBeNull());
});
