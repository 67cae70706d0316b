import type { TriageContext } from '../triage.types.js';
import { first, says } from './call.js';
import type { Call, Heard } from './call.js';
import { isAboveFreezing, isHardFrost, isMildOutside } from './climate.js';
import { judged } from './judgement.js';
import type { Judgement } from './judgement.js';

const MOVING = ['sewage', 'burstPipe', 'waterMoving'];

/** Labelling rule 5: water that moves where it should not, unless it has been stopped. */
export function judgeWater(call: Call, context: TriageContext): Judgement | undefined {
  const moving = MOVING.find((signal) => says(call, signal));
  if (moving) return judgeMoving(call, moving);
  if (says(call, 'sumpFailed'))
    return judged('emergency', says(call, 'itMoves') ? 'hazard' : 'keyword', 'waterMoving', [
      first(call, 'sumpFailed'),
    ]);
  if (says(call, 'pipesFrozen') && !isMildOutside(call, context))
    return judged('emergency', 'hazard', 'pipesFrozen', [first(call, 'pipesFrozen')]);
  return judgeDryTap(call, context);
}

/** "No water, and it's bitter cold out": the pipe is frozen, though nobody has said so. */
function judgeDryTap(call: Call, context: TriageContext): Judgement | undefined {
  const isHard = isHardFrost(call, context);
  const dry = first(call, 'noWater') ?? (isHard ? first(call, 'lowFlow') : undefined);
  const cold = first(call, 'freezing') ?? (isAboveFreezing(call, context) ? undefined : first(call, 'frostCue'));
  return dry && (isHard || cold) ? judged('emergency', 'hazard', 'pipesFrozen', [dry, cold]) : undefined;
}

const STOPS = ['allFixed', 'mainOff', 'isolated', 'waterStopped'];

function judgeMoving(call: Call, moving: string): Judgement {
  const because = MOVING.map((signal) => first(call, signal));
  const stop = STOPS.flatMap((signal) => first(call, signal) ?? [])[0];
  if (!stop || goesOnAfter(call, stop)) return judged('emergency', 'hazard', moving, because);
  if (says(call, 'allFixed', 'noRush', 'laterDate'))
    return judged('routine', 'clear', 'waterLeak', [first(call, 'noRush'), stop]);
  if (says(call, 'needNow', 'soon'))
    return judged('emergency', 'keyword', moving, [first(call, 'needNow'), ...because]);
  const wholeHouse = says(call, 'mainOff');
  return wholeHouse
    ? judged('ambiguous', 'unclear', moving, [stop, ...because])
    : judged('routine', 'clear', 'waterLeak', [stop]);
}

/** "I shut the valve but it's still coming": what is said after the stop counts, if it goes on. */
function goesOnAfter(call: Call, stop: Heard): boolean {
  const later = MOVING.flatMap((signal) => call.heard.get(signal) ?? []).filter(
    (heard) => heard.standing === 'live' && isAfter(heard, stop),
  );
  return later.length > 0 && (call.heard.get('stillGoing') ?? []).some((still) => isAfter(still, stop));
}

const isAfter = (heard: Heard, other: Heard): boolean =>
  heard.turn > other.turn || (heard.turn === other.turn && heard.start > other.start);
