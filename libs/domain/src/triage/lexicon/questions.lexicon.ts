import type { Words } from '../language/lexicon.js';

/** What the agent asks after: a bare answer says the rest. */
export const QUESTIONS: Words = {
  coAnswer: '=co, carbon monoxide, monoxide',
  'undecided~':
    'up to you, leave it up to you, leave that up to you, you tell me, you be the expert, search me, it depends, that depends, depend on, whichever be cheaper, whichever, have to ask, let me ask, i will ask, ask my, let me think, let me talk, need to think, what would you do, what do people, what do you recommend, what do you think, be it bad, hard to say, who know, who be to say, usted que dice, usted digame, no sabria decir, dejeme pensar, depende, eso queria preguntar',
  barely: 'barely, hardly, scarcely, just barely, apenas',
  arrangeAsk:
    'which day, what day, what time, which time, when can, when could, when would, when should, when be good, when be you, when be somebody, when be someone, time suit, day suit, suit you, work for you, time work, day work, morning or afternoon, set up a visit, set up a time, set you up, put you down, book you, book a, book it, schedule, appointment, send somebody, send someone, send a man, send a tech, send a plumber, send an electrician, call you back, call back, callback, reach you, phone number, best number, good number, your number, your name, your address, the address, what address, which street, what street, which town, what town, zip, gate code, door code, let him in, let them in, let us in, any dog, your dog, any pet, park, parking, email, own or rent, rent the, rent it, use us before, call us before, be with us before, hear about us, a customer, anything else, else i can, que dia, que hora, a que hora, su nombre, su direccion, su numero, una cita, algo mas',
  recap:
    'how often, how long have, how long be, how long your, since when, when do the, when do your, when do it, which outlet, which light, which room, which drain, which faucet, which toilet, which pipe, which breaker, which rooms be, what be the furnace, what be the heater, what be the ac, what be the boiler, what be the water heater, what be wrong with the, what be wrong with your, what be it that be, what be go on with, tell me what the, you say, you mention, you tell me, i understand the, i understand your, i hear the, sorry the, sorry your, sorry to hear, and the, how many outlet, how many of the, desde cuando, cuanto tiempo lleva, que le pasa, dice que, entiendo que, me dice que',
  runningAsk:
    'drip or run, drip or pour, leak or drip, fast or slow, water still run, water still come, still leak, still flow, still spray, still run, water run, water be run, still come out, spread, leak right now, active leak, still drip, actively, still come, coming in right now, sale agua, still gush, still overflow, still rise, still coming up, still come through, still pour, still come down, still move, still go on the floor, sigue saliendo, sigue tirando, se sigue saliendo',
  stoppedAsk:
    'have it stop, do it stop, do that stop, have the water stop, do the water stop, do that stop it, do close it stop, do closing that valve stop, stop the leak, stop the water, stop the flow, be it contain, be it under control, do that do it, do that take care, be it off now, ya paro, se detuvo, dejo de salir',
  heatAsk:
    'heat run, heat work, heat on, heat come on, furnace run, have heat, have any heat, any heat, get heat, get any heat, heat in the house, furnace work, boiler run, warm air, calefaccion, heat at all, any warmth, heat come out, heat anywhere, make heat, make any heat, put out heat, put out any heat, any warm air, warm air at all, it heat at all, heat up at all, get warm at all, calienta algo, sale aire caliente',
  coolAsk:
    'cool at all, any cool air, cool air, cold air, ac run, cooling at all, get any cool, any cool, ac work, air work, it cool any, it cool, blow cold, make cold, put out cold, any cold air, air come on, ac come on, ac on, sale aire frio, enfria',
  waterAsk:
    'have water, have any water, have running water, get water, get any water, water at all, water anywhere, any water in the house, water in the house, other faucet work, any of the faucet work, tiene agua en la casa, tienen agua',
  hotWaterAsk:
    'have hot water, have any hot water, get hot water, any hot water, hot water at all, hot water anywhere, tiene agua caliente, hay agua caliente',
  powerAsk:
    'have power, have any power, get power, any power, power at all, lights work, light come on, tiene luz, hay luz',
  tempAsk:
    'temperature, how cold, how hot, how warm, thermostat read, thermostat say, degrees, temp, how chilly, thermometer, how much be it inside, what be it outside, how about outside, what about outside, and outside, what be it like outside, what be it outside, how about outside, what about outside, and outside, what be it inside, what be it in there, what be it down to, what do it read, what be it read, be it cold out, cold outside, cold where you be, temperatura, que tan frio, que tanto frio, que tan caliente, cuantos grados, a cuanto esta',
  outdoors:
    'cold out, cold where, where you be, like out, hot out, afuera, cold be it by you, by you, out your way, by your house',
  ageAsk:
    'how old be you, how old be he, how old be she, how old be they, how old be the baby, how old be the child, how old be the kid, how old be your, how old be everyone, how old be everybody, ask how old, your age, his age, her age, their age, what age, age of the, age be you, age be he, age be she, que edad, cuantos anos tiene, cuantos anos tienes, ask your age, how many month, how many week, how far along',
  frailAsk:
    'hard on, at risk, vulnerable, can not take the heat, can not take the cold, can not handle the heat, can not handle the cold, can not tolerate, special need, who need the heat, who need the cool, sensitive to, fragile, frail, high risk, particular risk, i should know about, we should know about, health concern, health issue, health condition, delicado, delicada, vulnerable, en riesgo',
  askBe:
    'be the, be your, be it, be all the, be all of the, be both, be the whole, you say the, you say your, you mention the, you mention your, sorry the, sorry your, esta la, esta el',
  bareOut:
    'out, off, down, dead, not work, not run, not come on, quit, stop, stop work, gone, apagado, apagada, descompuesto, descompuesta',
};
