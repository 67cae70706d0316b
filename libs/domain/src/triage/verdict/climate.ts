import type { Temperature } from '../language/temperatures.js';
import type { TriageContext } from '../triage.types.js';
import { callerNames, first, says } from './call.js';
import type { Call, Heard } from './call.js';
import { judged, vulnerable } from './judgement.js';
import type { Judgement } from './judgement.js';

const FREEZING_F = 32;
const COLD_INSIDE_F = 54;
// In a frost nobody keeps a house as cool as this who has heat.
const CHILLED_INSIDE_F = 58;
const WARM_INSIDE_F = 66;
const MILD_F = 60;
// No heat at this temperature may be a heat pump that its owner calls the AC.
const CHILLY_F = 40;
const COOL_INSIDE_F = 76;
// Fewer degrees in a house are a difference: "three degrees off".
const LEAST_INSIDE_F = 34;
const UNKNOWN_F = 999;
const HOT_OUTSIDE_F = 100;
const HOT_INSIDE_F = 95;

/** Labelling rule 6. */
export function judgeHeat(call: Call, context: TriageContext): Judgement | undefined {
  const out = first(call, 'noHeat') ?? heatMissed(call, context);
  // On a warm day nobody means the furnace by "the unit", and "sick from the heat" speaks of no heating.
  if (!out || (says(call, 'unitOut', 'noCooling') && isWarm(call, context))) return undefined;
  return judgePartial(call, context) ?? judgeLostHeat(call, out, context);
}

function heatMissed(call: Call, context: TriageContext): Heard | undefined {
  const coldest = coldestOutside(call, context);
  if (coldest <= CHILLY_F) return lostInTheCold(call, context);
  // Nobody who has heat keeps a house at fifty, whatever the weather is.
  const isHouse = call.temperatures.some(({ degrees, place }) => place === 'indoors' && degrees >= LEAST_INSIDE_F);
  return coldest === UNKNOWN_F && isHouse ? coldHouse(call, context) : undefined;
}

/** On a cold day "the AC is out" is a heat pump, and cold air from the vents or a cold house is the heat. */
const lostInTheCold = (call: Call, context: TriageContext): Heard | undefined =>
  first(call, 'noCooling') ??
  coldHouse(call, context) ??
  (runsFine(call) || isWarmInside(call) ? undefined : (first(call, 'coldHome') ?? unitOut(call, context)));

/** "The big unit won't come on": on a day of frost it is the one that heats; "the radiators are stone cold" is no lost heat in May. */
const unitOut = (call: Call, context: TriageContext): Heard | undefined =>
  isFreezingOutside(call, context) ? (first(call, 'unitOut') ?? heatIdle(call)) : undefined;

/** A pilot that is out where something smells is no matter of the cold. */
const heatIdle = (call: Call): Heard | undefined =>
  says(call, 'smellSign') || callerNames(call, 'foulSmell') ? undefined : first(call, 'heatIdle');

/** "We're fine, we have sweaters" is said of people, and no furnace runs by it. */
const runsFine = (call: Call): boolean =>
  (call.heard.get('workingFine') ?? []).some((heard) => heard.standing === 'live' && !isOfPeople(heard, call));

const isOfPeople = ({ turn, start, end }: Heard, { turns }: Call): boolean => {
  const said = turns[turn]?.text.slice(start, end).toLowerCase() ?? '';
  return PERSONS.some((person) => said.startsWith(person));
};

const PERSONS = ['we', 'they', 'he', 'she', "i'm", 'im ', 'i am'];

/** "We woke up to forty-eight degrees inside": on a cold day the thermometer tells what nobody said of the heat. */
function coldHouse(call: Call, context: TriageContext): Heard | undefined {
  if (says(call, 'stillHolding') || runsFine(call)) return undefined;
  return thermometer(call, (each) => isInsideBelow(each, chill(call, context), context));
}

const chill = (call: Call, context: TriageContext): number =>
  isFreezingOutside(call, context) ? CHILLED_INSIDE_F : COLD_INSIDE_F;

/** Weak heat, or one cold room in a warm house. */
function judgePartial(call: Call, context: TriageContext): Judgement | undefined {
  if (isHeatGone(call, context)) return undefined;
  const partial = first(call, 'partialHeat') ?? first(call, 'stillHolding');
  return partial && !isChilledInside(call, context) ? judged('routine', 'clear', 'partialHeat', [partial]) : undefined;
}

/**
 * A room kept warm by a stove or a space heater says nothing for the furnace, nor does the back bedroom in which somebody
 * lies sick: in a frost their heat is out.
 */
const isHeatGone = (call: Call, context: TriageContext): boolean =>
  says(call, 'noHeat') &&
  (says(call, 'standIn') ||
    (isFreezingOutside(call, context) && !isWarmInside(call) && vulnerable(call) !== undefined));

function judgeLostHeat(call: Call, out: Heard, context: TriageContext): Judgement {
  if (isFreezing(call, context))
    return judged('emergency', 'hazard', 'freezingNoHeat', [out, first(call, 'freezing'), coldNamed(call)]);
  const frail = vulnerable(call);
  return frail
    ? judged('emergency', 'keyword', 'noHeat', [out, frail])
    : judgeByTemperature(call, out, coldestOutside(call, context));
}

/** The temperature that makes it freezing, in the caller's words. */
const coldNamed = (call: Call): Heard | undefined =>
  thermometer(call, ({ degrees, place }) => degrees <= (place === 'indoors' ? COLD_INSIDE_F : FREEZING_F));

function thermometer(call: Call, reads: (temperature: Temperature) => boolean): Heard | undefined {
  const named = call.temperatures.find(reads);
  return (
    named && {
      signal: 'thermometer',
      rule: `thermometer: ${named.degrees} °F`,
      standing: 'live',
      turn: named.turn,
      start: named.start,
      end: named.end,
    }
  );
}

/** In mild weather no house cools to fifty for want of heat, and "it's freezing in here" is a manner of speaking. */
const isFreezing = (call: Call, context: TriageContext): boolean =>
  isFreezingOutside(call, context) ||
  (!isMildOutside(call, context) && (isColdInside(call, context) || says(call, 'freezing')));

const isMild = (coldest: number): boolean => coldest >= MILD_F && coldest < UNKNOWN_F;

function judgeByTemperature(call: Call, out: Heard, coldest: number): Judgement {
  if (coldest < MILD_F) return judged('ambiguous', 'unclear', 'noHeat', [out]);
  const season = first(call, 'warmSeason');
  if (coldest < UNKNOWN_F || season) return judged('routine', 'clear', 'noHeat', [out, season]);
  return judged('emergency', 'keyword', 'noHeat', [out]);
}

/** No pipe freezes and nobody either: the weather is known to be above freezing, or the house to be warm. */
export const isAboveFreezing = (call: Call, context: TriageContext): boolean => {
  const coldest = coldestOutside(call, context);
  return (coldest > FREEZING_F && coldest < UNKNOWN_F) || isWarmInside(call);
};

const isWarmInside = (call: Call): boolean =>
  call.temperatures.some((each) => each.place === 'indoors' && each.degrees >= WARM_INSIDE_F);

/** So warm outside that no pipe is frozen but the air conditioner's. */
export const isMildOutside = (call: Call, context: TriageContext): boolean => isMild(coldestOutside(call, context));

/** It freezes outside, by the thermometer. */
export const isFreezingOutside = (call: Call, context: TriageContext): boolean =>
  coldestOutside(call, context) <= FREEZING_F;

const HARD_FROST_F = 20;

/** A frost that reaches the pipes in the walls. */
export const isHardFrost = (call: Call, context: TriageContext): boolean =>
  coldestOutside(call, context) <= HARD_FROST_F;

/** The lowest temperature outside that is known; far above all weather when none is. */
function coldestOutside(call: Call, context: TriageContext): number {
  const outside = call.temperatures.filter((each) => each.place !== 'indoors').map((each) => each.degrees);
  return Math.min(UNKNOWN_F, context.outdoorTempF ?? UNKNOWN_F, ...outside);
}

const isChilledInside = (call: Call, context: TriageContext): boolean =>
  call.temperatures.some((each) => isInsideBelow(each, chill(call, context), context));

const isColdInside = (call: Call, context: TriageContext): boolean =>
  call.temperatures.some((each) => isInsideBelow(each, COLD_INSIDE_F, context));

/** "We're down to fifty-one": where the weather is known to be colder, it is the house. */
const isInsideBelow = (each: Temperature, limit: number, context: TriageContext): boolean =>
  each.degrees <= limit && (each.place === 'indoors' || (each.degrees >= LEAST_INSIDE_F && isIndoors(each, context)));

/** Labelling rule 7. */
export function judgeCooling(call: Call, context: TriageContext): Judgement | undefined {
  const danger = endangered(call);
  const hot = isDangerouslyHot(call, context);
  const out = coolingLost(call, hot || vulnerable(call) !== undefined) ?? coolingMissed(call, context);
  if (!out) return undefined;
  const isDanger = (danger !== undefined || hot) && !isHeldCool(call);
  return isDanger ? judged('emergency', 'hazard', 'noCooling', [out, danger]) : judgeHolding(call, out);
}

/** Who is endangered by a lost cooling, or already ill of it. */
const endangered = (call: Call): Heard | undefined =>
  vulnerable(call) ?? first(call, 'heatIllness') ?? first(call, 'extremeHeat');

function judgeHolding(call: Call, out: Heard): Judgement {
  const holding = first(call, 'stillHolding');
  return holding
    ? judged('routine', 'clear', 'noCooling', [holding])
    : judged('ambiguous', 'unclear', 'noCooling', [out]);
}

/** Lost, or too weak for those it is needed for; a "heater" that fails in a hot house is called by the wrong name. */
function coolingLost(call: Call, needed: boolean): Heard | undefined {
  const weak = needed ? first(call, 'weakCooling') : undefined;
  const misnamed = says(call, 'hotHouse') ? first(call, 'noHeat') : undefined;
  return first(call, 'noCooling') ?? weak ?? misnamed;
}

const WARM_OUTSIDE_F = 75;

const isWarm = (call: Call, { outdoorTempF }: TriageContext): boolean =>
  outdoorTempF === undefined
    ? call.temperatures.some(({ degrees, place }) => place !== 'outdoors' && degrees > COOL_INSIDE_F)
    : outdoorTempF >= WARM_OUTSIDE_F;

/** "The unit on the roof quit": in warm weather it is the one that cools. */
const coolingMissed = (call: Call, context: TriageContext): Heard | undefined =>
  (isWarm(call, context) ? (first(call, 'unitOut') ?? first(call, 'coolIdle')) : undefined) ??
  roomOfHeat(call, context);

const UNCOOLED_INSIDE_F = 86;

/** A house of eighty-nine has lost its cooling, whether or not anybody says so; so has one like an oven on a hot day. */
function roomOfHeat(call: Call, context: TriageContext): Heard | undefined {
  if (says(call, 'stillHolding') || runsFine(call)) return undefined;
  const oven = isWarm(call, context) && vulnerable(call) ? first(call, 'hotHouse') : undefined;
  return oven ?? thermometer(call, (each) => isIndoors(each, context) && each.degrees >= UNCOOLED_INSIDE_F);
}

/** The cooling still holds the house, and the thermometer bears it out. */
const isHeldCool = (call: Call): boolean =>
  says(call, 'stillHolding') &&
  call.temperatures.some(({ degrees, place }) => place === 'indoors' && degrees <= COOL_INSIDE_F);

const isDangerouslyHot = (call: Call, context: TriageContext): boolean =>
  (context.outdoorTempF ?? 0) >= HOT_OUTSIDE_F ||
  call.temperatures.some((each) => each.degrees >= (isIndoors(each, context) ? HOT_INSIDE_F : HOT_OUTSIDE_F));

const SAME_WEATHER_F = 5;

/** "The thermometer says ninety-five": when the weather is known to be otherwise, it hangs indoors. */
const isIndoors = ({ place, degrees }: Temperature, { outdoorTempF }: TriageContext): boolean =>
  place === 'indoors' ||
  (place === 'unknown' && outdoorTempF !== undefined && Math.abs(outdoorTempF - degrees) > SAME_WEATHER_F);
