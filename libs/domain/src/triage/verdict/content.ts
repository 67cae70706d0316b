import type { Standing } from '../language/guards.js';
import type { TriageContext } from '../triage.types.js';
import { judgeCooling, judgeHeat } from './climate.js';
import { callerNames, first, isNamed, says } from './call.js';
import type { Call, Heard } from './call.js';
import { judged, vulnerable } from './judgement.js';
import type { Judgement } from './judgement.js';
import { judgeWater } from './water.js';

const LIFE_SAFETY = ['gas', 'co', 'electrical'];
const DANGERS = [
  ...LIFE_SAFETY,
  'waterMoving',
  'burstPipe',
  'sewage',
  'sumpFailed',
  'pipesFrozen',
  'noHeat',
  'noCooling',
];

/** The rules of the labelling paper in their order; the first that applies decides. */
export function judgeWords(call: Call, context: TriageContext): Judgement {
  for (const judge of JUDGES) {
    const judgement = judge(call, context);
    if (judgement) return judgement;
  }
  return judged('ambiguous', 'unclear', 'unknown', [first(call, 'vague')]);
}

type Judge = (call: Call, context: TriageContext) => Judgement | undefined;

const JUDGES: Judge[] = [
  (call) => judgeLifeSafety(call),
  judgeWater,
  judgeHeat,
  judgeCooling,
  (call) => judgeLosses(call),
  (call) => judgeAsked(call),
  (call) => judgeDoubts(call),
  (call) => judgeRoutine(call),
];

function judgeLifeSafety(call: Call): Judgement | undefined {
  const found = LIFE_SAFETY.find(
    (signal) => (says(call, signal) && !isSulfurWater(call, signal)) || happensAfterAll(call, signal),
  );
  if (!found) return undefined;
  const because = LIFE_SAFETY.map(
    (signal) => first(call, signal) ?? (says(call, signal) ? undefined : firstGuarded(call, signal)),
  );
  return judged('emergency', 'hazard', found, because);
}

/** Rotten eggs in the water of a house without gas are the water's (labelling rule 2), and a skunk's stink is the skunk's. */
const isSulfurWater = (call: Call, signal: string): boolean =>
  signal === 'gas' &&
  callerNames(call, 'allElectric') &&
  isNamed(call, 'rotten') &&
  ROTS.some((concept) => callerNames(call, concept));

const ROTS = ['water', 'tapOrWell', 'rotCause'];

/** "A switch shocked my wife in June, I put tape on it." "Do you fix gas leaks? Because I've got one." "You fixed a gas leak, and now there's that smell again." */
function happensAfterAll(call: Call, signal: string): boolean {
  if (stands(call, signal, 'asked', 'supposed') && says(call, 'haveOne')) return true;
  if (stands(call, signal, 'past') && says(call, 'unrepaired')) return true;
  return signal === 'gas' && says(call, 'smellAgain') && stands(call, 'gas', 'past', 'repaired');
}

const stands = (call: Call, signal: string, ...standings: Standing[]): boolean =>
  standings.some((standing) => first(call, signal, standing) !== undefined);

const firstGuarded = (call: Call, signal: string): Heard | undefined => {
  const heard = call.heard.get(signal)?.[0];
  return heard && heard.standing !== 'denied' ? heard : undefined;
};

const LOSSES = ['noWater', 'noHotWater', 'onlyToilet', 'noPower'];

/** Water, hot water, power or the only toilet is lost: urgent for some households, unknown for the rest. */
function judgeLosses(call: Call): Judgement | undefined {
  const lost = LOSSES.find((signal) => says(call, signal));
  if (!lost || (says(call, 'otherFixture') && lost === 'onlyToilet')) return undefined;
  if (lost === 'onlyToilet' && !says(call, 'waterMinor', 'toiletDown', 'minorRepair', 'vague', 'sewage'))
    return undefined;
  const frail = vulnerable(call);
  return frail
    ? judged('emergency', 'keyword', lost, [first(call, lost), frail])
    : judged('ambiguous', 'unclear', lost, [first(call, lost)]);
}

/** "Do you handle gas leaks?" with nothing reported or denied. */
function judgeAsked(call: Call): Judgement | undefined {
  const asked = LIFE_SAFETY.find((signal) => first(call, signal, 'asked'));
  if (!asked || says(call, 'workingFine', 'quote', 'maintenance')) return undefined;
  return judged('ambiguous', 'unclear', asked, [first(call, asked, 'asked')]);
}

const DOUBTS = ['allDrains', 'toiletDown', 'halfPower', 'flicker', 'breakerTrips', 'waterLeak', 'stain'];
const SETTLED = [
  'noRush',
  'laterDate',
  'quote',
  'scheduling',
  'nonService',
  'workingFine',
  'justAsking',
  'isolated',
  'waterStopped',
  'calledOff',
];

/** Something is wrong and nobody knows how bad: only a caller who settles it makes it routine. */
function judgeDoubts(call: Call): Judgement | undefined {
  const doubt = DOUBTS.find((signal) => says(call, signal) && !(signal === 'waterLeak' && says(call, 'waterMinor')));
  if (doubt && !says(call, ...SETTLED)) return judged('ambiguous', 'unclear', doubt, [first(call, doubt)]);
  const noise = first(call, 'weirdNoise');
  const unsure = first(call, 'unsure');
  // "Something is wrong." … "It's making a noise": who tells more is no longer unsure.
  if (noise && unsure && unsure.turn >= noise.turn && !says(call, ...SETTLED))
    return judged('ambiguous', 'unclear', 'weirdNoise', [noise]);
  return undefined;
}

const ROUTINE = [
  'nonService',
  'maintenance',
  'quote',
  'scheduling',
  'waterMinor',
  'minorRepair',
  'outletDead',
  'partialHeat',
  'stillHolding',
  'laterDate',
  'noRush',
  'howMuch',
  'inquiry',
  'weirdNoise',
  'justAsking',
  'workingFine',
  'isolated',
  'wrongNumber',
  'calledOff',
];

/** Nothing is the matter, whatever the words a rule stumbled over. */
export const uneventful = (call: Call): Judgement => judgeRoutine(call) ?? judged('routine', 'clear', 'inquiry', []);

/** Something may be the matter, but not surely what a rule took it for. */
export const doubtful = (call: Call, { topic, because }: Judgement): Judgement =>
  judgeDoubts(call) ?? judged('ambiguous', 'unclear', topic, because);

function judgeRoutine(call: Call): Judgement | undefined {
  const topic = ROUTINE.find((signal) => says(call, signal));
  if (topic) return judged('routine', 'clear', topic, [first(call, topic)]);
  const over = DANGERS.flatMap((signal) => call.heard.get(signal) ?? []).find((heard) => heard.standing !== 'live');
  return over ? judged('routine', 'clear', 'inquiry', [over]) : undefined;
}
