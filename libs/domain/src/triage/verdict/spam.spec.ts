import { assess } from '../assess.js';

const classOf = (text: string): string => assess([{ role: 'caller', text }]).classification;

describe('who wants the contractor’s money, name or time is put aside', () => {
  it.each([
    'I wrap vans, brother. Full wrap twenty-eight hundred, you drive it in Thursday, out Saturday.',
    'What are you paying on the swipe, two nine? I could get that to zero, no contract.',
    'This is the trademark office, someone else is trying to register your company name.',
    'Would you say you strongly agree, somewhat agree or disagree that the county should pay for a new jail?',
    'I will overpay with my card and you send the difference to my mover.',
    'Replacing windows two streets over, and we are giving the neighbors a free estimate.',
    'Six digit code just went to your phone, I am the new tech and I need it.',
    'Burst pipes, gas leaks, that is your bread and butter, right? I sell the calls.',
  ])('"%s" is spam', (pitch) => {
    expect(classOf(pitch)).toBe('spam');
  });

  it.each([
    'Your competitor quoted me a killer price on a repipe. Want a shot at beating it?',
    'My wife entered your raffle at the home show, did we win?',
    'Tell your boss we found his curb box lid.',
    'I was trying to reach the owner about my refund.',
    'I saw the van with your logo and I need a price on a car charger.',
  ])('"%s" is no spam', (call) => {
    expect(classOf(call)).not.toBe('spam');
  });
});

describe('who says nothing is nobody to help', () => {
  it.each([
    'uh... [dog barking] ... [click]',
    '(nobody speaks, a television in the background)',
    'hel— (click)',
    '... hello? ... [tractor engine] ...',
    'hh... mm...',
  ])('"%s" is put aside', (noise) => {
    expect(classOf(noise)).toBe('spam');
  });

  it.each(['[alarm sounding] hello?', 'hello? gas', 'help', '(crying) please'])('"%s" is not', (call) => {
    expect(classOf(call)).not.toBe('spam');
  });
});
