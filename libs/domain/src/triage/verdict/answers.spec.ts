import type { TriageContext, Turn } from '../triage.types.js';
import { shortAnswer } from './answers.js';
import { hearCall } from './call.js';
import { judgeWords } from './content.js';

const talk = (...lines: string[]): Turn[] =>
  lines.map((text, at) => ({ role: at % 2 === 0 ? 'agent' : 'caller', text }));

const judgedOf = (context: TriageContext, ...lines: string[]): string => {
  const { classification, topic } = judgeWords(hearCall(talk(...lines)), context);
  return classification === 'emergency' ? topic : classification;
};

describe('a yes or a no that takes its verb from the question', () => {
  it.each([
    ['It can.', 'yes'],
    ['They sure are', 'yes'],
    ['Well, it did.', 'yes'],
    ['It isn’t.', 'no'],
    ["It can't, I open at six.", 'no'],
    ['It is not.', 'no'],
    ['It is my furnace.', undefined],
    ['The furnace.', undefined],
    ['They are coming on Monday.', undefined],
  ])('"%s" is %s', (reply, answer) => {
    expect(shortAnswer(reply)).toBe(answer);
  });
});

describe('who repeats the words of the question agrees to them', () => {
  const FROST = { outdoorTempF: 20 };

  it.each([
    ['Is the heat completely off?', 'Completely.', 'freezingNoHeat'],
    ['Is the furnace out altogether?', 'Altogether.', 'freezingNoHeat'],
    ['Is the furnace not running at all?', 'Not at all.', 'freezingNoHeat'],
    ['Is there any heat in the house at all?', 'Not a bit.', 'freezingNoHeat'],
    ['You have no heat?', 'None.', 'freezingNoHeat'],
    ['Do you have any water in the house?', 'None.', 'pipesFrozen'],
  ])('"%s" "%s" on a day of frost is %s', (question, reply, topic) => {
    expect(judgedOf(FROST, question, reply)).toBe(topic);
  });

  it.each([
    ['Is the heat off?', 'No.'],
    ['Is the heater not working?', 'No, it works fine.'],
    ['¿La calefacción dejó de funcionar?', 'No, funciona bien.'],
    ['Is there any heat or noise from the panel?', 'Not a bit, I want a price on a new one.'],
  ])('"%s" "%s" is no emergency', (question, reply) => {
    expect(['routine', 'ambiguous']).toContain(judgedOf(FROST, question, reply));
  });
});

describe('one side of an "or" is chosen', () => {
  it.each([
    ['Do you smell gas or something burning?', 'Second one.', 'electrical'],
    ['Do you smell gas or something burning?', 'The first one.', 'gas'],
    ['Do you smell gas or something burning?', 'The latter, by the dryer plug.', 'electrical'],
  ])('"%s" "%s" is %s', (question, reply, topic) => {
    expect(judgedOf({}, question, reply)).toBe(topic);
  });

  it('"A smoke or a carbon monoxide one?" "CO."', () => {
    expect(judgedOf({}, 'Is an alarm sounding?', 'Yes.', 'A smoke or a carbon monoxide one?', 'CO.')).toBe('co');
  });
});

describe('what the agent goes by is what the caller said before', () => {
  const elder = ['How old is he?', 'Ninety-one.'];

  it.each([
    ['So the air conditioning is out. Who is there with you?', 'Just me and Daddy.'],
    ['How long has the air been out?', 'Two days.'],
  ])('"%s" "%s" tells of the loss', (question, reply) => {
    expect(judgedOf({}, question, reply, ...elder)).toBe('noCooling');
  });

  it.each([
    ['So the air conditioning is out.', 'No, it is the doorbell.'],
    ['So the furnace is out.', 'Out of date, it works fine.'],
  ])('"%s" "%s" tells of none', (question, reply) => {
    expect(['routine', 'ambiguous']).toContain(judgedOf({}, question, reply));
  });
});

describe('who lives in the house is told by an answer', () => {
  const AC_OUT = ['What is wrong?', 'The AC is out.'];

  it.each([
    ['Anyone elderly in the home?', 'Me.'],
    ['Is anybody there elderly, or very young?', 'My mother-in-law.'],
    ['May I ask how old you are?', 'Ninety-four, and don’t you fuss.'],
    ['Is there anybody the heat is hard on?', 'My wife.'],
  ])('"%s" "%s" makes lost cooling a danger', (question, reply) => {
    expect(judgedOf({}, ...AC_OUT, question, reply)).toBe('noCooling');
  });

  it.each([
    ['Anyone elderly in the home?', 'No, just me.'],
    ['How old is the unit?', 'Ninety-four I think.'],
    ['May I ask how old you are?', 'Forty-one.'],
  ])('"%s" "%s" does not', (question, reply) => {
    expect(judgedOf({}, ...AC_OUT, question, reply)).toBe('ambiguous');
  });
});

describe('what the agent asked and the caller denied is no doubt', () => {
  it('"Anything leaking?" "No." … "It’s out of salt" is routine', () => {
    expect(judgedOf({}, 'Is there water coming through the ceiling?', 'No. The softener is out of salt.')).toBe(
      'routine',
    );
  });

  it('"Did that stop it?" "No." leaves the water running', () => {
    expect(judgedOf({}, 'What happened?', 'A leak under the sink.', 'Did closing that valve stop it?', 'No.')).toBe(
      'waterMoving',
    );
  });
});

describe('the thermometer tells what is lost', () => {
  it.each([
    [{ outdoorTempF: 24 }, 'The house has dropped to fifty-six degrees inside.', 'freezingNoHeat'],
    [{ outdoorTempF: 26 }, 'The big unit won’t come on.', 'freezingNoHeat'],
    [{ outdoorTempF: 111 }, 'The unit on the roof quit.', 'noCooling'],
    [{ outdoorTempF: 8 }, 'There’s no water at the kitchen sink.', 'pipesFrozen'],
    [{}, 'No water in the bath since it got so cold.', 'pipesFrozen'],
    [{ outdoorTempF: 70 }, 'There’s no water at the kitchen sink.', 'ambiguous'],
  ])('at %j "%s" is %s', (context, said, topic) => {
    expect(judgedOf(context, 'What is wrong?', said)).toBe(topic);
  });
});

describe('a house tells by itself what it has lost', () => {
  it.each([
    [{}, 'The house is up to eighty-nine and my wife is seven months along.', 'noCooling'],
    [{ outdoorTempF: 94 }, 'It is an oven in here and my dad is on oxygen.', 'noCooling'],
    [{}, 'The house is up to eighty-nine, it is only me.', 'ambiguous'],
    [{}, 'My mom is eighty-seven and her thermostat reads fifty-three.', 'freezingNoHeat'],
    [{ outdoorTempF: 9 }, 'The bathroom tap quit overnight.', 'pipesFrozen'],
    [{}, 'The meter is whirling and the carpet in the hall is soaked.', 'waterMoving'],
    [{ outdoorTempF: 20 }, 'You could hang meat in my living room.', 'freezingNoHeat'],
  ])('at %j "%s" is %s', (context, said, topic) => {
    expect(judgedOf(context, 'What is wrong?', said)).toBe(topic);
  });
});

describe('who leaves the choice open is not taken at a word', () => {
  const answerOf = (reply: string): string | undefined =>
    hearCall(talk('What is wrong?', 'The AC is out.', 'Could it wait till the morning?', reply)).answer;

  it.each([
    ["I'm off at seven, on again at three. I don't know what to tell you.", undefined],
    ['I’ll leave that up to you.', undefined],
    ['Let me ask my roommate, tomorrow maybe.', undefined],
    ["I don't think so.", 'tonight'],
    ["It can't, I open at six.", 'tonight'],
    ['It can.', 'morning'],
    ['Sure.', 'morning'],
  ])('"%s" is %s', (reply, answer) => {
    expect(answerOf(reply)).toBe(answer);
  });

  it('"Is it cooling any?" "Barely." is a lost cooling', () => {
    expect(judgedOf({}, 'Is it cooling any?', 'Barely.', 'Anyone elderly there?', 'Me.')).toBe('noCooling');
  });
});

describe('company is no frailty', () => {
  const classOf = (...lines: string[]): string => judgedOf({ outdoorTempF: 88 }, ...lines);

  it.each(['Just me and the cat.', 'Only me, and my dog.', 'Me, myself and I, fit as a fiddle.', 'Nobody, just me.'])(
    '"Anybody elderly, or with a medical condition?" "%s" endangers nobody',
    (reply) => {
      expect(
        classOf('What is wrong?', 'The AC is out.', 'Is anybody there elderly, or with a medical condition?', reply),
      ).toBe('ambiguous');
    },
  );

  it.each(['Me.', 'My mother-in-law and the cat.', 'Just my dad, he is ninety.'])('"%s" is somebody', (reply) => {
    expect(
      classOf('What is wrong?', 'The AC is out.', 'Is anybody there elderly, or with a medical condition?', reply),
    ).toBe('noCooling');
  });

  it('"Any heat, smoke or noise from the panel?" "None." asks after no heating', () => {
    expect(classOf('What is it?', 'I want a price on a panel.', 'Any heat or noise from it?', 'None.')).toBe('routine');
  });
});
