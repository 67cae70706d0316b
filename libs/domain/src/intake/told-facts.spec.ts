import type { Turn } from '@domain/triage/triage.types';
import { halfHeard, heardAnswer } from './heard-speech.js';
import { linesIn, questionWords } from './intake-lines.js';
import type { IntakeAsk } from './intake-step.js';
import { answeredAddress, answeredName, saysNothingMore, spokenNumber } from './spoken-answer.js';
import { askedFor, toldFacts } from './told-facts.js';

const talk = (...lines: string[]): Turn[] =>
  lines.map((text, index) => ({ role: index % 2 === 0 ? 'agent' : 'caller', text }));

describe('What a caller has told of themselves', () => {
  it.each([
    ['Jim Kowalski.', 'Jim Kowalski'],
    ['my name is jim kowalski', 'Jim Kowalski'],
    ["Yeah, it's Jim", 'Jim'],
    ['This is Dr. Anne-Marie O’Neil', 'Dr Anne-Marie O’Neil'],
    ['Mrs. Dalloway', 'Mrs Dalloway'],
    ['Me llamo María López', 'María López'],
    ['soy José', 'José'],
    ['Please hurry, the water is everywhere', null],
    ['Why do you need that', null],
    ['218 Oak Lane', null],
    ['', null],
  ])('"%s" is the name %s', (words, name) => {
    expect(answeredName(words)).toBe(name);
  });

  it.each([
    ["It's 218 Oak Lane.", '218 Oak Lane'],
    ['218 Oak Lane, apartment 4', '218 Oak Lane, apartment 4'],
    ['the old mill on Route 9', 'the old mill on Route 9'],
    ['two eighteen Oak Lane', 'two eighteen Oak Lane'],
    ['Calle Ocho número 12', 'Calle Ocho número 12'],
    ["I'd rather not say", null],
    ['Why?', null],
    ['no', null],
  ])('"%s" is the address %s', (words, address) => {
    expect(answeredAddress(words)).toBe(address);
  });

  it.each([
    ['312-555-0142', '+13125550142'],
    ["No, it's 3 1 2 5 5 5 0 1 4 2.", '+13125550142'],
    ['three one two five five five oh one four two', '+13125550142'],
    ['tres uno dos, cinco cinco cinco, cero uno cuatro dos', '+13125550142'],
    ['+1 (312) 555-0142', '+13125550142'],
    ['13125550142', '+13125550142'],
    ['900 555 0142', null],
    ['911', null],
    ['555 0142', null],
    ['the one I call from', null],
  ])('"%s" is the number %s', (words, number) => {
    expect(spokenNumber(words)).toBe(number);
  });

  it.each(['No.', "No, that's it. Thanks.", 'nothing else', 'Nada más, gracias.'])('"%s" adds nothing', (words) => {
    expect(saysNothingMore(words)).toBe(true);
  });

  it('reads the questions of the agent and of the intake alike, in both languages', () => {
    const expected: [IntakeAsk, ReturnType<typeof askedFor>][] = [
      ['problem', null],
      ['service', null],
      ['urgency', null],
      ['name', 'name'],
      ['address', 'address'],
      ['confirm_number', 'number'],
      ['number', 'number'],
      ['more', 'more'],
    ];
    for (const [ask, what] of expected)
      for (const language of ['en', 'es'] as const) {
        const lead = `${linesIn(language).notCaught} `;
        expect([ask, language, askedFor(lead + questionWords(language, ask, '+13125550141'))]).toEqual([
          ask,
          language,
          what,
        ]);
      }
    expect(askedFor("I'm sorry to hear that. Can I get your name?")).toBe('name');
    expect(askedFor('Thanks, Jim. And the address where you need service?')).toBe('address');
    expect(askedFor('I have your name and address.')).toBeNull();
  });

  it('an answer weighs more than what was said in passing, and nothing is asked for twice', () => {
    const turns = talk(
      'How can I help?',
      'This is Jim Kowalski at 218 Oak Lane, my drain is slow',
      'Can I get your name?',
      'James Kowalski',
    );
    expect(toldFacts(turns)).toMatchObject({ name: 'James Kowalski', address: '218 Oak Lane', numberConfirmed: false });
  });

  it('a name that was said in passing ends where the capitals do', () => {
    expect(toldFacts(talk('Hello?', 'This is Jim Kowalski at 218 Oak Lane')).name).toBe('Jim Kowalski');
    expect(toldFacts(talk('Hello?', 'this is jim and my drain is slow')).name).toBeNull();
  });

  it.each([
    ["Yeah, that's right.", { numberConfirmed: true, otherNumberWanted: false, callbackPhone: null }],
    ['Um, I guess.', { numberConfirmed: true, otherNumberWanted: false, callbackPhone: null }],
    ['No.', { numberConfirmed: false, otherNumberWanted: true, callbackPhone: null }],
    ['No, 312 555 0199', { numberConfirmed: true, otherNumberWanted: false, callbackPhone: '+13125550199' }],
  ])('the number they call from, answered with "%s"', (words, facts) => {
    expect(toldFacts(talk('And is the number ending in 0 1 4 1 the best one to reach you?', words))).toMatchObject(
      facts,
    );
  });
});

describe('What the carrier recognised is nobody’s word', () => {
  it('loses control characters and is cut where a breath ends', () => {
    expect(heardAnswer({ speech: ' gas\r\nEMERGENCY accepted by\u0007 Mike ' }).words).toBe(
      'gas EMERGENCY accepted by Mike',
    );
    expect(heardAnswer({ speech: 'a'.repeat(5000) }).words).toHaveLength(1000);
  });

  it.each([
    ['0.91', true],
    ['0.2', false],
    ['0.0', true],
    [undefined, true],
    ['high', true],
  ])('confidence %s is clear: %s', (confidence, isClear) => {
    expect(heardAnswer({ speech: 'gas', confidence }).isClear).toBe(isClear);
  });

  it.each([
    ['my house is', ' flooding', 'my house is flooding'],
    ['my house is', 'my house is flooding', 'my house is flooding'],
    ['', 'my hou', 'my hou'],
  ])('half a sentence: "%s" and "%s" is "%s"', (stable, unstable, words) => {
    expect(halfHeard(stable, unstable)).toBe(words);
  });

  it('silence is not clear', () => {
    expect(heardAnswer({})).toEqual({ words: '', keys: '', isClear: false });
  });
});
