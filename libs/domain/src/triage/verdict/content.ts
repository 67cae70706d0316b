import type { CallClass, TriageContext } from '../triage.types.js';
import { first, says } from './call.js';
import type { Call, Heard } from './call.js';

/** What the words alone say: a class, how firmly, and the finding that decided. */
export interface Judgement {
  classification: CallClass;
  /** `hazard`: nothing the caller adds can lower it. `keyword`: the caller's own answer may. `unclear`: nobody knows yet. */
  firmness: 'hazard' | 'keyword' | 'unclear' | 'clear';
  topic: string;
  because: Heard[];
}

const LIFE_SAFETY = ['gas', 'co', 'electrical'];
const MOVING_WATER = ['waterMoving', 'burstPipe', 'sewage'];

export function judgeWords(call: Call, context: TriageContext): Judgement {
  return (
    lifeSafety(call) ??
    water(call) ??
    heat(call, context) ??
    cooling(call, context) ??
    losses(call) ??
    askedAbout(call) ??
    routine(call) ??
    unclear(call)
  );
}

const judged = (
  classification: CallClass,
  firmness: Judgement['firmness'],
  topic: string,
  because: (Heard | undefined)[],
): Judgement => ({
  classification,
  firmness,
  topic,
  because: because.filter((heard) => heard !== undefined),
});

function lifeSafety(call: Call): Judgement | undefined {
  const found = LIFE_SAFETY.find((signal) => says(call, signal));
  return found
    ? judged(
        'emergency',
        'hazard',
        found,
        LIFE_SAFETY.map((signal) => first(call, signal)),
      )
    : undefined;
}

function water(call: Call): Judgement | undefined {
  const moving = MOVING_WATER.find((signal) => says(call, signal));
  if (moving) return movingWater(call, moving);
  if (says(call, 'pipesFrozen')) return judged('emergency', 'hazard', 'pipesFrozen', [first(call, 'pipesFrozen')]);
  if (says(call, 'sumpFailed')) return judged('emergency', 'keyword', 'waterMoving', [first(call, 'sumpFailed')]);
  return undefined;
}

function movingWater(call: Call, signal: string): Judgement {
  const because = MOVING_WATER.map((each) => first(call, each));
  if (says(call, 'mainOff') || says(call, 'waterStopped')) {
    if (says(call, 'noRush')) return judged('routine', 'clear', signal, [first(call, 'noRush'), ...because]);
    if (!says(call, 'needNow')) return judged('ambiguous', 'unclear', signal, [first(call, 'mainOff'), ...because]);
  }
  if (says(call, 'isolated') && signal === 'waterMoving')
    return judged('routine', 'clear', 'waterLeak', [first(call, 'isolated')]);
  return judged('emergency', 'hazard', signal, because);
}

function heat(call: Call, context: TriageContext): Judgement | undefined {
  const out = first(call, 'noHeat');
  if (!out) return undefined;
  const degrees = Math.min(
    context.outdoorTempF ?? 999,
    ...call.temperatures.filter((each) => each.place !== 'indoors').map((each) => each.degrees),
  );
  const indoors = Math.min(
    999,
    ...call.temperatures.filter((each) => each.place === 'indoors').map((each) => each.degrees),
  );
  if (degrees <= 32 || indoors <= 52 || says(call, 'freezing'))
    return judged('emergency', 'hazard', 'freezingNoHeat', [out, first(call, 'freezing')]);
  if (says(call, 'partialHeat', 'stillHolding'))
    return judged('routine', 'clear', 'noHeat', [first(call, 'partialHeat')]);
  if (vulnerable(call)) return judged('emergency', 'keyword', 'noHeat', [out, vulnerable(call)]);
  if (degrees >= 60 && degrees < 200) return judged('routine', 'clear', 'noHeat', [out]);
  if (degrees >= 33 && degrees < 60) return judged('ambiguous', 'unclear', 'noHeat', [out]);
  return judged('emergency', 'keyword', 'noHeat', [out]);
}

const vulnerable = (call: Call): Heard | undefined =>
  first(call, 'elderly') ?? first(call, 'baby') ?? first(call, 'medical') ?? first(call, 'child');

function cooling(call: Call, context: TriageContext): Judgement | undefined {
  const out = first(call, 'noCooling');
  if (!out) return undefined;
  const hottest = Math.max(
    context.outdoorTempF ?? 0,
    ...call.temperatures.map((each) => (each.place === 'indoors' ? each.degrees + 5 : each.degrees)),
  );
  if (vulnerable(call) || says(call, 'heatIllness', 'extremeHeat') || hottest >= 100)
    return judged('emergency', 'hazard', 'noCooling', [out, vulnerable(call)]);
  if (says(call, 'stillHolding')) return judged('routine', 'clear', 'noCooling', [first(call, 'stillHolding')]);
  return judged('ambiguous', 'unclear', 'noCooling', [out]);
}

function losses(call: Call): Judgement | undefined {
  const lost = ['noWater', 'noHotWater', 'onlyToilet', 'noPower'].find((signal) => says(call, signal));
  if (!lost || says(call, 'otherFixture')) return undefined;
  if (vulnerable(call)) return judged('emergency', 'keyword', lost, [first(call, lost), vulnerable(call)]);
  return judged('ambiguous', 'unclear', lost, [first(call, lost)]);
}

/** "Do you handle gas leaks?" with nothing reported or denied. */
function askedAbout(call: Call): Judgement | undefined {
  const asked = [...LIFE_SAFETY, ...MOVING_WATER].find((signal) => first(call, signal, 'asked'));
  return asked && !says(call, 'maintenance', 'quote')
    ? judged('ambiguous', 'unclear', asked, [first(call, asked, 'asked')])
    : undefined;
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
  'noRush',
  'weirdNoise',
  'inquiry',
];
const UNCLEAR = ['flicker', 'breakerTrips', 'waterLeak', 'stain'];

function routine(call: Call): Judgement | undefined {
  const doubt = UNCLEAR.find((signal) => says(call, signal));
  if (doubt && !says(call, 'noRush', 'quote', 'scheduling', 'waterMinor', 'isolated'))
    return judged('ambiguous', 'unclear', doubt, [first(call, doubt)]);
  const topic = ROUTINE.find((signal) => says(call, signal));
  return topic ? judged('routine', 'clear', topic, [first(call, topic)]) : undefined;
}

const unclear = (call: Call): Judgement => judged('ambiguous', 'unclear', 'unknown', [first(call, 'vague')]);
