import { assess } from '../assess.js';
import type { ServiceType } from '../triage.types.js';

const ownerOf = (...texts: string[]): ServiceType =>
  assess(texts.map((text, at) => ({ role: at % 2 === 0 ? 'caller' : 'agent', text }))).serviceType;

describe('whose matter a call is, by the rules and by what was learned', () => {
  it.each([
    ['the rules know the thing', 'The kitchen faucet drips into the sink', 'plumbing'],
    ['the rules know the thing', 'Furnace will not light and it is cold in here', 'hvac'],
    ['a wall that is warm at a switch', 'The dimmer in the den is warm and it buzzes', 'electrical'],
    ['a worker who hopes for a job', 'Are you hiring helpers this spring?', 'general'],
  ])('%s: "%s" is %s', (_why, text, owner) => {
    expect(ownerOf(text)).toBe(owner);
  });

  it("labelling rule 1: a wrong number is nobody's matter", () => {
    expect(ownerOf('Sorry, wrong number, I was calling the bakery')).toBe('unknown');
  });

  it('what the caller names in an answer counts as what they began with', () => {
    expect(ownerOf('It quit on me this morning', 'What did?', 'The garbage disposal under the sink')).toBe('plumbing');
  });
});
