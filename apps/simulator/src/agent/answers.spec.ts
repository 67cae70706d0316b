import { answeredAddress, answeredName, confirmsNumber, refuses, saysNothingMore, spokenNumber } from './answers.js';

describe('what a reply gives', () => {
  it.each([
    ['Jim Kowalski.', 'Jim Kowalski'],
    ["Yeah, it's doug patterson", 'Doug Patterson'],
    ['My name is Sarah Chen, and I live on Birch Street', 'Sarah Chen'],
    ["I'd rather not say", undefined],
    ['Why do you need that?', undefined],
    ["You've got it", undefined],
    ['The water is everywhere, please hurry', undefined],
  ])('a name in "%s": %s', (words, name) => {
    expect(answeredName(words)).toBe(name);
  });

  it.each([
    ['218 Oak Lane.', '218 Oak Lane'],
    ["It's 1447 Birch Street, apt 4", '1447 Birch Street, apt 4'],
    ['the old mill on Route 9', 'the old mill on Route 9'],
    ['No, I am not giving you that', undefined],
    ['Why?', undefined],
  ])('an address in "%s": %s', (words, address) => {
    expect(answeredAddress(words)).toBe(address);
  });

  it.each([
    ['call me at (312) 555-0199 please', '+13125550199'],
    ['312 555 0199', '+13125550199'],
    ['this one is fine', undefined],
  ])('a number in "%s": %s', (words, number) => {
    expect(spokenNumber(words)).toBe(number);
  });

  it.each(["You've got it. The one I'm calling from.", "Yeah, this one's fine.", "Yeah, that's right."])(
    'PRD §13: "%s" confirms the number',
    (words) => {
      expect(confirmsNumber(words)).toBe(true);
    },
  );

  it.each(["Nope, that's it. Thanks.", "That's it. Thanks.", 'no', "No, that's everything. Thanks."])(
    '"%s" adds nothing',
    (words) => {
      expect(saysNothingMore(words)).toBe(true);
    },
  );

  it.each(["I'd rather not say", "No thanks, I don't want to give that out"])('"%s" refuses', (words) => {
    expect(refuses(words)).toBe(true);
  });
});
