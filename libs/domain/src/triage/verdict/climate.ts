import type { TriageContext } from '../triage.types.js';
import { first, says } from './call.js';
import type { Call, Heard } from './call.js';
import { judged, vulnerable } from './judgement.js';
import type { Judgement } from './judgement.js';

const FREEZING_F = 32;
const COLD_INSIDE_F = 54;
const MILD_F = 60;
const HOT_OUTSIDE_F = 100;
const HOT_INSIDE_F = 95;

/** Labelling rule 6. */
export function judgeHeat(call: Call, context: TriageContext): Judgement | undefined {
  const coldest = coldestOutside(call, context);
  const out = first(call, 'noHeat') ?? (coldest !== undefined && coldest <= 40 ? first(call, 'noCooling') : undefined);
  if (!out) return undefined;
  const cold = (coldest !== undefined && coldest <= FREEZING_F) || isColdInside(call) || says(call, 'freezing');
  const partial = first(call, 'partialHeat') ?? first(call, 'stillHolding');
  if (partial && !isColdInside(call)) return judged('routine', 'clear', 'partialHeat', [partial]);
  if (cold) return judged('emergency', 'hazard', 'freezingNoHeat', [out, first(call, 'freezing')]);
  if (vulnerable(call)) return judged('emergency', 'keyword', 'noHeat', [out, vulnerable(call)]);
  if (coldest === undefined && says(call, 'warmSeason'))
    return judged('routine', 'clear', 'noHeat', [out, first(call, 'warmSeason')]);
  return judgeByTemperature(out, coldest);
}

function judgeByTemperature(out: Heard, coldest: number | undefined): Judgement {
  if (coldest !== undefined && coldest >= MILD_F) return judged('routine', 'clear', 'noHeat', [out]);
  if (coldest !== undefined) return judged('ambiguous', 'unclear', 'noHeat', [out]);
  return judged('emergency', 'keyword', 'noHeat', [out]);
}

function coldestOutside(call: Call, context: TriageContext): number | undefined {
  const outside = call.temperatures.filter((each) => each.place !== 'indoors').map((each) => each.degrees);
  if (context.outdoorTempF !== undefined) outside.push(context.outdoorTempF);
  return outside.length > 0 ? Math.min(...outside) : undefined;
}

const isColdInside = (call: Call): boolean =>
  call.temperatures.some((each) => each.place === 'indoors' && each.degrees <= COLD_INSIDE_F);

/** Labelling rule 7. */
export function judgeCooling(call: Call, context: TriageContext): Judgement | undefined {
  const hot = isDangerouslyHot(call, context) || vulnerable(call) !== undefined;
  const out =
    first(call, 'noCooling') ??
    (hot ? first(call, 'weakCooling') : undefined) ??
    (says(call, 'hotHouse') ? first(call, 'noHeat') : undefined);
  if (!out) return undefined;
  const danger = vulnerable(call) ?? first(call, 'heatIllness') ?? first(call, 'extremeHeat');
  if (danger || hot) return judged('emergency', 'hazard', 'noCooling', [out, danger]);
  const holding = first(call, 'stillHolding');
  return holding
    ? judged('routine', 'clear', 'noCooling', [holding])
    : judged('ambiguous', 'unclear', 'noCooling', [out]);
}

const isDangerouslyHot = (call: Call, context: TriageContext): boolean =>
  (context.outdoorTempF ?? 0) >= HOT_OUTSIDE_F ||
  call.temperatures.some((each) => each.degrees >= (each.place === 'indoors' ? HOT_INSIDE_F : HOT_OUTSIDE_F));
