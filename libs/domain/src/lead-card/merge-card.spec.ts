import type { CardFacts, CardNews } from './lead-card.js';
import { changedFacts, finishCard, mergeCard } from './merge-card.js';

const card: CardFacts = {
  classification: 'emergency',
  priority: 'emergency',
  callerPhone: '+13125550141',
  callerName: 'Jim Kowalski',
  callbackPhone: null,
  address: '218 Oak Lane',
  issueSummary: 'Burst pipe to water heater',
  issueDetail: 'Basement flooding',
  serviceType: 'plumbing',
  classificationReasoning: 'active flooding',
  safetyInstructionGiven: 'Main water shutoff',
  callerTone: 'panicked',
  notes: null,
  callDurationSeconds: null,
  appointmentBooked: false,
  appointmentAt: null,
};
const news = (given: Partial<CardNews>): CardNews => ({
  classification: 'emergency',
  priority: 'emergency',
  callerPhone: null,
  ...given,
});

describe('working news into a lead card', () => {
  it.each([
    ['nothing', {}],
    ['empty strings', { callerName: '', address: '  ', issueSummary: '', safetyInstructionGiven: '' }],
    [
      'the model\'s "unknown"',
      { callerName: 'Unknown', serviceType: 'unknown' as const, callerTone: 'neutral' as const },
    ],
    ['nulls', { callerName: null, address: null, issueDetail: null, callDurationSeconds: null, appointmentAt: null }],
  ])('a late report with %s erases nothing', (_what, given) => {
    expect(mergeCard(card, news(given))).toEqual(card);
  });

  it('a later answer replaces an earlier one', () => {
    const merged = mergeCard(card, news({ address: '220 Oak Lane', callDurationSeconds: 100 }));
    expect([merged.address, merged.callDurationSeconds]).toEqual(['220 Oak Lane', 100]);
  });

  it('decision 1: the voice agent never lowers an emergency, and its reasoning for doing so does not show', () => {
    const merged = mergeCard(card, news({ classification: 'routine', priority: 'routine', reasoning: 'can wait' }));
    expect(merged).toEqual(card);
  });

  it('decision 1: a person does', () => {
    const human = { classification: 'routine', priority: 'same_day', decidedByHuman: true } as const;
    expect(mergeCard(card, news(human))).toMatchObject({ classification: 'routine', priority: 'same_day' });
  });

  it('a class may always go up', () => {
    const routine: CardFacts = { ...card, classification: 'routine', priority: 'routine' };
    expect(mergeCard(routine, news({ reasoning: 'gas' }))).toMatchObject({
      classification: 'emergency',
      priority: 'emergency',
      classificationReasoning: 'gas',
    });
  });

  it('keeps each note once, whoever says it and how often', () => {
    const first = mergeCard(card, news({ notes: 'Caller speaks Spanish' }));
    const again = mergeCard(
      mergeCard(first, news({ notes: 'Gate code 12' })),
      news({ notes: 'Caller speaks Spanish' }),
    );
    expect(again.notes).toBe('Caller speaks Spanish\nGate code 12');
  });

  it('never unsays a booking', () => {
    const booked = { ...card, appointmentBooked: true, appointmentAt: new Date('2026-02-17T16:00:00Z') };
    expect(mergeCard(booked, news({ appointmentBooked: false }))).toEqual(booked);
  });
});

describe('the finished card', () => {
  it('scenario 23: says that the address was not provided', () => {
    expect(finishCard({ ...card, address: null }).notes).toBe('Address not provided');
  });

  it('scenario 23: takes it back when a late report has the address', () => {
    const late = mergeCard(
      { ...card, address: null, notes: 'Gate code 12\nAddress not provided' },
      news({ address: '1 Elm' }),
    );
    expect(finishCard(late).notes).toBe('Gate code 12');
  });
});

describe('what changed', () => {
  it('a report delivered twice changes nothing', () => {
    const booked = { ...card, appointmentAt: new Date('2026-02-17T16:00:00Z') };
    expect(changedFacts(booked, { ...booked, appointmentAt: new Date('2026-02-17T16:00:00Z') })).toBeNull();
  });

  it('only the fields that differ', () => {
    expect(changedFacts(card, { ...card, address: '220 Oak Lane' })).toEqual({ address: '220 Oak Lane' });
  });
});
