import { isOnboarded, onboardingSteps, type OnboardingFacts } from './onboarding-steps.js';

const EVERYTHING: OnboardingFacts = {
  businessName: 'Metro Plumbing',
  ownerName: 'Dave',
  state: 'IL',
  businessNumber: '+13125550185',
  trades: ['plumbing'],
  services: ['Drains'],
  hasHours: true,
  lineNumber: '+13125550100',
  numberSetUp: 'finished',
  forwarding: 'arrived',
  primary: { name: 'Mike', isReady: true },
  owner: { name: 'Dave', isReady: true },
  greetingProblems: [],
  testCalled: true,
  isLive: true,
  confirmed: ['hours', 'voice', 'compliance'],
};
const stepsWith = (changes: Partial<OnboardingFacts>) => onboardingSteps({ ...EVERYTHING, ...changes });
const stateOf = (changes: Partial<OnboardingFacts>, step: string) =>
  stepsWith(changes).find((found) => found.step === step);

describe('The nine steps to going live', () => {
  it('are all done when everything is proved', () => expect(isOnboarded(stepsWith({}))).toBe(true));

  it.each<[string, Partial<OnboardingFacts>, string]>([
    ['business', { state: null }, 'Your state: it decides what callers must be told.'],
    ['business', { ownerName: ' ' }, "The owner's first name; the agent speaks in it."],
    ['services', { trades: [] }, 'At least one trade.'],
    ['hours', { confirmed: ['voice', 'compliance'] }, 'Confirm hours, time zone and holidays.'],
    ['number', { lineNumber: null, numberSetUp: 'none' }, 'A phone number.'],
    [
      'number',
      { lineNumber: null, numberSetUp: 'failed' },
      'The number could not be set up. Look at the reason and try again.',
    ],
    ['people', { primary: { name: 'Mike', isReady: false } }, "Mike's phone has not been verified."],
    ['people', { owner: null }, 'Who is the owner.'],
    ['voice', { greetingProblems: ['Say who is calling.'] }, 'Say who is calling.'],
    ['go_live', { testCalled: false }, 'Call your agent once.'],
  ])('%s says what is missing', (step, changes, says) => {
    expect(stateOf(changes, step)).toMatchObject({ state: 'todo', missing: [says] });
  });

  it('number and forwarding show that they are under way', () => {
    expect(stateOf({ lineNumber: null, numberSetUp: 'running' }, 'number')?.state).toBe('running');
    expect(stateOf({ forwarding: 'calling' }, 'forwarding')?.state).toBe('running');
  });

  it('forwarding is not needed when customers call the new number and somebody said so', () =>
    expect(
      stateOf({ forwarding: 'none', confirmed: ['hours', 'voice', 'compliance', 'forwarding'] }, 'forwarding')?.state,
    ).toBe('done'));

  it('going live waits for everything before it', () =>
    expect(stateOf({ isLive: false, trades: [] }, 'go_live')?.state).toBe('blocked'));

  it('an agent that is live already keeps its open points as things to do', () =>
    expect(stateOf({ testCalled: false, trades: [] }, 'go_live')?.state).toBe('todo'));
});
