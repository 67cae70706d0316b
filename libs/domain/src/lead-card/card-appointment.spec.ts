import { appointmentLabel, cardAfter, type CardAppointment, type FollowingCard } from './card-appointment.js';

const at = (hour: number) => new Date(Date.UTC(2026, 1, 13, hour));
const card: FollowingCard = {
  appointmentBooked: false,
  appointmentAt: null,
  callbackStatus: 'not_called',
  callbackReason: null,
  callbackAt: null,
  notes: null,
};
const booked: FollowingCard = { ...card, appointmentBooked: true, appointmentAt: at(14) };
const appointment: CardAppointment = {
  state: 'booked',
  startsAt: at(14),
  bookedBy: 'agent',
  decidedAt: at(2),
  reply: null,
};
const reply = { body: 'Can we do Monday?', receivedAt: at(3) };

describe('a card after news of its appointment', () => {
  it.each<[string, Partial<FollowingCard>, Partial<CardAppointment>, Partial<FollowingCard>]>([
    ['held', {}, { state: 'held', decidedAt: null }, { appointmentBooked: false, appointmentAt: at(14) }],
    ['booked by the agent: nobody has called', {}, {}, { appointmentBooked: true, callbackStatus: 'not_called' }],
    ['booked by the team: they have called', {}, { bookedBy: 'team' }, { callbackStatus: 'called_booked' }],
    ['booked ends what was first', { callbackReason: 'fully_booked' }, {}, { callbackReason: null }],
    ['declined', {}, { state: 'declined' }, { appointmentAt: null, callbackReason: 'hold_declined' }],
    ['expired', {}, { state: 'expired' }, { appointmentAt: null, callbackReason: 'hold_expired' }],
    ['called off', booked, { state: 'cancelled' }, { appointmentBooked: false, callbackReason: 'cancelled' }],
    [
      'called off after a callback',
      { ...booked, callbackStatus: 'called_booked', callbackAt: at(1) },
      { state: 'cancelled' },
      { callbackStatus: 'not_called' },
    ],
    [
      'called off, and dealt with since',
      { ...booked, callbackStatus: 'resolved', callbackAt: at(3) },
      { state: 'cancelled' },
      { callbackStatus: 'resolved', callbackReason: null },
    ],
    [
      'the customer texts',
      booked,
      { reply },
      {
        callbackReason: 'reschedule',
        callbackStatus: 'not_called',
        notes: 'Texted: Can we do Monday?',
        appointmentBooked: true,
      },
    ],
    [
      'the customer texted, and was called since',
      { ...booked, callbackAt: at(4), callbackStatus: 'resolved' },
      { reply },
      { callbackReason: null, callbackStatus: 'resolved', notes: null },
    ],
  ])('%s', (_what, before, news, after) => {
    const once = cardAfter({ ...card, ...before }, { ...appointment, ...news });
    expect(once).toMatchObject(after);
    expect(cardAfter(once, { ...appointment, ...news })).toEqual(once);
  });

  it.each([
    ['booked', true, 'Booked for Fri, Feb 13 8 AM-10 AM'],
    ['held', true, 'Held for Fri, Feb 13 8 AM-10 AM, waiting for approval'],
    ['declined', true, 'Not booked'],
    ['declined', false, 'Not booked (calendar not linked)'],
  ] as const)('PRD section 8: %s', (state, offersTimes, label) => {
    expect(
      appointmentLabel({ state, startsAt: at(14), endsAt: at(16) }, { timeZone: 'America/Chicago', offersTimes }),
    ).toBe(label);
  });

  it('PRD section 13: without an appointment and without a calendar', () => {
    expect(appointmentLabel(null, { timeZone: 'America/Chicago', offersTimes: false })).toBe(
      'Not booked (calendar not linked)',
    );
  });
});
