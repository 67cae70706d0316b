import type { ServiceType, Trade } from '../triage.types.js';
import { callerNames, firstAsked, firstPlace, says } from './call.js';
import type { Call } from './call.js';
import type { Judgement } from './judgement.js';

/** Topics that one trade owns, whatever else is mentioned. */
const OWNER: Record<string, Trade> = {
  co: 'hvac',
  electrical: 'electrical',
  waterMoving: 'plumbing',
  burstPipe: 'plumbing',
  sewage: 'plumbing',
  pipesFrozen: 'plumbing',
  noHeat: 'hvac',
  freezingNoHeat: 'hvac',
  noCooling: 'hvac',
  noWater: 'plumbing',
  noHotWater: 'plumbing',
  onlyToilet: 'plumbing',
  allDrains: 'plumbing',
  toiletDown: 'plumbing',
  noPower: 'electrical',
  halfPower: 'electrical',
  breakerTrips: 'electrical',
  outletDead: 'electrical',
};
const LIKELY: Record<string, Trade> = {
  waterLeak: 'plumbing',
  waterMinor: 'plumbing',
  stain: 'plumbing',
  isolated: 'plumbing',
  flicker: 'electrical',
  gas: 'plumbing',
};
/** "Works fine" and "the other room" are said of heat and cooling where no other thing is named. */
const AT_LAST: Record<string, Trade> = { partialHeat: 'hvac', stillHolding: 'hvac' };
const OFFICE = ['nonService', 'scheduling', 'inquiry', 'howMuch', 'maintenance', 'quote', 'justAsking'];

/** The trade that owns the problem, not the contractor who was called. */
export function serviceTypeOf(call: Call, judgement: Judgement): ServiceType {
  if (judgement.topic === 'gas') return ownerOfGas(call);
  if (judgement.topic === 'wrongNumber') return 'unknown';
  if (isOfficeCaller(call, judgement)) return 'general';
  if (judgement.topic === 'electrical' && isWaterAtWiring(call)) return 'plumbing';
  return OWNER[judgement.topic] ?? ownerOfThing(call, judgement);
}

function ownerOfThing(call: Call, judgement: Judgement): ServiceType {
  if (callerNames(call, 'waterHeater') || callerNames(call, 'gasWaterHeater')) return 'plumbing';
  const likely = callerNames(call, 'hvacThing') ? undefined : LIKELY[judgement.topic];
  return likely ?? named(call) ?? sensed(call, judgement) ?? askedAfter(call, judgement) ?? fallback(call, judgement);
}

/** Adjusters, permit desks and suppliers name the work they call about, and none of it is broken. */
const isOfficeCaller = (call: Call, { topic }: Judgement): boolean =>
  (topic === 'nonService' || topic === 'inquiry') && callerNames(call, 'officeCaller');

const RUNNING = ['leak', 'drip', 'gushVerb', 'flood', 'senseSlowFlow', 'inLight'];
const BITES =
  'shockVerb spark arc burn smell smoke buzz fire sizzle crackle scorch glow exposed tooHot senseShock senseSpark'.split(
    ' ',
  );

/** Water that runs over a light or a panel is kept away from, and stopped by a plumber (labelling rule 5). */
const isWaterAtWiring = (call: Call): boolean =>
  !says(call, 'electrical') &&
  RUNNING.some((concept) => callerNames(call, concept)) &&
  !BITES.some((concept) => callerNames(call, concept));

/** The nearest appliance says whose gas it is. */
function ownerOfGas(call: Call): ServiceType {
  const heating = firstPlace(call, 'gasHvac') ?? firstPlace(call, 'heatSystem') ?? firstPlace(call, 'boilerRoom');
  return heating !== undefined && !callerNames(call, 'waterHeater') ? 'hvac' : 'plumbing';
}

const THINGS: [string, Trade][] = [
  ['hvacThing', 'hvac'],
  ['gasHvac', 'hvac'],
  ['electricalThing', 'electrical'],
  ['plumbingThing', 'plumbing'],
  ['gasKitchen', 'plumbing'],
];

/** What a trade's things are called when nobody knows their names. */
const SENSES: [string, Trade][] = [
  ['sensePipes', 'plumbing'],
  ['senseFixture', 'plumbing'],
  ['senseHeatSystem', 'hvac'],
  ['senseCoolSystem', 'hvac'],
  ['senseWiring', 'electrical'],
  ['senseWet', 'plumbing'],
  ['stain', 'plumbing'],
  ['dampSpot', 'plumbing'],
  ['senseCold', 'hvac'],
  ['hotHouse', 'hvac'],
];

/** The trade whose equipment is named first. */
function named(call: Call, things = THINGS, placeOf = firstPlace): Trade | undefined {
  const places = things.flatMap(([concept, trade]) => {
    const place = placeOf(call, concept);
    return place === undefined ? [] : [{ place, trade }];
  });
  return places.sort((a, b) => a.place - b.place)[0]?.trade;
}

/** The agent named the thing and the caller only went on about it. */
export const isOnlyAskedAfter = (call: Call, judgement: Judgement): boolean =>
  (named(call) ?? sensed(call, judgement)) === undefined && askedAfter(call, judgement) !== undefined;

/** "Which outlet stopped working?" "The one by the toaster." */
const askedAfter = (call: Call, { topic }: Judgement): Trade | undefined =>
  topic === 'nonService' || topic === 'wrongNumber' ? undefined : named(call, THINGS, firstAsked);

const sensed = (call: Call, { topic }: Judgement): Trade | undefined =>
  topic === 'nonService' ? undefined : named(call, SENSES);

const fallback = (call: Call, judgement: Judgement): ServiceType =>
  LIKELY[judgement.topic] ??
  AT_LAST[judgement.topic] ??
  (isOfficeTalk(judgement) && call.wordCount > 0 ? 'general' : 'unknown');

const isOfficeTalk = ({ classification, topic }: Judgement): boolean =>
  OFFICE.includes(topic) || (classification === 'routine' && topic === 'unknown');
