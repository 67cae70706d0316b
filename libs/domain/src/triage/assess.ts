import type {
  Assessment,
  CallClass,
  Evidence,
  SafetyInstruction,
  TriageCategory,
  TriageContext,
  Turn,
} from './triage.types.js';
import { hearCall } from './verdict/call.js';
import type { Call, Heard } from './verdict/call.js';
import { weighCircumstances } from './verdict/circumstances.js';
import { judgeWords } from './verdict/content.js';
import type { Judgement } from './verdict/judgement.js';
import { weighLearning } from './verdict/learning.js';
import { serviceTypeOf } from './verdict/service-type.js';
import { spamReasons } from './verdict/spam.js';

/**
 * Judges a call so far by the rules of PRD §3. Pure: the same turns and context always give the same answer, and giving
 * the turns one by one gives the answer of the whole. Never throws; an empty call is abandoned spam.
 */
export function assess(turns: Turn[], context: TriageContext = {}): Assessment {
  const call = hearCall(turns);
  const pitch = spamReasons(call);
  if (pitch.length > 0 || isSilent(call)) return spam(call, pitch);
  const { judgement, evidence } = weighCircumstances(weighLearning(judgeWords(call, context), call), call, context);
  const { classification } = judgement;
  return {
    classification,
    priority: classification === 'emergency' ? 'emergency' : context.tone === 'frustrated' ? 'same_day' : 'routine',
    category: categoryOf(judgement.topic),
    serviceType: serviceTypeOf(call, judgement),
    safetyInstruction: classification === 'emergency' ? instructionFor(judgement) : 'none',
    confidence: judgement.firmness === 'hazard' ? 0.97 : judgement.firmness === 'unclear' ? 0.5 : 0.8,
    lifeSafety: classification === 'emergency' && judgement.firmness === 'hazard',
    evidence: [...judgement.because.map((heard) => evidenceOf(heard, call, classification)), ...evidence],
  };
}

/** Noise, a click, a cut-off "hello?": nobody to help and nobody to route (PRD VTCR 2.4). */
const isSilent = (call: Call): boolean =>
  call.turns.every((turn, index) => turn.role === 'agent' || call.readings[index]?.empty === true);

function spam(call: Call, because: Heard[]): Assessment {
  return {
    classification: 'spam',
    priority: 'routine',
    category: 'spam',
    serviceType: 'unknown',
    safetyInstruction: 'none',
    confidence: 0.9,
    lifeSafety: false,
    evidence: because.map((heard) => evidenceOf(heard, call, 'spam')),
  };
}

const evidenceOf = (heard: Heard, call: Call, favours: CallClass): Evidence => ({
  turn: heard.turn,
  words: call.turns[heard.turn]?.text.slice(heard.start, heard.end) ?? '',
  rule: heard.rule,
  favours,
  start: heard.start,
  end: heard.end,
});

const CATEGORY: Record<string, TriageCategory> = {
  gas: 'gas',
  co: 'co',
  electrical: 'electrical',
  waterMoving: 'water',
  burstPipe: 'water',
  sewage: 'water',
  pipesFrozen: 'heat',
  freezingNoHeat: 'heat',
  noHeat: 'heat',
  noCooling: 'ac',
  noWater: 'water',
  noHotWater: 'water',
  onlyToilet: 'water',
  noPower: 'electrical',
  waterMinor: 'minor_repair',
  minorRepair: 'minor_repair',
  outletDead: 'minor_repair',
  partialHeat: 'minor_repair',
  weirdNoise: 'minor_repair',
  waterLeak: 'water',
  stain: 'water',
  flicker: 'electrical',
  breakerTrips: 'electrical',
  maintenance: 'maintenance',
  quote: 'quote',
  scheduling: 'scheduling',
  inquiry: 'inquiry',
  nonService: 'non_service',
};

const categoryOf = (topic: string): TriageCategory => CATEGORY[topic] ?? 'inquiry';

function instructionFor(judgement: Judgement): SafetyInstruction {
  const topics = [judgement.topic, ...judgement.because.map((heard) => heard.signal)];
  if (topics.includes('gas') || topics.includes('co')) return 'evacuate';
  if (topics.includes('electrical')) return 'electrical_stay_away';
  if (['waterMoving', 'burstPipe', 'sewage'].includes(judgement.topic)) return 'water_shutoff';
  return judgement.topic === 'freezingNoHeat' || judgement.topic === 'pipesFrozen' ? 'drip_faucets' : 'none';
}
