import type { Words } from '../language/lexicon.js';

/** Fuel gas and carbon monoxide. */
export const GAS_AND_CO: Words = {
  gas: 'gas, natural gas, propane, lp gas, lpg, methane, butane, gass, gaz, mercaptan, gas fume, raw gas, fuel gas, gasoline',
  smell:
    'smell, odor, stink, reek, whiff, scent, stench, fume, aroma, huele, olor, oler, hedor, sniff, stinky, smelly, pong',
  rotten:
    'rotten egg, rotten eggs, rotten egg, rotting egg, bad egg, spoil egg, sulfur, egg smell, eggy, smell egg, boil egg, stink bomb, huevo podrido, huevos podridos, azufre, old egg, bad cabbage, bad onion, bad onions, onions go bad, onions gone bad, onion go bad, rotten onion, rotten onions, spoil onion, spoiled onions, egg go off, eggs go off, eggs gone off, eggs go bad, stinky egg, stinky eggs, rotten leek, rotten garlic, skunk, skunky, rotten cabbage, bad eggs, polecat, zorrillo, zorrillos',
  gasAppliance:
    'gas stove, gas range, gas furnace, gas water heater, gas fireplace, gas dryer, gas grill, gas boiler, gas oven, gas log, gas heater, gas cooktop, gas appliance, gas unit, gas heat, stove, furnace, water heater, range, boiler, oven, fireplace, dryer, cooktop, heater, hot water tank, hot water heater, meter, pilot, pilot light, burner, estufa, calentador, utility closet, boiler room, mechanical room, furnace room, calenton, cooker, hob, pool heater, fire pit, log set, gas logs, fake logs, log lighter, wall heater, floor furnace, secadora, horno, medidor, caldera',
  gasLine:
    'gas line, gas pipe, gas main, gas meter, gas valve, gas tank, propane tank, propane line, gas hose, gas connection, gas service, gas fitting, gas connector, gas flex, line to the stove, line behind the stove, line to the dryer, meter outside, yellow line, yellow pipe, flex line, black pipe, gas supply, gas cylinder, tanque de gas, tubo de gas, linea de gas, gas shutoff, gas regulator, gas line for, gas line to my, gas line to the, new gas line, gas line install, gas line run, gas hookup, gas cap, gas piping, gas riser, gas union, gas stub, gas cock, gas elbow, gas tee, gas joint',
  gasDamage:
    'leak, cut, hit, break, damage, rupture, nick, puncture, bend, snap, knock, crack, drill, dig, sever, pull, rip, crush, kink, strike, loose, bubble, hiss, run over, back into, disconnected, blow, spray, tore, tear, fuga, fugas, romper, rompio, shear, whistle, blew, nail, saw through, saw into, sawzall',
  gasLeakWord:
    'sale el gas, sale mucho gas, saliendo el gas, sigue saliendo gas, gas leak, leak gas, gas escape, fuga de gas, escape de gas, gas leakage, leaking gas, gas be leak, gas come out, gas pour out, gas in the house, gas in my house, propane leak, gas fume, escapando gas, gas emergency',
  hiss: 'hiss, whistle, whoosh, air escape, escaping air, blowing sound, rush sound, silbido, air leak',
  smellLikeCamp:
    'camp stove, camping stove, coleman stove, lighter fluid, camp fuel, bbq before it light, grill before it light, grill before you light, unlit grill, unlit burner, when you first turn on the stove, when the burner do not light, when the pilot go out, stuff they put in gas, stuff they add to gas, gas they warn, that warning smell, like propane, like a gas station, like gas station, scratch and sniff',
  unlit:
    'do not light, will not light, not lit, unlit, go out, no flame, without a flame, without flame, blow out, click but, keep click, be not light, left on, leave on, left the burner, left the stove, left the knob, knob on, burner on, turn on without, flame out, no ignite, bumped the knob, knob bumped',
  burner:
    'burner, stove, cooktop, range, knob, oven, stovetop, gas stove, gas range, gas oven, gas fireplace, hornilla, estufa',
  groundSigns:
    'dead grass, dead patch, grass be dead, grass be die, grass be brown, grass die, dead vegetation, dead plant, bubble in the puddle, bubble in a puddle, bubble up from the ground, puddle bubble, puddle be bubble, dirt blow, bubble in the yard, bubble over, bubble in the water, bubble where, ground be bubble, bubble from the ground, bubble in the mud, blow dirt, yellow patch, brown patch',
  gasGround: 'gas, gas line, meter, gas meter, propane, line, buried line, gas main, yard',
  'gasNeutral!':
    'gassing on, gassing about, gas bill, gas company, gas station, gas mileage, gas money, gas utility, gas card, gas price, gas guy, gas man, gas people, tear gas, gas tank in my car, gas powered, out of gas, gas pump, gas pedal, gas log, gas cap, gas can in the, gas can for, gas can from, gas =cans, gas and electric, pacific gas, southern california gas, gas fitter, gas piping quote, natural gas company, compania de gas, compania del gas, propane company, propane delivery, no gas in the house, gas conversion, no gas service, gas line install, new gas line, run a gas line, install a gas line, add a gas line, gas line for, gas line to my, gas line extension, gas line permit, extend the gas line, gas line run, gas hookup, gas line replaced, gas line repair quote',
  'gasWaterHeater!':
    'gas water heater, gas hot water heater, gas hot water tank, gas tankless, gas tankless water heater, gas water heaters',
  'gasHvac!':
    'gas furnace, gas boiler, gas heater, gas heat, gas pack, gas heating, gas fired boiler, gas wall heater, gas unit heater, gas fireplace, gas insert',
  'gasKitchen!':
    'gas stove, gas range, gas oven, gas cooktop, gas grill, gas dryer, gas bbq, gas appliance, gas burner',
  allElectric:
    'todo es electrico, todo electrico, toda electrica, casa es electrica, electric house, no gas on our road at all, no gas for miles, no gas on our road, no gas on the road, no gas out here, nothing gas fired, nothing gas, no gas line here, electric water heater, electric farm, all electric, no gas here, no gas at the house, no gas in the house, do not have gas, no gas at all, no gas service, everything be electric, house be electric, total electric, do not even have gas, have no gas, electric everything, everything electric, all of it be electric, stove be electric, no gas out this way, no gas out our way, nothing here run on gas, no gas on this road',
  waterSmell:
    'water smell, well water, smell in the water, water have a smell, water stink, tap water, hot water smell, water have sulfur, sulfur water, water have an odor, shower smell, water taste',
  'coName!': 'seo detector, seo alarm',
  coName:
    'carbon monoxide, monoxide, carbon detector, carbon alarm, carbon monoxide detector, co detector, co alarm, co 2 detector, co2 detector, co2 alarm, co monitor, co sensor, c o detector, c o alarm, see oh detector, see oh alarm, see o alarm, see o detector, sea oh alarm, ceo alarm, ceo detector, co level, co reading, co poisoning, co leak, carbon dioxide, carbon dioxide detector, carbon dioxide alarm, co ppm, co gas, coal detector, monoxido, monoxido de carbono, c o level, the co, co went, co go off, carbon minoxide, carbon machine',
  detector:
    'detector, alarm, sensor, monitor, co thing, monoxide thing, detecter, alarma, carbon thing, plug in thing, thing on the wall, little box, white thing, round thing, nest protect',
  sounding:
    'beep, chirp, go off, going off, sound, ring, blare, scream, screech, trip, shriek, wail, flash, set off, keep go, full alarm, goes off, went off, will not stop, will not shut up, pitar, pitando, sonando, suena, sono, 4 beep, four beep, make noise, make a noise, make that noise, light up, red light, say evacuate, say move to fresh air, activate, squeal, yell, talk to me, say warning, pip, alert, peep, hollering, buzz, have not stop, will not quit, =alarming, hiccup, tweet, squelch, tick off, blip',
  coLevels: 'marca cien, marca ciento, ppm, parts per million, level, elevated, high, positive',
  coDanger: 'poison, leak, fume, exhaust, fill, intoxicacion, high',
  smokeDetector: 'smoke detector, smoke alarm, fire alarm, smoke and co, smoke detecter, detector de humo',
  sick: 'headache, dizzy, dizziness, nauseous, nausea, nauseated, lightheaded, light headed, throw up, vomit, woozy, pass out, groggy, sleepy, drowsy, queasy, migraine, feel funny, feel weird, feel off, feel bad, feel awful, feel terrible, feel ill, not feel well, not feel good, do not feel well, do not feel good, do not feel right, loopy, foggy, puke, head be pound, head hurt, head hurts, pounding head, unconscious, mareado, mareada, mareados, mareo, dolor de cabeza, duele la cabeza, nos duele, vomitando, enfermo, enfermos, nauseas, unwell, feel weak, head ache, head aches, head be hurt, wobbly, tired and, sick to the stomach, killer headache, =fainted, =fainting, feel faint, act confused, acting confused, so confused, out of breath, feel sick, get sick, we be sick, all sick, everyone be sick, everybody be sick, kid be sick, kids be sick, family be sick, make us sick, make me sick, make everyone sick, sick to my stomach, sick and dizzy, dizzy and sick, sick at home',
  severalPeople:
    'we, us, all of us, everyone, everybody, family, whole family, both of us, kid, my wife and i, husband and i, wife and me, my kids, roommate, the dog, cat, whole house, two of us, three of us, each of us, my husband, my wife, my son, my daughter, my baby, everybody in the house, nos, todos, familia, guys, girls, my mom, coworker, employee, customer, tenant, my boys, dog',
  betterAway:
    'minute we be outdoors, minute we be outside, minute we go out, minute we step out, minute we leave, minute i leave, minute i go out, better outside, better when we leave, better when i leave, go away when we leave, go away when i leave, go away outside, fine at work, better at work, feel better when, feel better once, feel better outside, fine when we leave, fine outside, fine once we, away when i go, only at home, only in the house, every time we come home, when we be home, when i be home, when we go outside, step outside, get fresh air, get outside, only happen at home, only inside, better in the fresh air, clears up when, clear up outside, once we get out, once we be outside, goes away at, come home it start, when we come back, once i be out, come home and it start, away from the house, leave the house, soon as we go outside, as soon as we go out, soon as i go outside, outside we be fine, we be fine outside, once outside',
  combustion:
    'furnace, boiler, generator, fireplace, exhaust, chimney, flue, burner, pilot, car in the garage, grill inside, =heating system',
  soot: 'soot, sooty, black dust, black marks, black streak',
  orangeFlame:
    'orange flame, yellow flame, flame be orange, flame be yellow, flame be not blue, orange instead of blue, yellow instead of blue, lazy flame, flame look orange, flame look yellow, flame turn yellow, flame turn orange',
};
