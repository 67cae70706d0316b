import { liquid, liquidDeep } from './liquid.js';

describe('Liquid as assistants use it', () => {
  it.each([
    ['How can I help you {{greeting_word}}?', 'How can I help you tonight?'],
    ['{{ customer.number }} / {{nobody}} / {{ nobody | default: "us" }}', '+13125550141 /  / us'],
    ['{% if repeat == "yes" %}again{% else %}hello{% endif %}', 'again'],
    ['{% if nobody %}a{% endif %}b', 'b'],
    ['{% if repeat != "yes" %}{% if greeting_word %}x{% endif %}{% else %}y{% endif %}', 'y'],
  ])('%s', (template, expected) => {
    expect(liquid(template, { greeting_word: 'tonight', repeat: 'yes', customer: { number: '+13125550141' } })).toBe(
      expected,
    );
  });

  it('reaches every string of a configuration and nothing else', () => {
    expect(liquidDeep({ a: ['{{x}}', 1], b: { c: '{{x}}' }, d: null }, { x: 'y' })).toEqual({
      a: ['y', 1],
      b: { c: 'y' },
      d: null,
    });
  });
});
