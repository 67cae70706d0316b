import type { ServiceType, Trade } from '../triage.types.js';
import { callerNames, firstPlace } from './call.js';
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
  partialHeat: 'hvac',
  stillHolding: 'hvac',
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
const OFFICE = ['nonService', 'scheduling', 'inquiry', 'howMuch', 'maintenance', 'quote', 'justAsking'];

/** The trade that owns the problem, not the contractor who was called. */
export function serviceTypeOf(call: Call, judgement: Judgement): ServiceType {
  if (judgement.topic === 'gas') return ownerOfGas(call);
  if (judgement.topic === 'wrongNumber') return 'unknown';
  return OWNER[judgement.topic] ?? ownerOfThing(call, judgement);
}

function ownerOfThing(call: Call, judgement: Judgement): ServiceType {
  if (callerNames(call, 'waterHeater') || callerNames(call, 'gasWaterHeater')) return 'plumbing';
  const likely = callerNames(call, 'hvacThing') ? undefined : LIKELY[judgement.topic];
  return likely ?? named(call) ?? sensed(call, judgement) ?? fallback(call, judgement);
}

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
];

/** The trade whose equipment is named first. */
function named(call: Call, things = THINGS): Trade | undefined {
  const places = things.flatMap(([concept, trade]) => {
    const place = firstPlace(call, concept);
    return place === undefined ? [] : [{ place, trade }];
  });
  return places.sort((a, b) => a.place - b.place)[0]?.trade;
}

const sensed = (call: Call, { topic }: Judgement): Trade | undefined =>
  topic === 'nonService' ? undefined : named(call, SENSES);

const fallback = (call: Call, judgement: Judgement): ServiceType =>
  LIKELY[judgement.topic] ?? (isOfficeTalk(judgement) && call.wordCount > 0 ? 'general' : 'unknown');

const isOfficeTalk = ({ classification, topic }: Judgement): boolean =>
  OFFICE.includes(topic) || (classification === 'routine' && topic === 'unknown');
