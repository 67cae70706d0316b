import type { SafetyInstruction, TriageContext } from '../triage.types.js';
import { callerNames, says } from './call.js';
import type { Call } from './call.js';
import { isFreezingOutside } from './climate.js';
import type { Judgement } from './judgement.js';

const AIR = new Set(['gas', 'co']);
const WATER = new Set(['waterMoving', 'burstPipe', 'sewage']);
const COLD = new Set(['freezingNoHeat', 'pipesFrozen']);

/** Which safety line is spoken. With two hazards: evacuate, electrical, water, drip. */
export function instructionFor(judgement: Judgement, call: Call, context: TriageContext): SafetyInstruction {
  const topics = [judgement.topic, ...judgement.because.map((heard) => heard.signal)];
  if (topics.some((topic) => AIR.has(topic))) return 'evacuate';
  // Water at a light, an outlet or a panel is a water call, but nobody may touch it.
  if (topics.includes('electrical') || (WATER.has(judgement.topic) && isAtCurrent(call))) return 'electrical_stay_away';
  if (topics.some((topic) => WATER.has(topic))) return 'water_shutoff';
  return topics.some((topic) => COLD.has(topic)) || isFrostIndoors(topics, call, context) ? 'drip_faucets' : 'none';
}

/** Nobody frail keeps warm without power or heat while it freezes outside, whatever the call was raised for. */
const isFrostIndoors = (topics: string[], call: Call, context: TriageContext): boolean =>
  isFreezingOutside(call, context) &&
  topics.some((topic) => UNWARMED.has(topic)) &&
  OF_COLD.some((concept) => callerNames(call, concept));

const UNWARMED = new Set(['noHeat', 'noPower', 'unknown']);
const OF_COLD = ['senseCold', 'heatSystem', 'coldHome', 'freezing'];

const isAtCurrent = (call: Call): boolean => callerNames(call, 'inLight') || says(call, 'waterAtCurrent');
