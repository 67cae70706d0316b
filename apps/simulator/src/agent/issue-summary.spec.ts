import { issueSummary } from './issue-summary.js';

describe('the note for the technician', () => {
  it.each([
    [
      [
        "Yeah, uh, I've got water spraying out of a pipe in my basement. It's everywhere. I don't know what to do.",
        "It's the pipe going to the water heater. The whole basement is soaked.",
      ],
      'Water spraying out of a pipe in the basement. The pipe going to the water heater. The whole basement is soaked.',
    ],
    [
      ["Hi. I'm looking to get a quote on replacing my water heater. It's a 40-gallon gas one, about 12 years old."],
      'A quote on replacing the water heater. A 40-gallon gas one, about 12 years old.',
    ],
    [["I'd like to schedule an AC tune-up"], 'Wants to schedule an AC tune-up.'],
    [
      ["(crying) oh my god there's water everywhere in my kitchen"],
      "(crying) oh my god there's water everywhere in the kitchen.",
    ],
    [['Thanks.'], 'Not described'],
  ])('PRD §13: %j', (remarks, note) => {
    expect(issueSummary(remarks)).toBe(note);
  });
});
