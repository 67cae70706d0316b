import { assess } from './assess.js';
import type { CallClass, Turn } from './triage.types.js';

const caller = (text: string): Turn => ({ role: 'caller', text });
const agent = (text: string): Turn => ({ role: 'agent', text });
const said = (...turns: Turn[]) => assess(turns);

describe('a few words that decide nothing by themselves', () => {
  it.each(['Hold on please', 'One moment please', 'hang on let me find it', 'my name is Jim Kowalski'])(
    '"%s" is no evidence of spam',
    (text) => {
      const heard = said(caller(text));
      expect(heard.classification).not.toBe('spam');
      expect(heard.evidence.filter(({ favours }) => favours === 'spam')).toEqual([]);
    },
  );

  it.each(['[dog barking]', '(long pause, no words)', '[music]'])(
    'VTCR 2.4: "%s" are the transcriber\'s words: nobody spoke',
    (text) => {
      expect(assess([caller(text)], { localTime: '03:00' }).classification).toBe('spam');
    },
  );

  it('brackets around one word hide no danger in the others', () => {
    expect(said(caller('I smell gas'), caller('[inaudible]')).classification).toBe('emergency');
  });
});

describe('a bare yes', () => {
  it('to a danger that the agent names is that danger', () => {
    expect(said(agent('Do you smell gas anywhere?'), caller('Yes'))).toMatchObject({
      classification: 'emergency',
      safetyInstruction: 'evacuate',
    });
  });

  it('is a yes with a few words before it', () => {
    const heard = said(
      caller('my furnace guy never showed'),
      agent('Is there any smell of gas near the unit?'),
      caller('A little, yeah'),
    );
    expect(heard).toMatchObject({ classification: 'emergency', safetyInstruction: 'evacuate' });
  });

  it.each<[string, string, CallClass]>([
    ['My AC stopped working', 'Does it need attention tonight?', 'emergency'],
    ['My AC stopped working', 'Can it wait until morning?', 'routine'],
    ['My AC stopped working', 'Does it need attention tonight, or can it wait until morning?', 'ambiguous'],
  ])('"%s" … "%s" … "Yes" is %s... and to both at once it chooses neither', (trouble, question, expected) => {
    expect(said(caller(trouble), agent(question), caller('Yes')).classification).toBe(expected);
  });

  it('to nothing at all is no emergency', () => {
    expect(said(caller('Yes')).classification).not.toBe('emergency');
  });

  it.each(['yes', 'Yeah', 'yes please', 'no'])('"How can I help you tonight?" "%s" is no emergency', (text) => {
    const greeted = said(agent('Thanks for calling Metro Plumbing. How can I help you tonight?'), caller(text));
    expect(greeted.classification).not.toBe('emergency');
  });

  it('"No ma\'am it would not. Tonight." can\'t wait', () => {
    const heard = said(
      caller('the supply line blew, the main is off'),
      agent('Would tomorrow morning work?'),
      caller("No ma'am it would not. Tonight."),
    );
    expect(heard.classification).toBe('emergency');
  });
});

describe('the reasons that are shown', () => {
  it('of a robocall are its menu', () => {
    const { evidence } = said(caller('Press 1 to speak to a representative about your account'));
    expect(evidence[0]).toMatchObject({ words: 'Press 1 to', favours: 'spam', turn: 0 });
  });

  it('of a cold house are the degrees', () => {
    const { evidence } = said(caller('no heat and it is 28 degrees in here'));
    expect(evidence.map(({ words }) => words)).toEqual(['no heat', '28 degrees']);
  });

  it('of what only sounds like a danger are the few words that sound so', () => {
    const text = 'well the thing is my granddad keeps stumbling about and there is soot all round the furnace door';
    const { classification, evidence } = said(caller(text));
    expect(classification).toBe('emergency');
    expect(evidence.every(({ words }) => words !== '' && words.length < text.length && text.includes(words))).toBe(
      true,
    );
  });
});

describe('override 3 and override 1: whose hazard it is', () => {
  it('a real caller in the trade of selling is heard, hazard and all', () => {
    const text = "I sell ads for a living but this isn't a sales call, my outlet is sparking and I smell burning";
    expect(said(caller(text)).classification).toBe('emergency');
  });

  it('a hazard inside a pitch stays a pitch', () => {
    expect(
      said(caller('Pipes are bursting all over town and our postcards turn that cold snap into jobs for your company'))
        .classification,
    ).toBe('spam');
  });
});
