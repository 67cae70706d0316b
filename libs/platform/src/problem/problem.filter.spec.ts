import { pointerOf, problem } from '@platform/problem/problem.filter';

describe('RFC 9457: a refusal points at the field', () => {
  it.each([
    ['name must be longer than or equal to 1 characters', '/name'],
    ['closures.0.closed.until is a time such as 08:00', '/closures/0/closed/until'],
    ['property role should not exist', '/role'],
    ['closures.0.property open should not exist', '/closures/0/open'],
    ['closures.0.nested property closed must be either object or array', '/closures/0/closed'],
  ])('"%s": %s', (sentence, pointer) => {
    expect(pointerOf(sentence)).toBe(pointer);
  });
});

it('a save without the version that was seen is refused as that, not as our own failure', () => {
  expect(problem(428, 'version-missing', 'Send the version', 'r1')).toMatchObject({
    title: 'Version needed',
    status: 428,
  });
});
