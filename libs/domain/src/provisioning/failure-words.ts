const WORDS: Readonly<Record<string, string>> = {
  'no-numbers':
    'No numbers are for sale in this area code right now. Abandon this set-up and try a neighbouring area code.',
  'number-not-ours':
    'The carrier does not have this number in our account. Buy a new number and forward yours to it, or move yours to us first.',
  'number-in-use': 'This number is already in service on another line.',
  'provider-silent': 'The carrier or the voice provider is not answering. Nothing is lost; try again in a few minutes.',
  'health-number': 'The number does not lead to us after we set it up. Try again; if it stays, tell support.',
  'health-agent-number': 'The voice provider does not know the number after it was added. Try again.',
  'health-assistant': 'The voice agent differs from your settings after it was sent. Try again.',
  'config-not-found': 'The business facts are not complete yet. Finish them first, then try again.',
  '20003': "The carrier refuses the platform's credentials. Support has to look at this.",
  '10001': "The carrier has suspended the platform's account. Support has to look at this.",
  '21631': 'This number needs a registered address first. Choose another number.',
  '21404': 'The carrier account may not buy more numbers. Support has to look at this.',
};

/** What a person reads when set-up stops, and what to do about it. `code` is ours or the vendor's. */
export const failureWords = (code: string): string =>
  WORDS[code] ?? `The provider refused this step (code ${code}). Try again, or abandon and start over.`;
