import { takesTexts, type OnCallPerson } from '@domain/on-call/roster';
import { isReachable, personBehind, type LadderPeople } from './plan-people.js';
import { sameTarget, type EscalationPolicy, type PolicyStep } from './policy.js';
import { previewTurns } from './policy-preview.js';
import { contactsIn, groupsIn, PERSON_SECONDS, unrolled } from './policy-steps.js';

export const MOST_STEPS = 20;
/** Written out: with repeats and one step per ring-group member. */
const MOST_PAGES = 100;
const SLOW_START_SECONDS = 120;
const LONG_GAP_SECONDS = 20 * 60;
/** Most carriers send a call to voicemail then. */
const VOICEMAIL_SECONDS = 25;

/** What a policy is held against. */
export interface PolicyKnown {
  people: LadderPeople;
  /** Ids of contacts who have answered a test. */
  verified: ReadonlySet<string>;
  /** Whether carriers let the account's line text (decision 16). */
  lineMayText: boolean;
}

export interface PolicyProblem {
  /** Machine-readable, for the editor to point at. */
  code: string;
  words: string;
}

/** Why a policy can't be saved, or null. A ladder that may end with nobody is no ladder (issue 4, item 3). */
export function policyProblem(policy: EscalationPolicy, known: PolicyKnown): PolicyProblem | null {
  return PROBLEMS.map((find) => find(policy, known)).find((problem) => problem !== null) ?? null;
}

const problem = (code: string, words: string): PolicyProblem => ({ code, words });

const PROBLEMS: ((policy: EscalationPolicy, known: PolicyKnown) => PolicyProblem | null)[] = [
  ({ steps }) => (steps.length === 0 ? problem('policy-empty', 'Add at least one step') : null),
  ({ steps }) => (steps.length > MOST_STEPS ? problem('policy-too-long', `Use at most ${MOST_STEPS} steps`) : null),
  (policy, known) =>
    contactsIn(policy).every((id) => known.people.contacts.has(id))
      ? null
      : problem('policy-contact-unknown', 'A step pages a contact that does not exist or has left the team'),
  (policy, known) =>
    groupsIn(policy).every((id) => known.people.groups.has(id))
      ? null
      : problem('policy-group-unknown', 'A step pages a ring group without members'),
  (policy, known) =>
    written(policy, known).steps.length > MOST_PAGES
      ? problem(
          'policy-too-many-pages',
          `With its repeats and ring groups this ladder pages more than ${MOST_PAGES} times`,
        )
      : null,
  ({ steps, repeat }) =>
    repeat.times > 0 && !steps.some((step) => sameTarget(step.target, repeat.target))
      ? problem('policy-repeat-unknown', 'Only somebody who is paged by a step can be paged again at the end')
      : null,
  endsWithNobody,
];

/**
 * The last to be paged, repeats and ring groups written out, must be a person who is always there: the owner, or a
 * named contact, on a channel that reaches them.
 */
function endsWithNobody(policy: EscalationPolicy, known: PolicyKnown): PolicyProblem | null {
  const { steps } = written(policy, known);
  const isSafe = steps.some((step) => {
    const person = personBehind(step.target, known.people);
    const isAlwaysThere = step.target.kind === 'owner' || step.target.kind === 'contact';
    const isLast = step.delaySeconds === steps.at(-1)?.delaySeconds;
    return isLast && isAlwaysThere && person !== null && isReachable(step, person);
  });
  return isSafe
    ? null
    : problem('policy-ends-with-nobody', 'The last page must go to the owner or to a contact who can be reached');
}

const written = (policy: EscalationPolicy, { people }: PolicyKnown): EscalationPolicy =>
  unrolled(policy, (groupId) => people.groups.get(groupId)?.length ?? 0);

/** What a contractor should know before trusting this ladder with a night, in words. */
export function policyWarnings(policy: EscalationPolicy, known: PolicyKnown): string[] {
  return [
    ...aboutPeople(policy, known),
    ...aboutChannels(policy, known),
    ...emptySteps(policy, known),
    ...aboutTime(policy, known),
  ];
}

function peopleIn(policy: EscalationPolicy, { people }: PolicyKnown): OnCallPerson[] {
  const found = policy.steps.flatMap(({ target }) => {
    if (target.kind === 'ring_group') return [...(people.groups.get(target.groupId) ?? [])];
    return personBehind(target, people) ?? [];
  });
  return [...new Map(found.map((person) => [person.contactId, person])).values()];
}

function aboutPeople(policy: EscalationPolicy, known: PolicyKnown): string[] {
  const people = peopleIn(policy, known);
  return [
    ...people
      .filter(({ contactId }) => !known.verified.has(contactId))
      .map(({ name }) => `${name}'s phone is not verified yet: send a test text`),
    ...people
      .filter((person) => person.smsOptedOutAt !== null)
      .map(({ name }) => `${name} texted STOP: only calls reach this phone`),
    ...people
      .filter((person) => person.smsOptedOutAt === null && person.channels.includes('sms') && !takesTexts(person))
      .map(({ name }) => `${name}'s phone is a landline: only calls reach it`),
    ...(people.length === 1
      ? [`Everything goes to ${people[0]?.name ?? 'one person'}: add somebody who can step in`]
      : []),
  ];
}

function aboutChannels(policy: EscalationPolicy, known: PolicyKnown): string[] {
  const rings = policy.steps.some((step) => step.channel !== 'sms' && pagesSomebody(step, known));
  const texts = policy.steps.some((step) => step.channel === 'sms');
  return [
    ...(rings && policy.ringSeconds > VOICEMAIL_SECONDS
      ? ['Voicemail picks up after about 25 seconds: let phones ring for less']
      : []),
    ...(policy.steps.some((step) => isRushed(step, policy.ringSeconds))
      ? ['A ring group gives each person less time than a phone rings']
      : []),
    ...(rings ? [] : ['Nobody can be called: a text alone rarely wakes anybody']),
    ...(texts && !known.lineMayText ? ['Your line may not text yet: until carriers approve it only calls go out'] : []),
  ];
}

const isRushed = ({ target, channel, personSeconds = PERSON_SECONDS }: PolicyStep, ringSeconds: number): boolean =>
  target.kind === 'ring_group' && channel !== 'sms' && personSeconds < ringSeconds;

const emptySteps = (policy: EscalationPolicy, known: PolicyKnown): string[] =>
  policy.steps.flatMap((step, index) =>
    pagesSomebody(step, known) ? [] : [`Step ${index + 1} reaches nobody right now and would be skipped at once`],
  );

function pagesSomebody(step: PolicyStep, { people }: PolicyKnown): boolean {
  if (step.target.kind === 'ring_group')
    return (people.groups.get(step.target.groupId) ?? []).some((person) => isReachable(step, person));
  const person = personBehind(step.target, people);
  return person !== null && isReachable(step, person);
}

function aboutTime(policy: EscalationPolicy, known: PolicyKnown): string[] {
  const times = previewTurns(policy, known.people).map((turn) => turn.seconds);
  const delays = [...new Set(written(policy, known).steps.map((step) => step.delaySeconds))];
  const gaps = delays.map((delay, index) => delay - (delays[index - 1] ?? 0));
  const lateTransfer = policy.steps.some((step) => step.channel === 'warm_transfer' && step.delaySeconds > 60);
  return [
    ...((times[0] ?? 0) > SLOW_START_SECONDS ? ['Nobody is paged in the first two minutes'] : []),
    ...(gaps.some((gap) => gap > LONG_GAP_SECONDS)
      ? ['There are more than 20 minutes in which nobody new is paged']
      : []),
    ...(lateTransfer ? ['A warm transfer after the first minute rarely finds the caller still on the line'] : []),
  ];
}
