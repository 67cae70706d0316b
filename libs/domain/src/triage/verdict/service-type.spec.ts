import { assess } from '../assess.js';
import { hearCall } from './call.js';
import { judgeWords } from './content.js';
import { judged } from './judgement.js';
import { serviceTypeOf } from './service-type.js';

const heard = (text: string) => hearCall([{ role: 'caller', text }]);
const typeOf = (text: string): string => serviceTypeOf(heard(text), judgeWords(heard(text), {}));

describe('the trade that owns the problem', () => {
  const atWiring = (text: string): string =>
    serviceTypeOf(heard(text), judged('emergency', 'hazard', 'electrical', []));

  it.each([
    'Water is trickling out of the breaker box',
    'The lamp over the stairs drips on the carpet',
    "There's a leak running down onto the fuse panel",
    'The basement is flooded up to the outlets',
    'Drops keep falling out of the can light',
    'The smoke detector is dripping water',
    'Water seeps in around the meter box',
    'A dribble comes down the doorbell wire',
  ])('labelling rule 5: "%s" is kept away from, and stopped by a plumber', (text) => {
    expect(atWiring(text)).toBe('plumbing');
  });

  it.each([
    'I got a jolt off the wet faucet',
    'The panel drips and it smells of burning',
    'A wire is down in the puddle',
    'The outlet sparked after the leak',
    'The switch is buzzing and the wall is damp',
    'Bare wires over the tub, it drips',
    'There was smoke at the light and something dripped',
    'The shower zaps me',
  ])('"%s" is an electrician\'s all the same', (text) => {
    expect(atWiring(text)).toBe('electrical');
  });

  it.each([
    ['I am the adjuster on that water loss and need the drying log', 'general'],
    ['County building department about the water heater card', 'general'],
    ['Supply house, your ball valves came in', 'general'],
    ['Reporter here, doing a piece on frozen pipes', 'general'],
    ["There's a smell of gas by our rooftop unit", 'hvac'],
    ['I smell gas in the mechanical room', 'hvac'],
    ['The tank less heater smells of gas', 'plumbing'],
    ['I smell gas by the heater for the shower', 'plumbing'],
    ['We want a checkup on both units', 'hvac'],
    ['Pricing for a geothermal system', 'hvac'],
    ['Bid on the rough in for a half bath', 'plumbing'],
    ['No hot anywhere this morning', 'plumbing'],
    ["There's a damp ring on the bedroom ceiling", 'plumbing'],
    ['Her air quit at noon', 'hvac'],
    ['The bathroom fan is loud, can it be quieter?', 'electrical'],
    ['A hot tub hookup, what does it run?', 'electrical'],
    ['What would it cost to move the gas meter?', 'plumbing'],
    ['The pump in the pit keeps up, put a battery on it', 'plumbing'],
    ['Works fine, only the back bedroom is cooler', 'hvac'],
  ])('"%s" is %s', (text, trade) => {
    expect(typeOf(text)).toBe(trade);
  });
});

describe('the trade is the agent’s word where the caller names none', () => {
  const tradeOf = (question: string, reply: string): string =>
    assess([
      { role: 'agent', text: question },
      { role: 'caller', text: reply },
    ]).serviceType;

  it.each([
    ['Which outlet stopped working?', 'The one by the toaster.', 'electrical'],
    ['How often does the faucet drip?', 'I never counted.', 'plumbing'],
    ['What is the furnace doing?', 'Something is not right with it.', 'hvac'],
    ['Is it the furnace?', 'No, I want to speak to the owner.', 'unknown'],
  ])('"%s" "%s" is %s', (question, reply, trade) => {
    expect(tradeOf(question, reply)).toBe(trade);
  });
});
