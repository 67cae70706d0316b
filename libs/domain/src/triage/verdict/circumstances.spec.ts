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

  it.each<[string, TriageContext]>([
    ['The AC is out and my father is eighty-three, no rush', { outdoorTempF: 97 }],
    ['The furnace is dead and it is nineteen out. It can wait', { outdoorTempF: 19 }],
  ])('"%s": neither heat on the frail nor frost waits (labelling rules 6 and 7)', (text, context) => {
    expect(classOf(text, context)).toBe('emergency');
  });

  it('a drip for a grandmother waits', () => {
    expect(classOf("My grandmother's kitchen tap drips, no rush")).toBe('routine');
  });

  it('a number on an alarm is never routine, a date on it is (labelling rule 2)', () => {
    expect(classOf('The CO monitor in the attic room shows 61, is that its model?')).not.toBe('routine');
    expect(classOf('It was at 12 and now it says 140 ppm, I changed the batteries')).toBe('emergency');
    expect(classOf('My carbon monoxide detectors say replace by 2027, do you sell them?')).toBe('routine');
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
