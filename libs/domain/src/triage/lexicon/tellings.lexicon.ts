import type { Words } from '../language/lexicon.js';

/** How callers tell a danger by what it does to the home, to them and to the weather's traces, and what only shares its words. */
export const TELLINGS: Words = {
  gasMoves: 'spray, spew, shoot, be still come, still come, still pour, still blow, be escape, =venting, product vent',
  letLoose:
    'let loose, let go, gave way, give way, come apart, came apart, blew apart, burst, split open, split its side, split along, let herself go, come undone',
  cleanOff: 'clean off, plumb off, sheared off, shot off',
  freshFaucet:
    'faucet, tap, spigot, hose bib, shower valve, shower handle, valve, shutoff, stop valve, supply line, angle stop',
  onionLike:
    'onion, onions, garlic, cabbage, egg, eggs, stinkbug, stink bug, skunk, sulfury, fart, farts, struck match, match, matches, cebolla, huevo',
  furnaceLike:
    'furnace, water heater, hot water heater, gas meter, boiler, log set, gas logs, gas fireplace, wall heater, utility closet, mechanical closet, heater closet, dryer hookup, medidor, calentador, calenton',
  propaneHeat:
    'propane furnace, propane heater, propane boiler, propane heat, propane wall heater, lp furnace, natural gas furnace, natural gas heater',
  heatSystem:
    'propane furnace, propane boiler, propane heat, propane wall heater, lp furnace, natural gas furnace, natural gas heater, gas heating, gas boiler, gas heater, gas pack, gas unit heater, gas wall heater, gas fired boiler, pellet stove, hydronic, mini split heat, steam boiler, oil boiler, calefaccion central',
  fire: 'house be fill with smoke, house fill with smoke, house be full of smoke, room be full of smoke, kitchen be full of smoke, room be fill with smoke, kitchen be fill with smoke, smoke everywhere, flames come out, flame come out, flames shoot out, fire noise, hay lumbre, salen llamas, =llamas',
  flameRollsOut:
    'flames come out the, flames come out of the bottom, flames come out of the front, flames out the bottom, flame out the bottom, flames out the side',
  'smokeNeutral!': 'holy smoke, holy smokes, where there be smoke, up in smoke',
  'lightNeutral!':
    'light colored, light coloured, light blue, light brown, light gray, light green, light yellow, light wood, light rain, light snow, light oak, light carpet, the light colored, my light colored, a light colored, through the light colored, through a light colored, through my light colored, in the light colored, down the light colored',
  'arcNeutral!': 'in an arc, nice arc, an arc of water, arc of it, perfect arc, big arc, pretty arc, in a big arc',
  'floodNeutral!':
    'snow be a foot deep, snow be foot deep, snow be knee deep, snow be waist deep, foot of snow, feet of snow, inch of snow, inches of snow, knee deep in snow, foot deep in snow, snow up to my, swim class, swim practice, swimming lesson, swimming class',
  strickenBody:
    'eyes be swim, eyeballs be swim, head be swim, my head be swim, head swim, heads swim, feel underwater, drink underwater, drinking underwater, head in a vise, head be in a vise, head like a drum, head be like a drum, head like a melon, head be split, walk crooked, walking crooked, walk into walls, lost his supper, lose his supper, lost her supper, lost her lunch, lost his lunch, lost my lunch, lose my lunch, toss her cookies, tossed my cookies, feel like death, feeling like death, feel like we be drunk, green as frogs, pink as a ham, pink as hams, cherry red, cheeks like apples, can not keep our eyes open, sleep like the dead, ache all over, feel hungover, cabeza me da vueltas, me da vueltas todo',
  petDown:
    'budgie be on the floor, budgie on the floor, bird be on the floor, bird on the floor of, canary be on the, parrot fell, cat be limp, dog be limp, cat can not stand, cat fell, dog fell over, dog keep fall, dog walk crooked, cat walk crooked, dog be walk sideways, bird fell off, hamster be dead, fish be all dead',
  fromHeat: 'from the heat, it be just the heat, just the heat, from this heat, because of the heat',
  heatIllness:
    'can not take heat, can not take the heat, can not regulate her temperature, can not regulate his temperature, can not regulate my temperature, do not sweat any more, do not sweat anymore, not sweat anymore, red as a beet, red as a tomato, red as tomatoes, red as a lobster, beet red, will not nurse, will not take a bottle, breathe fast, breathing fast, stop make sense, not make sense, not make much sense, talk out of her head, talk out of his head, no quiere comer, muy rojo, muy roja, se esta desmayando, puke, puking, cramp up',
  freezing:
    'since the snow, snow start, snow be come down, snow be a foot, snow be up to, snow on the, snowed in, snow drift, icy roads, roads be ice, black ice, water bowl be solid, water bowl be froze, water dish freeze, dog bowl freeze, chip the dog, chipped the dog, cup have ice, cups have ice, cups get ice, cup get ice, ice in the cup, ice in her cup, ice in his cup, ice in the bowl, ice in the dish, ice in the sink, fish tank have ice, olive oil go solid, olive oil be solid, dish soap go thick, soap go thick, soap be solid, shampoo be solid, vapor de la boca, humo de la boca, humo por la boca, humo when i talk, smoke when i talk, smoke when we talk, smoke when she talk, smoke from mouth, smoke from my mouth, smoke from our mouth, our own smoke, my own smoke, steam come out of my mouth, steam when i talk, colder in here than, colder in my house than, warmer in my truck, warmer outside than, warmer in the car, colder than outside, hands be blue, hands be purple, fingers be blue, fingers be purple, lips be purple, lips be blue, manitas moradas, manos moradas, labios morados, tiesa de frio, tieso de frio, way below, well below freezing, toes be blue, nose be blue, sleep in hat, sleep in our coat, sleep in coats, hard frost, killing frost, cold enough to',
  noHeat:
    'without heat, we be without heat, no warm come, hot air be not come, hot air do not come, hot air not come, will not make heat, no calor, se apago la calefaccion, blow but it be not warm, blow but not warm, blow but it be cold, blow but be cold, it blow but it be cold, not warm out of the vent, be not warm out of, not warm from the vent, not warm come out, not a lick of heat, not a bit of heat, not a speck of heat, lost the furnace, lost our furnace, lost the boiler, lost our boiler, =radiators be cold, =radiators be stone cold, =radiators nothing, =radiators be ice cold',
  out: 'meet its maker, go to meet its maker, go to its reward, belly up, go belly up, a paperweight, be a paperweight, be a brick, boat anchor, be in strike, in strike, just blink at me, be a lawn ornament, seize, seized, seized up, seize up, gave its last, be shot, draw its last breath, nomas zumba, solo zumba, nada mas zumba, nomas truena y no, have not turn, have not turn since, not turn since, lock up, locked up, no me funciona, no le funciona, no nos funciona, no les funciona, no me prende, no le prende, no nos prende, no les prende, no me enciende, no le enciende, no nos enciende, no les enciende, no me jala, no le jala, no nos jala, no les jala, no me calienta, no le calienta, no nos calienta, no les calienta, no me enfria, no le enfria, no nos enfria, no les enfria, no me sirve, no le sirve, no nos sirve, no les sirve, no me arranca, no le arranca, no nos arranca, no les arranca, dejo de prender, dejo de enfriar, dejo de calentar, dejo de jalar, ya no prende, ya no enfria, ya no calienta, ya no jala, no quiere prender, no quiere enfriar, no quiere calentar, no quiso prender',
  elderly:
    'grand mama, grandmama, grand ma, grand pa, grand daddy, granddaddy, granmama, big mama, big daddy, mamaw, papaw, old feller, nursing wing, care home, group home, retirement wing, senior housing, wheelchair bound, uses a walker, la senora que cuido, el senor que cuido, meals on wheels',
  baby: 'just be born, be just born, be born last week, born yesterday, born this week, preemie, bassinet, nicu, breast feed, three weeker, newborns, recien nacidos, month with this one, months with this one, month with my first, month with my second, about ready to deliver, any day with this one',
  medical:
    'home health aide, home aide, hospice nurse, tank for his lungs, tank for her lungs, feeding tubes, regulate temperature, operation of heart, operation of the heart, heart operation, dialysis at home',
  sewage: 'doo, gray stuff, grey stuff, brown soup, the whole house mess, what we send down, what we sent down',
  faeces: 'doo',
  backUp:
    'burp up, puke up, throw back up, give back, giving back, come back to visit, come back to see us, be too generous, send back, sending back, spit up, cough up',
  drain: 'coladera, desague, cano del drenaje, basement drain, mop sink, shower pan drain',
  rainIndoors:
    'rain in my pantry, rain in the pantry, rain in my closet, rain in the closet, rain in the bathroom, rain behind the cabinet, rain behind the, rain in the wall, ceiling begin to rain, ceiling have begun to rain, shower in the wall and nobody, rain in her bathroom, rain in his bathroom, come through to see us, coming through to visit',
  flood:
    'be a brook, be a creek, floor be a lake, an indoor creek, be a fountain now, now it be a fountain, a lake out there',
  growing: 'have move, move closer, further every, farther every, foot since, feet since',
  shockFeel:
    'get current, getting current, current when i touch, current run through, current be run through, current from the tap, hum up my arm, hums up your arm, hum up your arm, buzz up your arm, pins in it, needles in it, pins in the water, needles in the water, water be prickly, water prickle, feel like bees, pass current, passing current',
  wetMetal: 'geyser body, dryer door, fridge door, oven door, counter top, pool light, pool ladder, basin tap',
  burst: 'in two piece, in two pieces, let herself go, peel open',
  pipe: 'braided line, sprinkler pipe, sprinkler riser, sprinkler head, sprinkler line, backflow, backflow preventer, toilet tank, tube for hot water, tube for water, water tube, tubo del agua, heating pipe, stand pipe, standpipe, fire line, hydrant, yard hydrant',
  sinceHeat:
    'since the heat come on, since the heat be on, since we turn the heat on, since we turn on the heat, since we put the heat on, since we start the heat, since the furnace come on, since the furnace start, since the new furnace, since the new boiler, since the new water heater, since they put in the furnace, since they put the furnace, since they put in the new, since we lit the boiler, since we light the boiler, since we lit the furnace, since we start the furnace, since the boiler come on, since the boiler start, since the heater come on, since we turn on the heater, when the furnace run, whenever the furnace run, when the heat run, whenever the heat be on, when the heater be on, when the boiler run, desde que prendimos la calefaccion, desde que prendieron la calefaccion, desde que prendimos el calentador',
  puddle: 'wet line, wet edge',
  bottledGas:
    'grill tank, bbq tank, barbecue tank, patio tank, forklift tank, cage of tanks, tank on the grill, tank valve',
  unshut:
    'no off, will not leave off, do not seem to mind, turn but it do not, half closed and stuck, turn it and turn it, turn and turn',
  unstoppable:
    'can not find what be feed, towels be not keep up, towels can not keep up, bucket can not keep up, buckets can not keep up, towels not keep up, would not turn off, would not shut off, would not stop, would not shut, would not close, would not quit run',
  coDanger: 'emergency',
  showsNumber: 'number be, sit around, sit at',
  betterAway:
    'indoors lately, felt good on the beach, feel good on the beach, fine at the store, fine at grandma, fine at my mom, monday at work, at work i be a new man, a new man at work, felt fine outside, feel fine outside',
  iceSign:
    '=ice, icy, iced, frost, frosted, frosty, frozen, =froze, freeze, froze solid, skin of ice, icicle, crust of ice, slush, solid, skim of ice, hielo, escarcha, congelado, congelada',
  homeThing:
    'window, windows, pane, glass, sill, window sill, storm door, door, doorknob, cup, cups, mug, water bowl, dog bowl, cat bowl, bowl, water dish, dish, bucket, toilet, toilet bowl, mirror, aquarium, fish tank, tub, kettle, floor, wall, walls, ceiling, curtain, curtains, keyhole, trough, milk, water glass, plants, waterer, bathtub, shampoo, dish soap, juice, bottle, bottles, ventana, ventanas, vidrio, vaso, puerta, taza',
  'meltNeutral!':
    'snow be melt, snow melt, snow be all melt, we be melt, we melt, i be melt, dudes melt, kids be melt, everybody be melt, everyone be melt, people melt, ice melt, ice be melt, ice cream melt, melting in here, melting in this heat, makeup melt',
  coolSystem: 'maquina del frio, aparato del frio, maquina de aire, maquina de enfriar, aparato para enfriar, a see',
  overheadLine: 'the drop, company drop, power drop, house drop, triplex drop',
  'usedToNeutral!':
    'get used to it, get used to that, get used to, got used to it, getting used to, be used to it, we be used to',
  beeper: 'wall box, little wall box, box with the number, little number box, hallway box',
  lightsIt: 'would not take, will not take, took with, caught with, catch with',
  'waterNeutral!':
    'water pill, water pills, water weight, water bed, waterbed, water bottle, hot water bottle, hot water bottles, water aerobics',
  'frostCue!':
    'run along the north wall, run along the outside wall, run along an outside wall, run along the outer wall, run up the outside wall, run up the north wall, run in the outside wall',
  'noCooling!':
    'se quemo el aire, se quemo el aire acondicionado, se quemo el clima, se quemo el compresor, se descompuso el aire, se descompuso el clima, se echo a perder el aire, se nos fue el aire, make no cold, making no cold, without cooling, without any cooling, without cool air, without ac, without the ac',
  'coolSystem!': 'swamp cooler, swamp coolers',
  engine:
    'jenny, genny, gennie, jenny rater, generater, genset, torpedo heater, salamander heater, gas pressure washer',
  indoors:
    'in the mud room, under the porch, in the breeze way, in the tack room, in the bay, in the enclosed porch, in the lean to, in the crawl space, in the cellar way',
};
