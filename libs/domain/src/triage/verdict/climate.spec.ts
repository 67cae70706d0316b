import { assess } from '../assess.js';
import type { TriageContext } from '../triage.types.js';

const say = (text: string, context: TriageContext = {}) => assess([{ role: 'caller', text }], context);

describe('labelling rule 5: cold', () => {
  it.each<[string, TriageContext]>([
    ['We woke up and it is forty-five degrees inside the house', { outdoorTempF: 5 }],
    ["There's no water and it's bitter cold out", {}],
    ["The apartment's got no heat, he says he can see his breath", {}],
    ["The furnace isn't putting out any heat at all", { outdoorTempF: 12 }],
    ['The baseboards are stone cold, we are fine in our parkas', { outdoorTempF: 20 }],
    ['The boiler in the cellar shows an error code', { outdoorTempF: 9 }],
    ["The pilot's out again and my hands are numb", { outdoorTempF: 28 }],
    ["We're at fifty-two. The wood is nearly gone", { outdoorTempF: 18 }],
  ])('"%s" is cold enough to let the faucets drip', (said, context) => {
    expect(say(said, context)).toMatchObject({ classification: 'emergency', safetyInstruction: 'drip_faucets' });
  });

  it('a house that is down to fifty-six in a frost is more than one cold room', () => {
    const said = 'It began with one room, now the house is down to fifty-six';
    expect(say(said, { outdoorTempF: 15 })).toMatchObject({ safetyInstruction: 'drip_faucets' });
  });

  it('one cold room of a warm house wakes nobody, whoever else lives there', () => {
    const said = 'No heat in the back bedroom, my son shut the register, the house is seventy inside';
    expect(say(said, { outdoorTempF: 20 }).classification).not.toBe('emergency');
  });

  it('what the agent asked after and what stands still is one thing', () => {
    const turns = [
      { role: 'agent' as const, text: 'And the boiler?' },
      { role: 'caller' as const, text: 'It has been stone cold since supper.' },
    ];
    expect(assess(turns, { outdoorTempF: 15 })).toMatchObject({ safetyInstruction: 'drip_faucets' });
    expect(assess(turns, { outdoorTempF: 71 }).classification).not.toBe('emergency');
  });

  it('a cool house whose heat works wakes nobody', () => {
    expect(
      say('It is fifty degrees inside the house but the heat works fine', { outdoorTempF: 30 }).classification,
    ).not.toBe('emergency');
  });

  it.each<[string, TriageContext]>([
    ["The furnace won't come on and it's fifty degrees inside", { outdoorTempF: 65 }],
    ["No heat, it's freezing in here", { outdoorTempF: 68 }],
    ["AC's blowing fine and holds at seventy-three, my mother is eighty, does lowering it hurt the machine?", {}],
  ])('"%s": the thermometer speaks against an emergency (rules 6 and 7)', (said, context) => {
    expect(say(said, context).classification).not.toBe('emergency');
  });

  it.each([
    ["The furnace quit and it's supposed to hit sixteen tonight"],
    ["We've no heat and the thermometer on the porch says nineteen"],
    ["There's no heat in the shop, twenty-six on the bank sign"],
  ])('"%s" names the cold outside', (said) => {
    expect(say(said)).toMatchObject({ classification: 'emergency', safetyInstruction: 'drip_faucets' });
  });
});
