import { assess } from '../assess.js';
import type { TriageContext } from '../triage.types.js';

const classOf = (text: string, context: TriageContext = {}): string =>
  assess([{ role: 'caller', text }], context).classification;

describe('a wish for haste is about a trouble, or it is none', () => {
  it.each([
    'I need a price on a furnace by tomorrow, it can’t wait, the seller’s deadline is noon.',
    'You charged the emergency rate for a Tuesday at two in the afternoon!',
    'Can’t wait any longer to get the wife her soaking tub. Send me a price.',
    'The bathroom faucet drips, send a guy whenever.',
    'Could somebody come right now, like this month, to clean the furnace?',
  ])('"%s" is no emergency', (text) => {
    expect(classOf(text)).not.toBe('emergency');
  });

  it.each([
    'What do you charge to send somebody tonight, my toilet is clogged and I have guests.',
    'I need somebody out here tonight, whatever the fee is, there is no hot water.',
    'Half my house has no power and it can’t wait till Monday.',
  ])('"%s" is one', (text) => {
    expect(classOf(text)).toBe('emergency');
  });

  it('a new card number, given in a second call, is no emergency', () => {
    expect(classOf('Just calling back with the new card number.', { priorCalls: [{ minutesAgo: 60 }] })).toBe(
      'routine',
    );
  });

  it('an AC that blows cold in an elder’s house is not lost', () => {
    expect(classOf('My mother is eighty, the AC’s blowing cold and holds seventy-three.')).not.toBe('emergency');
  });
});
