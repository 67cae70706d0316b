import { instructionIn, instructionOf } from './obey.js';

describe('what a tool answer or a note orders', () => {
  it.each([
    [
      'Emergency recorded. Say this first, word for word: "Leave the house now." Then ask for the name.',
      ['Leave the house now.'],
    ],
    ['Tell the caller: “Our office will call you.”', ['Our office will call you.']],
    ['Saved. Say: Our office will call you.', ['Our office will call you.']],
    ['Recorded.', []],
  ])('%s', (text, lines) => {
    expect(instructionIn(text).say).toEqual(lines);
  });

  it('knows when the server holds the call for an emergency', () => {
    expect(instructionIn('Handled as an EMERGENCY.').emergency).toBe(true);
    expect(instructionIn('Recorded; not an emergency.').emergency).toBe(false);
    expect(instructionOf({ text: 'EMERGENCY', failed: true }).emergency).toBe(false);
  });
});
