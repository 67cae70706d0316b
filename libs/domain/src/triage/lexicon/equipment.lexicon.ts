import type { Words } from '../language/lexicon.js';

/** Which trade owns what, and the loss of what a home can't be without. */
export const EQUIPMENT: Words = {
  plumbingThing:
    'water heater, hot water heater, tankless, pipe, drain, toilet, faucet, sink, tub, bathtub, shower, sewer, sewage, septic, sump pump, sump, well pump, water softener, garbage disposal, disposal, plumbing, plumber, hose bib, spigot, water main, main line, water line, leak, water pressure, repipe, backflow, water filter, hot water, water, clog, commode, sprinkler, gas line, shut off valve, valve, dishwasher, washing machine, ice maker, bidet, urinal, ejector, pressure tank, hydro jet, cleanout, rooter, snake, calentador, tuberia, inodoro, fregadero, llave, plomero, flapper, grease trap, bathroom, softener, reverse osmosis, recirculation, shower head, anode rod, shower valve',
  hvacThing:
    'furnace, boiler, heat pump, heater, heat, heating, ac, a c, air conditioner, air conditioning, hvac, thermostat, duct, ductwork, vent, cooling, mini split, air handler, condenser, refrigerant, freon, compressor, air filter, radiator, central air, humidifier, dehumidifier, blower, calefaccion, aire acondicionado, aire, ac unit, evaporator coil, coil, chimney, flue, carbon monoxide, co detector, swamp cooler, indoor air quality, air purifier, uv light, baseboard, fan coil, condensate, filter, nest, ecobee, warm air, cold air, air flow, airflow, registers, zone valve, gas fireplace, fireplace, ignitor, igniter, flame sensor, inducer',
  electricalThing:
    'outlet, breaker, panel, electrician, electrical, wiring, wire, switch, light, lights, ceiling fan, circuit, fuse, generator, ev charger, car charger, tesla charger, wall charger, power, electric, electricity, gfci, recessed lights, chandelier, fixture, dimmer, spark, smoke detector, smoke alarm, doorbell, electricista, luz, enchufe, surge protector, sub panel, meter base, knob and tube, lighting, landscape lights, hot tub wiring, flood light, floodlight, motion light, can lights, receptacle, arc, transformer, outlets, solar',
  'waterHeater!':
    'water heater, hot water heater, hot water tank, tankless water heater, calentador de agua, boiler de agua, water heaters',
  'waterPlace!':
    'water softener, water filter, water pressure, water bill, water company, water meter, water treatment, water test, water quality, water department, water main replacement, water tank, water bottle, water dispenser, water fountain, water garden, water feature, watering',
  'rainOutside!': 'pouring rain, pour rain, raining outside, rain outside, rain hard outside, raining cats and dogs',
  'floodNeutral!':
    'flood light, flood lights, floodlight, floodlights, flooded with calls, flood of calls, flood insurance, flood zone, flooded with, flood of, flood plain, flood the market, flooded the market, flooded market, flood sensor, flood alarm, flood restoration quote, flooded with work, flooded with emails, flood my inbox, flash flood warning, flash flood watch, flooded engine, flood damage restoration franchise, flood vent',
  'burnNeutral!':
    'burning question, burn question, heart burn, heartburn, burned out, burnt out on, burn a hole, money to burn, sunburn, burned bridges, burn through money, burning a hole, burned by a contractor, got burned by, been burned, been burned before, burned by the last',
  'hotNeutral!': 'hot deal, hot lead, hot mess, hot tub, hot topic, hot dog, hot water heater',
  'heatNeutral!':
    'heat pump quote, heat lamp, heat tape, heat gun, emergency heat, aux heat, auxiliary heat, heat of the moment',
  noWater:
    'no water, no running water, do not have water, do not have any water, have no water, without water, water stop, no water at all, no water pressure at all, nothing come out of the faucet, nothing come out, nothing out of the tap, water be out, not have water, not have any water, lost water, lose water, no water come out, faucets are dry, no hay agua, no tengo agua, sin agua, water go out, water quit, water will not come on, taps are dry, tap be dry, well be dry, well pump die, well pump quit, well pump stop, well pump go out, well pump be not work, well pump fail',
  noHotWater:
    'no hot water, do not have hot water, do not have any hot water, have no hot water, without hot water, hot water be out, run out of hot water, hot water run out, water be cold, only cold water, cold shower, cold showers, water heater go out, water heater quit, water heater die, water heater stop, water heater be not work, water heater do not work, water heater will not light, water heater be out, hot water stop, hot water go out, water heater pilot, not get hot water, not get any hot water, lost hot water, lose hot water, no hay agua caliente, no sale agua caliente, sin agua caliente, no tengo agua caliente, water will not get hot, water do not get hot, water never get hot, hot water quit, not have hot water, not have any hot water, ice cold shower, water heater break, water heater shut off, water heater will not stay lit, hot water heater go out, water be not get hot, water be ice cold, hot water heater quit, hot water be not work',
  onlyToilet:
    'only toilet, only bathroom, only one toilet, only have one toilet, only one bathroom, only have one bathroom, one toilet in the house, one bathroom, no other toilet, our one toilet, my one toilet, single bathroom, neither toilet, both toilets, no working toilet, can not use the bathroom, can not use the toilet, nowhere to go, all the toilets, none of the toilets, can not flush any, both bathrooms, just the one toilet, just one bathroom, one bathroom house, sole toilet, unico bano, un solo bano, solo tengo un bano, no toilet',
  otherFixture:
    'other bathroom, another bathroom, other toilet, second bathroom, another toilet, have a second, have two other, downstairs bathroom work, upstairs bathroom work, use the other, using the other, other one work, guest bathroom work, spare bathroom, half bath, other bath, have another, other sink, master bath work, second toilet',
  vague:
    'something wrong, something be wrong, something be off, act up, acting up, problem with, issue with, trouble with, having trouble, have an issue, have a problem, not right, weird, strange, not sure what, do not know what, need help with, need someone to look, need somebody to look, look at my, not work right, not act right, something go on, something happen, help with, broken, break, funny, not work, do not work, stop work, messed up, going on with, go bad, help, be not right',
  clarifyWait:
    'can it wait, could it wait, can wait, could wait, can this wait, wait until, wait till, okay until morning, hold until, until the morning okay, or tomorrow, or in the morning, be tomorrow okay, be tomorrow morning okay, would tomorrow, wait for the morning, hold off until, ok until tomorrow, next business day, be morning fine, are you okay waiting, puede esperar',
  clarifyTonight:
    'need attention tonight, something that need attention, need someone tonight, need somebody tonight, need someone out tonight, someone out tonight, be this an emergency, be it an emergency, be that an emergency, consider this an emergency, need it tonight, need help tonight, need us tonight, need a tech tonight, need a technician tonight, come out tonight, looked at tonight, taken care of tonight, be it urgent, be this urgent, how urgent, need service tonight, right away, need to be see tonight, handled tonight, tonight or, atencion esta noche, need a visit tonight, need to be tonight, dispatch someone tonight, send someone tonight, attention right now, right now or',
  answerWait:
    'wait, morning, tomorrow, monday, next week, no rush, manana, weekday, later, business hours, whenever, next day, couple days, few days, office hour, can hold, hold off, lunes, hold until',
  answerTonight:
    'tonight, now, emergency, esta noche, ahora, right away, immediately, asap, as soon as possible, soon as you can, tonite, right now, today, urgent, before morning, need someone, need somebody, can not wait, hoy, come now, yes tonight, sooner the better, soon as possible, first one',
  question:
    'do you, are you, be you, be there, be the, be anyone, be anybody, have you, did you, do the, do it, be it, be your, be that, can you, be water, do anyone, do your, any',
  sickDetail: 'in bed, flu shot, sick day',
};
