import { assess } from '@domain/triage/assess';
import { farewellWords, linesIn } from './intake-lines.js';
import { asSaid, questionWith, type QuestionMoment } from './intake-words.js';

const MOMENT: QuestionMoment = {
  language: 'en',
  ask: 'problem',
  isAgain: false,
  callerPhone: '+13125550141',
  beginning: { kind: 'fresh', businessName: 'Smith & Sons', offersSpanish: false },
  safetyLine: null,
  isEmergency: false,
  announced: null,
};
const onwards = { ...MOMENT, beginning: { kind: 'onwards' } } as const;
const reached = { onCallName: 'Mike T.', standing: 'paging' } as const;

describe('What the intake says', () => {
  it.each(['en', 'es'] as const)(
    'its own words (%s) are no question of danger: what the caller answers is judged as if a person had asked',
    (language) => {
      const greeting = asSaid(questionWith({ ...MOMENT, language }));
      const cutOff = asSaid(
        questionWith({ ...MOMENT, language, beginning: { kind: 'cut-off', knowsSomething: false } }),
      );
      const saying = [
        'my water heater is making a noise',
        'mi calentador hace un ruido raro',
        'just a quote please',
        'gas leak',
        'hello',
      ];
      const judged = (agent: string) =>
        saying.map(
          (text) =>
            assess(
              [
                { role: 'agent', text: agent },
                { role: 'caller', text },
              ],
              { localTime: '20:00' },
            ).classification,
        );
      expect(judged(greeting)).toEqual(judged('How can I help you?'));
      expect(judged(cutOff)).toEqual(judged('How can I help you?'));
    },
  );

  it.each([
    ['en', 'it can wait', 'routine'],
    ['en', 'tonight please', 'emergency'],
    ['es', 'puede esperar', 'routine'],
    ['es', 'esta noche por favor', 'emergency'],
  ] as const)('the clarifying question (%s) is one to the rules: "%s" is %s', (language, answer, classification) => {
    const asked = asSaid(questionWith({ ...onwards, language, ask: 'urgency' }));
    const first = language === 'es' ? 'mi calentador hace un ruido raro' : 'my water heater is making a noise';
    const turns = [
      { role: 'caller' as const, text: first },
      { role: 'agent' as const, text: asked },
      { role: 'caller' as const, text: answer },
    ];
    expect(assess(turns, { localTime: '20:00' }).classification).toBe(classification);
  });

  it('decision 2: the safety line stands alone before anything is asked', () => {
    const says = questionWith({
      ...onwards,
      ask: 'name',
      safetyLine: 'Leave the house.',
      isEmergency: true,
      announced: reached,
    });
    expect(says.first).toEqual([{ words: 'Leave the house.', language: 'en' }]);
    expect(says.prompt).toEqual([
      {
        words: "I'm reaching out to Mike right now. Let me get some quick details. Can I get your name?",
        language: 'en',
      },
    ]);
  });

  it('a bilingual line offers Spanish in Spanish, and only where it begins', () => {
    const both = questionWith({ ...MOMENT, beginning: { kind: 'fresh', businessName: 'Metro', offersSpanish: true } });
    expect(both.prompt.map(({ language }) => language)).toEqual(['en', 'es', 'en']);
    expect(questionWith({ ...onwards, language: 'es' }).prompt).toHaveLength(1);
  });

  it('only the last digits of a number are ever read out', () => {
    const words = asSaid(questionWith({ ...onwards, ask: 'confirm_number' }));
    expect(words).toContain('ending in 0 1 4 1');
    expect(words).not.toContain('312');
  });

  it.each(['en', 'es'] as const)('no farewell (%s) promises what has not happened', (language) => {
    expect(farewellWords(language, { ...reached, standing: 'taken' })).toMatch(/Mike (has|ya tiene)/);
    expect(farewellWords(language, { ...reached, standing: 'not_picked_up' })).toMatch(/wasn't able|No pude/);
    expect(farewellWords(language, reached)).toMatch(/911/);
    expect(linesIn(language).urgentMessage).toMatch(/911/);
  });
});
