/** What an agency sees of one contractor: counts and states, never what a caller said. */
export interface ContractorFacts {
  status: 'active' | 'suspended';
  isLive: boolean;
  isOnboarded: boolean;
  stepsDone: number;
  openIncidents: number;
  unreachedIncidents: number;
  /** Nobody of the schedule is on call for a while within the next 24 hours. */
  hasGapSoon: boolean;
  /** What the nightly audit found and could not repair. */
  drift: string[];
  agentProblem: boolean;
  smsRegistration: 'none' | 'pending' | 'approved' | 'blocked';
}

/** From worst to best; the list is sorted by it. */
export const HEALTH_LEVELS = ['emergency', 'broken', 'warning', 'setting_up', 'well', 'suspended'] as const;
export type HealthLevel = (typeof HEALTH_LEVELS)[number];

export interface ContractorHealth {
  level: HealthLevel;
  /** Why, in words, the worst first. */
  says: string[];
}

type Finding = [when: boolean, level: HealthLevel, says: string];

/** How a contractor stands at a glance (reference/market-and-ux, screen 13). */
export function contractorHealth(facts: ContractorFacts): ContractorHealth {
  if (facts.status === 'suspended') return { level: 'suspended', says: ['Suspended. Its phone is still answered.'] };
  const found = findings(facts).filter(([when]) => when);
  const levels = found.map(([, level]) => level).toSorted(byBadness);
  const says = found.toSorted((one, other) => byBadness(one[1], other[1])).map(([, , words]) => words);
  return { level: levels[0] ?? 'well', says };
}

/** Worst first. */
export const byBadness = (one: HealthLevel, other: HealthLevel): number =>
  HEALTH_LEVELS.indexOf(one) - HEALTH_LEVELS.indexOf(other);

const findings = (facts: ContractorFacts): Finding[] => [
  [facts.unreachedIncidents > 0, 'emergency', `${counted(facts.unreachedIncidents, 'emergency')} reached nobody.`],
  [facts.openIncidents > 0, 'emergency', `${counted(facts.openIncidents, 'emergency')} open.`],
  [facts.isLive && facts.drift.length > 0, 'broken', `The line differs from its settings: ${facts.drift.join(', ')}.`],
  [facts.isLive && facts.agentProblem, 'broken', 'The voice agent could not be updated.'],
  [facts.isLive && facts.hasGapSoon, 'warning', 'Nobody is on call for a while in the next 24 hours.'],
  [facts.isLive && facts.smsRegistration === 'blocked', 'warning', 'Carriers block texts from this line.'],
  [facts.isOnboarded && !facts.isLive, 'warning', 'The agent is switched off.'],
  [!facts.isOnboarded && !facts.isLive, 'setting_up', `Set-up: ${facts.stepsDone} of 9 steps done.`],
  [!facts.isOnboarded && facts.isLive, 'well', `Live, with ${facts.stepsDone} of 9 set-up steps done.`],
];

const counted = (count: number, noun: string): string =>
  count === 1 ? `1 ${noun}` : `${count} ${noun.replace(/y$/, 'ies')}`;
