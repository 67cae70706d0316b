import type { CallStream } from '../world-streams.js';
import { Mouth } from './mouth.js';

function stream(onSay: (text: string) => void = () => undefined): CallStream & { said: string[] } {
  const said: string[] = [];
  return {
    said,
    streamSid: 'MZ1',
    callSid: 'CA1',
    from: '',
    to: '',
    url: '',
    parameters: {},
    close: () => undefined,
    say: async (text) => {
      said.push(text);
      onSay(text);
    },
  };
}

describe('speaking', () => {
  it.each([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    [
      "I wasn't able to reach Mike T. directly. He has a text.",
      ["I wasn't able to reach Mike T. directly.", 'He has a text.'],
    ],
    ['It is 3.5 inches at 8:00 a.m.', ['It is 3.5 inches at 8:00 a.m.']],
    ['', []],
  ])('%j goes sentence by sentence', async (line, sentences) => {
    const to = stream();
    expect(await new Mouth(to).say(line)).toBe(sentences.join(' '));
    expect(to.said).toEqual(sentences);
  });

  it('falls silent after the sentence somebody talks over', async () => {
    const to = stream(() => mouth.interrupt());
    const mouth = new Mouth(to);
    expect(await mouth.say('One. Two. Three.')).toBe('One.');
  });
});
