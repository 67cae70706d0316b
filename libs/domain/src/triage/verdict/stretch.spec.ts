import { assess } from '../assess.js';

const ERRAND =
  'I keep the books for a little theatre, so I will be brief. You came about the flapper in the spring and the seat in June. ' +
  'I would like the invoice sent again, with the tax taken off, we are exempt, and I would like to know who to ask about a programme ad. ';
const REST = ' I would have called before lunch but I had a customer. So, the invoice first, if you please.';

const classOf = (text: string): string => assess([{ role: 'caller', text }]).classification;

describe('a danger told in passing is a danger', () => {
  it.each([
    'The toilet in the lobby has been overflowing since ten and I cannot make it stop.',
    'There is water pouring down the stairs from the second floor.',
    'Raw sewage is coming up out of the floor drain in the kitchen.',
  ])('an errand with "%s" in its middle is an emergency', (danger) => {
    expect(classOf(ERRAND + danger + REST)).toBe('emergency');
  });

  it.each(['The carpet is blue.', 'The faucet in the lobby squeaks a little.', 'Nothing leaks and nothing smells.'])(
    'an errand with "%s" in its middle is none',
    (remark) => {
      expect(classOf(ERRAND + remark + REST)).toBe('routine');
    },
  );
});
