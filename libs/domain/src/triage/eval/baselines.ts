import type { CallClass } from '../triage.types.js';
import type { LabelledCall } from './corpus.js';

/** The emergency keywords of PRD §3, letter by letter. */
export const PRD_EMERGENCY_KEYWORDS =
  'flooding|burst pipe|water pouring|sewage backup|water everywhere|water coming through ceiling|water spraying|sump pump failed|sewer backing up|gas smell|smell gas|gas leak|carbon monoxide|CO detector|CO alarm|rotten egg smell|no heat|furnace out|furnace died|house is freezing|pipes freezing|frozen pipes|boiler down|heat stopped|sparking|sparks|burning smell|electrical fire|exposed wires|shock|outlet smoking|panel buzzing|arcing|dangerous|emergency|urgent|life-threatening|heat stroke risk';

const PRD_ROUTINE_KEYWORDS =
  'tune-up|maintenance|inspection|seasonal service|annual check|filter replacement|dripping faucet|running toilet|slow drain|thermostat issue|outlet not working|estimate|quote|bid|how much|pricing|cost of|ballpark|schedule|appointment|book|available|next week|when can you come|do you offer|do you service|service area|question about|hours|warranty|billing|invoice|payment|receipt';

const VULNERABLE = 'elderly|baby|infant|medical condition';

const emergency = new RegExp(PRD_EMERGENCY_KEYWORDS, 'i');
const routine = new RegExp(PRD_ROUTINE_KEYWORDS, 'i');
const vulnerable = new RegExp(VULNERABLE, 'i');

/** What the PRD's table says when it is run as it is written. */
export function byKeywords(call: LabelledCall): CallClass {
  const said = call.turns
    .filter((turn) => turn.role === 'caller')
    .map((turn) => turn.text)
    .join(' ');
  if (emergency.test(said)) return 'emergency';
  if (/no AC/i.test(said) && vulnerable.test(said)) return 'emergency';
  return routine.test(said) ? 'routine' : 'ambiguous';
}
