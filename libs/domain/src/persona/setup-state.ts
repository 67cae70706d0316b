/** What is known of an account's set-up, read from its own rows. */
export interface SetupFacts {
  lineNumber: string | null;
  hasAssistant: boolean;
  /** Somebody the ladder can page at night. */
  hasOnCallPerson: boolean;
  /** The weekly hours hold at least one interval, or the agent is always active. */
  hasHours: boolean;
  businessName: string;
  ownerName: string;
  /** Sentences of `greetingProblems`. */
  greetingProblems: string[];
}

export interface SetupGap {
  /** Stable: pages link to where it is mended. */
  what: 'line' | 'assistant' | 'on-call' | 'hours' | 'business' | 'greeting';
  says: string;
  /** Without it the switch itself is disabled (VTCR 1.1 names the line and the assistant). */
  blocks: boolean;
}

export interface SetupState {
  canActivate: boolean;
  /** The seed's words when something blocks; null when nothing does. */
  message: string | null;
  missing: SetupGap[];
}

export const SETUP_MESSAGE = 'Complete setup to activate your after-hours agent.';
export const LIVE_MESSAGE = 'After-hours agent is live. Calls outside your business hours will be answered by AI.';

/** What is missing before the agent may be switched on (VTCR 1.1), in words. */
export function setupState(facts: SetupFacts): SetupState {
  const missing = gapsIn(facts);
  const canActivate = missing.every((gap) => !gap.blocks);
  return { canActivate, message: canActivate ? null : SETUP_MESSAGE, missing };
}

function gapsIn(facts: SetupFacts): SetupGap[] {
  const gaps: (SetupGap | null)[] = [
    facts.lineNumber ? null : blocking('line', 'There is no phone number yet.'),
    facts.hasAssistant ? null : blocking('assistant', 'The voice agent has not been created yet.'),
    facts.hasOnCallPerson ? null : blocking('on-call', 'Nobody is on call, so an emergency would reach nobody.'),
    facts.hasHours ? null : advisory('hours', 'No business hours are set, so the AI answers around the clock.'),
    facts.businessName.trim() ? null : blocking('business', 'The business has no name to answer with.'),
    facts.ownerName.trim() ? null : blocking('business', "The owner's name is missing; the agent speaks in it."),
    ...facts.greetingProblems.map((says) => blocking('greeting', says)),
  ];
  return gaps.filter((gap) => gap !== null);
}

const blocking = (what: SetupGap['what'], says: string): SetupGap => ({ what, says, blocks: true });
const advisory = (what: SetupGap['what'], says: string): SetupGap => ({ what, says, blocks: false });
