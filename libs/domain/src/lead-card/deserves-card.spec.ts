import { deservesCard, whatRemains, type EndedCall } from './deserves-card.js';

const call = (given: Partial<EndedCall>): EndedCall => ({
  durationSeconds: 60,
  callerWords: [],
  classification: 'routine',
  hazard: false,
  ...given,
});

describe('what a finished call leaves behind', () => {
  it.each([
    [4, [], 'abandoned'],
    [9, ['Hello? Hello?'], 'abandoned'],
    [9, ['um, wrong number'], 'abandoned'],
    [9, ['¿Bueno?'], 'abandoned'],
    [null, [], 'abandoned'],
    [10, [], 'card'],
    [25, ['Hello?'], 'card'],
    [6, ['My toilet is running'], 'card'],
  ])('scenario 25, VTCR 2.4: %s seconds with %j leave %s', (durationSeconds, callerWords, remains) => {
    expect(whatRemains(call({ durationSeconds, callerWords, classification: null }))).toBe(remains);
  });

  it('VTCR 2.5: spam leaves a call record only', () => {
    expect(deservesCard(call({ classification: 'spam', callerWords: ['Google Ads'] }))).toBe(false);
  });

  it('decision 8: "my house is flo" and a click is an emergency, however short', () => {
    expect(deservesCard(call({ durationSeconds: 3, callerWords: ['my house is flo'], hazard: true }))).toBe(true);
  });

  it('decision 8: a hang-up on the emergency path leaves a card, and so does spam that turned out to be a hazard', () => {
    expect(deservesCard(call({ durationSeconds: 5, classification: 'emergency' }))).toBe(true);
    expect(deservesCard(call({ classification: 'spam', hazard: true }))).toBe(true);
  });

  it('scenarios 13 and 14: a robocall that never speaks to us is spam, not abandoned', () => {
    expect(whatRemains(call({ durationSeconds: 5, classification: 'spam' }))).toBe('spam');
  });
});
