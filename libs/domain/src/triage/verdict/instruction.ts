import type { SafetyInstruction } from '../triage.types.js';
import { callerNames, says } from './call.js';
import type { Call } from './call.js';
import type { Judgement } from './judgement.js';

const WATER = new Set(['waterMoving', 'burstPipe', 'sewage']);
const COLD = new Set(['freezingNoHeat', 'pipesFrozen']);

/** Which safety line is spoken. With two hazards: evacuate, electrical, water, drip. */
export function instructionFor(judgement: Judgement, call: Call): SafetyInstruction {
  const topics = [judgement.topic, ...judgement.because.map((heard) => heard.signal)];
  if (topics.includes('gas') || topics.includes('co')) return 'evacuate';
  // Water at a light, an outlet or a panel is a water call, but nobody may touch it.
  if (topics.includes('electrical') || (WATER.has(judgement.topic) && isAtCurrent(call))) return 'electrical_stay_away';
  if (topics.some((topic) => WATER.has(topic))) return 'water_shutoff';
  return topics.some((topic) => COLD.has(topic)) ? 'drip_faucets' : 'none';
}

const isAtCurrent = (call: Call): boolean => callerNames(call, 'inLight') || says(call, 'waterAtCurrent');
