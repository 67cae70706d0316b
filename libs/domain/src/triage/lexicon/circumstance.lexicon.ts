import type { Words } from '../language/lexicon.js';

/** What stands beside a word of danger and takes the danger out of it, or puts it in. */
export const CIRCUMSTANCES: Words = {
  soundWord: 'sound, noise, hum, click, tap, tapping, scratch, knock, thump, rattle, voice, music, groan, squeak',
  wePour:
    'i pour, we pour, you pour, they pour, to pour, pour a, pour boiling, pour hot, pour some, pour bleach, pour draino, pour concrete, pour the, =poured, can pour, should pour, could pour, pour for',
  onDisplay:
    'battery, icon, pull chain, night light, nightlight, wi fi, wifi, code, little picture, tiny picture, symbol, screen, display, reminder, filter light, message',
  barelyRuns:
    'all the way, trickle, down the drain, refill, fill itself, easy, on the gravel, a drop, cup a day, every hour, into the sink, in the sink',
  ofTime: 'dollar, bucks, o clock, mark, for sale, off',
  thermometer:
    'degree, degrees, fahrenheit, thermometer, baby monitor, baby, blood, thermostat, water meter, gas meter, electric meter, meter reader',
  besideHeat: 'humidifier, filter light, my legs, my feet, wifi, app',
  detectorSays: 'read, reading, show, display, measure, detect, register, say, up to, hit, number, marca, dice',
  vent: 'vent, register, blower, radiator, baseboard, air, fan, burner, boiler, furnace',
  coldAir: 'cold, cool, chilly, freezing, stone cold, ice cold, nothing come out, frio',
  'coldHome~':
    'house be cold, house be chilly, whole house be cold, whole house be chilly, house be get cold, cold in here, cold in the house, everything be cold, nothing start, not make hot, no fire, burner be not come on, burner will not come on, burner not light, house be freeze, house be like outdoors, apartment be cold, nothing come on, boiler be silent, furnace be silent, lose heat, lose the furnace, lose the boiler, lose our heat, furnace go to sleep, will not make heat, no steam, house be not warm, not warm the house, just sit there, casa esta fria, hace frio adentro',
  'coldHome!': 'degree an hour, couple degree an hour, few degree an hour, two degree an hour, three degree an hour',
  standIn:
    'space heater, wood stove, woodstove, fireplace, oven open, stove open, open oven, oven door, electric blanket, heating pad, sweater, sleeping bag, sleeping bags, blanket, coat, coats, kerosene heater',
  'ticking!':
    'kick off and on, kick on and off, when it kick off, when it shut off, when it turn off, when it stop, each time it shut off, every time it shut off, when it cut off, before it shut off, after it shut off, when it quit run, when it cycle off',
  medical:
    'bypass, oxigen, del corazon, pacemaker, transplant, breathing machine, feeding pump, feeding tube, nebulizer, open heart, get ms, i be ms, lupus, als, sickle cell, cystic fibrosis, just out of surgery, home from surgery, home from the hospital, iv, on hospice, tracheostomy, trach, life support, quadriplegic, paralyzed, pulmonary, emphysema',
  baby: 'premie, preemie, nick you, nicu, high risk pregnancy, nena, nene, bebita, third trimester, about to deliver, baby shower next week',
  inLight:
    'in the recess light, in the recessed light, in all the light, in my light, out of the light, out of my light, out of the can light, out of a light, from the light fixture, through the light, inside the lamp, in the lamp, out of the fan, out of the ceiling fan, out of the smoke detector, out of the breaker box, out of the outlet, out of the panel, on the panel, on my panel, on the breaker box, onto the panel, onto the breaker box, on my fuse box, on the fuse box, behind the fuse box, behind the panel',
  sounding:
    'alarm be =going and, wall be =going, thing be =going, hall be =going, four quick one, four quick ones, in fours',
  coDanger: 'signal, scare',
  unrepaired:
    'never do have, never do get anyone, never do get anybody, nobody be out, nobody have come, nobody have look, nobody come, nobody see it, nobody ever check, no one ever check, no one be out, not have it see to, not have anybody, never have anybody, never have anyone, never do anything, not do anything about, without anything be do, not have it fix, have not have it, we do not call, do not call anyone, did not call anybody, have not call a soul, have not call anyone, nobody been, just stop use, stop using it, stopped using it, we never do, never did get, nadie ha venido, nunca lo arreglamos, never call anyone, never called anyone, never call anybody, nobody ever look, nobody be ever out, nobody have be out, nobody have ever be out, never have it look, never have it check, never get it look, never look at, never be look, put tape on it, tape it up, tape over it, just tape it, have not have it look, have not be look, not be check, no one have look, nobody come out, still in there, never replace, never change it, nadie lo ha revisado',
  'lightVerb!':
    'light the furnace, light the pilot, light the burner, light the stove, light the boiler, light the heater, i light it, i light the, light it up, to light it, we light it',
  'shockNeutral!': 'shock on my face, shock on his face, shock on her face, look of shock, shock of seeing the',
  waterStopped:
    'bone dry now, floor be dry now, floor be dry, all dry now, everything be dry, nothing be wet, no wet anywhere, not a drop now, get it =stopped, have it =stopped, bone dry and',
  isolated:
    'turn the little valve, close its tap, shut its tap, shut off its tap, turn the stop under, turn the stop behind, close the stop under, valve under the toilet be off, leave it off, stays off, stay off and it be dry',
  dust: 'dust, dusty, first time',
  coName: 'see oh, sea oh, see oh thing, see oh two',
  bareAir: 'air, cooler, aire, climatiseur, air con',
  airMoves:
    'pressure, hose, compressor, bubble, brake, tire, mattress, line, fryer, bag, filter, force, gap, freshener, cleaner, purifier, duct',
  noHotWater:
    'no hot this, no hot anywhere, no hot at, no hot in, no hot for, hot side quit, hot be go, have no hot, hot quit, tank give up, everything come out cold, come out cold, no agua caliente',
  hvacThing:
    'rooftop unit, package unit, roof top unit, geothermal, checkup, check up, air machine, zoning, afue, chiller, monoxide detector, gas logs, oil tank, oil burner, air con, caldera, furniss, cooler, humidity, aircon, heat strip, mini split, zone damper, dampers, ac plan, service plan, yearly plan, grille, register',
  plumbingThing:
    'rough in, roughed in, well pump, well system, well water, on a well, well test, repipe, re pipe, kohler, moen, delta, shampoo bowl, drinking fountain, bath remodel, hall bath, powder room, half bath, hot and cold, leak detection, water bill, winterize, lead service line, de winterize, flushable, backflow, water test, vanity, trap, urinal, spigot, coffee bar, bidet, mop sink',
  officeCaller:
    'adjuster, permit desk, permits calling, county permit, inspector, inspections, supply house, delivery, freight, reporter, fourth grade, school report, hiring, resume, look for work, answering service, certificate, subpoena, lawyer, returning your call, postcard, threader, certified, building department, county, plan review, left his, campaign, looking for work, apprentice, my resume, job opening, position',
  boilerRoom:
    'mechanical room, mechanical closet, wall unit, rooftop unit, unit heater, gas log, gas logs, log set, gas insert, furniss, furnish, fern is, rooftop, package unit, brooder, heater closet',
  waterHeater:
    'tank less, heater for the shower, boiler del agua, heater for the water, heater of water, calentador de agua, the tank',
  gasLine:
    'tanque de propano, tubito amarillo, tubo amarillo, manguera del propano, log lighter, flex line back of the oven',
  gasLeakWord: 'echando gas, silbando el gas, silba el gas, sale propano',
  heatSystem: 'fur ness',
  hiss: 'silbar, silba, silbando, chiflando, sisea, ssss, sssss, psss, pssst, pfff',
  gasEscapes: 'silba, silbando, chiflando, echando gas',
};
