import { Caller } from './caller.js';
import { PRD_NIGHT } from './night-script.js';
import { comingThursday } from './night-clock.js';

function jim(): Caller {
  const step = PRD_NIGHT.steps.find((candidate) => candidate.kind === 'call' && candidate.title.startsWith('Jim'));
  if (step?.kind !== 'call') throw new Error('Jim is not in the night');
  return new Caller(step.lines);
}

describe('a scripted caller', () => {
  it('answers what is asked, whatever the order (PRD §13, call 1)', () => {
    const caller = jim();
    expect(caller.answer('Hi, thanks for calling Metro Plumbing. How can I help you tonight?')).toMatch(
      /^Yeah, uh, I've got water spraying/,
    );
    expect(caller.answer("And what's the address where you need service?")).toBe('218 Oak Lane.');
    expect(caller.answer('Turn off the valve. Can I get your name?')).toBe('Jim Kowalski.');
    expect(caller.answer("And is the number you're calling from, ending in 0141, the best one to reach you at?")).toBe(
      "Yeah, that's right.",
    );
    expect(caller.answer('Is there anything else I should let the technician know?')).toMatch(
      /^It's the pipe going to the water heater/,
    );
    expect(caller.answer('Is there anything else?')).toBe("No, that's everything. Thanks.");
  });

  it('says nothing to a sentence that asks nothing', () => {
    expect(jim().answer('One moment, please.')).toBeUndefined();
  });
});

describe('the evening of the night', () => {
  it.each([
    ['2026-11-21T10:00:00Z', '2026-11-26'],
    ['2026-11-26T20:00:00Z', '2026-11-26'],
    ['2026-11-27T02:00:00Z', '2026-12-03'],
  ])('at %s it is Thursday %s', (now, evening) => {
    expect(comingThursday(new Date(now), 'America/Chicago')).toBe(evening);
  });
});
