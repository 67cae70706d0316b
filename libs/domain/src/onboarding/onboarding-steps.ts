/** The nine steps on the way to going live (reference/market-and-ux 3.3, screen 13), in their order. */
export const ONBOARDING_STEPS = [
  'business',
  'services',
  'hours',
  'number',
  'forwarding',
  'people',
  'voice',
  'compliance',
  'go_live',
] as const;
export type OnboardingStepName = (typeof ONBOARDING_STEPS)[number];

/**
 * Steps of which no row can prove that somebody looked: a person says so, by name. The defaults behind them are sound, but
 * nobody's own until then.
 */
export const CONFIRMED_STEPS = ['hours', 'forwarding', 'voice', 'compliance'] as const;
export type ConfirmedStep = (typeof CONFIRMED_STEPS)[number];

/** What is known of a contractor's set-up, read from its own rows. */
export interface OnboardingFacts {
  businessName: string;
  ownerName: string;
  /** Two letters; decides which notices callers must hear. */
  state: string | null;
  businessNumber: string | null;
  trades: string[];
  services: string[];
  hasHours: boolean;
  lineNumber: string | null;
  numberSetUp: 'none' | 'running' | 'failed' | 'finished';
  /** The newest forwarding check. */
  forwarding: 'none' | 'calling' | 'arrived' | 'not_arrived' | 'failed';
  primary: PersonFacts | null;
  owner: PersonFacts | null;
  greetingProblems: string[];
  /** A test call was answered and heard. */
  testCalled: boolean;
  isLive: boolean;
  confirmed: ConfirmedStep[];
}

export interface PersonFacts {
  name: string;
  isReady: boolean;
}

export interface OnboardingStep {
  step: OnboardingStepName;
  state: 'done' | 'todo' | 'running' | 'blocked';
  /** What is missing, in words; empty when done. */
  missing: string[];
}

/** Where a contractor stands. Nothing is ticked off by hand but what only a person can know. */
export function onboardingSteps(facts: OnboardingFacts): OnboardingStep[] {
  const before = PROVED.map(([step, missingIn]) => stepOf(step, missingIn(facts), facts));
  const open = before.filter((step) => step.state !== 'done').length;
  return [...before, goLive(facts, open)];
}

/** Whether everything was proved, so that the checklist leaves the contractor's home. */
export const isOnboarded = (steps: OnboardingStep[]): boolean => steps.every((step) => step.state === 'done');

/** What must still be done before the agent may be switched on, in words. */
export const missingBeforeLive = (steps: OnboardingStep[]): string[] =>
  steps.flatMap((step) => step.missing).filter((gap) => gap !== SWITCH_ON);

const SWITCH_ON = 'Switch the agent on.';

type Missing = (facts: OnboardingFacts) => (string | false)[];

const PROVED: [Exclude<OnboardingStepName, 'go_live'>, Missing][] = [
  [
    'business',
    (facts) => [
      !facts.businessName.trim() && 'The name your callers know.',
      !facts.ownerName.trim() && "The owner's first name; the agent speaks in it.",
      !facts.state && 'Your state: it decides what callers must be told.',
      !facts.businessNumber && 'The number your customers call today.',
    ],
  ],
  [
    'services',
    (facts) => [
      facts.trades.length === 0 && 'At least one trade.',
      facts.services.length === 0 && 'What you do, so that the agent can say yes or no.',
    ],
  ],
  [
    'hours',
    (facts) => [
      !facts.hasHours && 'Your opening hours, or "always on".',
      !isConfirmed(facts, 'hours') && 'Confirm hours, time zone and holidays.',
    ],
  ],
  ['number', (facts) => [!facts.lineNumber && (facts.numberSetUp === 'failed' ? NUMBER_FAILED : 'A phone number.')]],
  [
    'forwarding',
    (facts) => [
      facts.forwarding !== 'arrived' &&
        !isConfirmed(facts, 'forwarding') &&
        'Forward your number and let us check it, or say that customers call the new number.',
    ],
  ],
  ['people', (facts) => [...personGaps('on call', facts.primary), ...personGaps('the owner', facts.owner)]],
  [
    'voice',
    (facts) => [...facts.greetingProblems, !isConfirmed(facts, 'voice') && 'Hear the greeting once and confirm it.'],
  ],
  [
    'compliance',
    (facts) => [!isConfirmed(facts, 'compliance') && 'Confirm the recording notice, the AI disclosure and texting.'],
  ],
];

const NUMBER_FAILED = 'The number could not be set up. Look at the reason and try again.';

const isConfirmed = (facts: OnboardingFacts, step: ConfirmedStep): boolean => facts.confirmed.includes(step);

function personGaps(who: string, person: PersonFacts | null): (string | false)[] {
  if (!person) return [`Who is ${who}.`];
  return [!person.isReady && `${person.name}'s phone has not been verified.`];
}

function stepOf(step: OnboardingStepName, gaps: (string | false)[], facts: OnboardingFacts): OnboardingStep {
  const missing = gaps.filter((gap) => gap !== false);
  if (missing.length === 0) return { step, state: 'done', missing };
  return { step, state: isRunning(step, facts) ? 'running' : 'todo', missing };
}

function isRunning(step: OnboardingStepName, facts: OnboardingFacts): boolean {
  if (step === 'number') return facts.numberSetUp === 'running';
  return step === 'forwarding' && facts.forwarding === 'calling';
}

function goLive(facts: OnboardingFacts, open: number): OnboardingStep {
  const missing = [!facts.testCalled && 'Call your agent once.', !facts.isLive && SWITCH_ON].filter(
    (gap) => gap !== false,
  );
  if (missing.length === 0) return { step: 'go_live', state: 'done', missing };
  return { step: 'go_live', state: open > 0 && !facts.isLive ? 'blocked' : 'todo', missing };
}
