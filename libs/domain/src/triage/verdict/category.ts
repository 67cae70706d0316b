import type { TriageCategory } from '../triage.types.js';
import { callerNames } from './call.js';
import type { Call } from './call.js';

const CATEGORY: Record<string, TriageCategory> = {
  gas: 'gas',
  co: 'co',
  electrical: 'electrical',
  waterMoving: 'water',
  burstPipe: 'water',
  sewage: 'water',
  waterLeak: 'water',
  stain: 'water',
  noWater: 'water',
  noHotWater: 'water',
  onlyToilet: 'water',
  allDrains: 'water',
  toiletDown: 'water',
  pipesFrozen: 'heat',
  freezingNoHeat: 'heat',
  noHeat: 'heat',
  noCooling: 'ac',
  noPower: 'electrical',
  halfPower: 'electrical',
  flicker: 'electrical',
  breakerTrips: 'electrical',
  waterMinor: 'minor_repair',
  minorRepair: 'minor_repair',
  outletDead: 'minor_repair',
  partialHeat: 'minor_repair',
  stillHolding: 'minor_repair',
  weirdNoise: 'minor_repair',
  isolated: 'minor_repair',
  maintenance: 'maintenance',
  quote: 'quote',
  howMuch: 'quote',
  scheduling: 'scheduling',
  laterDate: 'scheduling',
  nonService: 'non_service',
  wrongNumber: 'non_service',
};

const THINGS: [concept: string, category: TriageCategory][] = [
  ['coolSystem', 'ac'],
  ['heatSystem', 'heat'],
  ['panel', 'electrical'],
  ['elecPlace', 'electrical'],
  ['plumbingThing', 'water'],
];

/** The topic for reports: of the rule that decided, else of the first thing named. */
export function categoryOf(topic: string, call: Call): TriageCategory {
  const known = CATEGORY[topic];
  if (known) return known;
  if (topic !== 'unknown') return 'inquiry';
  return THINGS.find(([concept]) => callerNames(call, concept))?.[1] ?? 'inquiry';
}
