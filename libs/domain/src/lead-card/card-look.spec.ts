import { cardLook } from './card-look.js';
import { onCallState } from './on-call-state.js';

const routine = { classification: 'routine', priority: 'routine', callbackStatus: 'not_called' } as const;

describe('how a lead card looks', () => {
  it.each([
    ['emergency', 'emergency', 'EMERGENCY', 'emergency'],
    ['routine', 'routine', 'ROUTINE', 'routine'],
    ['routine', 'same_day', 'SAME-DAY', 'same_day'],
    ['spam', 'routine', 'SPAM', 'spam'],
  ] as const)('PRD §8: %s with priority %s has the badge %s', (classification, priority, text, tone) => {
    expect(cardLook({ ...routine, classification, priority }).badge).toEqual({ text, tone });
  });

  it.each([
    ['called_booked', { icon: 'check', dimmed: false }],
    ['called_no_answer', { icon: 'retry', dimmed: false }],
    ['called_not_interested', { icon: null, dimmed: true }],
    ['not_called', { icon: null, dimmed: false }],
  ] as const)('VTCR 4.1: after "%s" it is %j', (callbackStatus, look) => {
    expect(cardLook({ ...routine, callbackStatus })).toMatchObject(look);
  });

  it('VTCR 2.5: spam is folded', () => {
    expect(cardLook({ ...routine, classification: 'spam' }).collapsed).toBe(true);
  });

  it.each([
    [undefined, 'not_applicable'],
    [{ state: 'accepted' } as const, 'acknowledged'],
    [{ state: 'contacted' } as const, 'dispatched'],
    [{ state: 'unreached' } as const, 'not_reached'],
  ])('PRD §8, on-call outcome: %j is %s', (incident, state) => {
    expect(onCallState(incident)).toBe(state);
  });
});
