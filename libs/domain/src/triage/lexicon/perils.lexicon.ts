import type { Words } from '../language/lexicon.js';

/** Signs and wordings of danger that belong to several hazards, and what speech recognition makes of them. */
export const PERILS: Words = {
  gasThick:
    'thick, strong, taste, heavy, so bad, leak, in the air, everywhere, hear, fill, full of, overpower, overwhelm, make me sick, choking, knock you',
  soapTest: 'soap, soapy, soapy water, soap test, dish soap, soap and water, soap bubbles, jabon',
  bubbles: 'bubble, bubbles, burbujas, foam',
  fartLike: 'fart, farts, garlic, egg, eggs, eggy, skunk, cabbage',
  complain:
    'complain of, complain about, complaining of, report, reporting, worry about, worried about, concern about, think there be, think we have, thinks there be, says there be',
  coBare:
    'say co, read co, says co, it say co, co on it, co and, carbon, co, c o, carbonite, carbon something, monoxide',
  evacuateWord:
    'evacuate, fresh air, move to fresh air, warning, warning carbon, danger, four beeps, 4 beeps, four times, four in a row, beep four, evacuar',
  gasLeakWord:
    'small gas, smelling gasp, smell gasp, gas small, guess leak, natural gasp, smell gassy, smell the gassy, gassy smell, gas e smell, gassy, gas order, gas odder, smelly gas, gas stink, gas lake, gas leek, gas leaf, puff gas, let out gas, blow gas, spew gas, pour gas, gas puff, give off gas, put out gas',
  rotten:
    'rotten ex, rotten ag, rotten neck, rotten aches, rot and egg, rotting eggs, ratten egg, rotten eg, sulfury, smell of eggs, kind of eggs, like eggs, says eggs, egg like',
  coName:
    'carbon mono oxide, mono oxide, carbonite, carbon monoxided, carbon monixide, carbon mon oxide, sea o detector, sea o alarm, si o, ceo2, c0 detector, c0 alarm, carbon manoxide, monoxide meter, carbon detecter, co meter, c o meter, co unit, the co thing, co machine, bad air, poison air, poison gas detector, carbon something, air quality alarm, gas leak detector, gas leak alarm, gas detector, gas alarm',
  coolSystem:
    'a sea, ay see, a see, hey see, air conditionings, air conditioned, air conditionin, air conditioners, eh see, air condish',
  heatSystem: 'fur nest, fur nace, fernest, furnas, boyler, furness, hvac unit, oil heat, heaters, the unit, radiators',
  medical:
    "see pee dee, c o p d, copd, ms and, have ms, with ms, has ms, i have get ms, i have ms, multiple sclerosis, bad heart, weak heart, congestive, on chemo, on dialysis, bad lungs, epileptic, cerebral palsy, down syndrome, transplant patient, medication in the fridge, just home from the hospital, home from the hospital, out of the hospital, in the hospital last, heart surgery, surgery, stroke, parkinson's, breathing trouble, oxygen tank, blood pressure, heart patient, heart meds, bad ticker, pneumonia, bronchitis, trach, iv, picc, dialysis patient, kidney, post op, postop, just out of the hospital, high risk, bed rest, in a hospital bed, cannot walk, can not walk, amputee, stroke survivor, heat sensitive, heat intolerance, cystic, lung disease, lung condition, respiratory, inhaler, copd'er, migraines, mental, brain injury, sick kid, sick child, home nurse, caregiver, nurse comes, group home, disabled son, disabled daughter, rehab, broken hip, chronic, als, muscular dystrophy, spina bifida, hospice patient, on a vent, radiation, immune, medication, meds, service dog, health condition, health issue, health problems, have a condition, has a condition, doctor say",
  elderly:
    'gramps, granddad, gran, mother in law, older folks, old folks home, ninety year old, eighty year old, seventy year old, elderly tenant, elderly neighbor, seniors, octogenarian, old timer, great grandma, my mother be old, elderly folks, getting up in years, up in age, grams, nonna, oma, opa, yaya, bubbe, pops, great aunt, great uncle, aging mother, aging father, senior living, retirement community, retirement village, seventy something, old fella, old guy, older parents, elderly dad, elderly mom, elderly lady, elderly man, old woman, my old man, my old mom, getting old, aunt be, i be old, i be an old, widow, widower, geriatric, up there in years, pushing ninety, pushing eighty, pensioner, abuelitos',
  sizzle:
    'sizzle, frying noise, frying sound, fry in my wall, fry in the wall,  light up like the fourth of july, look like the fourth of july, spark like the fourth of july, bzzt, zapping noise, electrical pop, loud pop from the, blow up in my',
  flash:
    'flash, blue flash, flame, big pop, bang, boom, pop, =blew, exploded, explode, snap, lightning, light show, fireworks, firework, sparkle, sparkles',
  wall: 'wall, walls, inside the wall, behind the wall, attic, ceiling',
  tank: 'water heater, hot water heater, hot water tank, tank, washer, washing machine, dishwasher, toilet, toilet tank, softener, fridge, refrigerator, ice maker, water tank, pressure tank, well tank, aquarium, hot tub, sprinkler, hydrant, spigot, hose bib',
  flushed:
    'flush, flushing, what we flush, when i flush, every time we flush, toilet stuff, upstairs, run the washer, washing machine drain, run water, do laundry',
  wrongWay:
    'wrong way, backward, backwards, back into, land in, come up in, come up the, up through, reverse, up in the tub, up in the shower, out the shower, into my sink, comes out the, into the tub, into the shower',
  freeze: 'freeze, frozen, iced up, ice up, ice over, iced over, congelo, congelaron, congelada, congelado',
  exposed:
    'no cover, without cover, missing cover, cover be off, chewed up, mice chew, rats chew, squirrel chew, poke out, sticking, copper show',
  scorch: 'burn spot, brown spot, =browned, melty, melted, soot, sooty, char, smudge, blackish, scorched',
  touch:
    'tickle, light switch, plug in, metal part, doorknob, bath, washing, sink, tap, faucet handle, shower handle, stove top, chain, chassis',
  shockVerb:
    'tickle when i touch, tickle when, gives me a tickle, little tingle, buzzy feeling, tingly, tingling, prickle, electrify, electrified, current through, get a buzz, bites, bite, kicked me, kick me, knocked me, threw me',
  explicit:
    'emergencey, emergancy, emergensy, it be bad hurry, 911 situation, crisis, code red, desperate, desperately, s o s, sos, dire emergency',
  needNow:
    'some one to night, some body out here, some one out here, need some one, some body now, some one now, to night please, tech now, need a tech now, plumber now, call me right back, call me back right now, call me back right away, needs to be tonight, needs it tonight, get somebody over, get someone over, get somebody here, get someone here, get a guy out, get a guy here, send a guy, send a truck, send a tech, send help, someone over right, come over now, come now, need you guys now, need you guys tonight, need you guys out, somebody has to come, someone has to come, how fast can you, how quick can you, how soon can you get here, how soon can someone get, how soon can you be here, how fast can someone, can you come tonight, can someone come tonight, can somebody come tonight, can you come now, can someone come now, can somebody come now, anyone available tonight, anyone available now, anybody available now, somebody available now, someone available tonight, anybody tonight, anyone tonight, anybody out tonight, out here tonight, out here now, by tonight, right this second, right this instant, this instant, this minute, this can not, needs help now, come quick, come quickly, come fast, come asap, get here quick, get here fast, before it get worse, need emergency, get out here now, want somebody now, want someone now, sum body now, some body tonight',
  gushVerb: '=rushing, rush out, rush in, shoot across',
  haveOne:
    'because i have, because we have, i have get one, i have one, i have one, mine be, mine do, i can smell it, i smell it, i can hear it, that be what i have, that be what we have, because it, because mine, because my, think i have, think we have, because there be',
  smellAgain:
    'that smell again, smell again, smell it again, same smell, smell be back, smell come back, be back again, be back tonight, be back now, be back today, be back this morning, do it again, i be =smelling it, smell it over here, smell it now, smell it here, smell it today',
  gasSaid: 'that be gas, it be gas, thats gas, its gas, be gas, say gas, said gas, that be propane',
  strongGush:
    '=spraying, gush, spew, squirt, spurt, geyser, gusher, cascade, =shooting, =pouring, =streaming, pour, spray',
  pourWord: 'pour, gush, stream, rain, run down, waterfall',
  outOf:
    'through, thru, threw, out of, out from, from, down from, por, del, de, desde, down through, down the, down my, along the, via',
  inLight:
    'in the light, in my light, inside the light, in the light fixture, in my light fixture, into the light, inside the light fixture, in the ceiling light, in the can light, in the globe, in the outlet, into the outlet, in the panel, into the panel, near the outlet, near the panel, around the outlet, in my breaker, into the breaker, through the lights, through the light, on the panel, in the socket, into the electrical, por el foco, por la lampara',
  flood:
    'all water, full of water, covered in water, covered with water, fill up with water, fill with water, lleno de agua, llena de agua, filling with water, under an inch, couple inches of water, few inches of water, inches deep, feet deep, inches of water, standing water, water up to, hole flooted, flooted, flood in, flood out, sheet of water, curtain of water, wall of water, river of water, lake of water, water be ankle',
  everywhere: 'every wear, every which way, across the room, all over the place, all over my',
  burst:
    'just blue, pop out, blow out, bulge, let loose, come undone, come disconnected, zafo, se zafo, came apart, crack all the way, wide open',
  out: "go right back out, go back out, go out again, keep go out, keep die, not seem to be run, not seem to work, not seem to come on, not seem to be work, deader than a doornail, dead as, deader, be iced over, ice over and dead, be kaput, will not go, not do anything, do not respond, won't do nothing, do nothing at all, not do nothing, will not do nothing, won't kick in, will not kick in, not kick in, quit on me, quit on us, quit work, be bust, be toast, just click, off and will not, turn itself off, keep trip, keep shut down, keep turn off, do not fire up, be locked up, lock up, wo not, trip off, will not restart, not restart, not turn back on, will not turn back on, will not come back on, not come back on, be acting dead, not seem to run, not blowing, not blow, not blow anything, not make cold, ain't work, not put anything out, bro ken",
  noHeat:
    "the he be out, warm air quit, warm air stop, hot air quit, hot air stop, heat be not work, the heat be out, heat's out, heating be out, heating be down, heating go out, heating stop, heating quit, heating fail, heat be gone, house be ice cold, no warmth, not get warm, can not get the heat, can not get heat, can not get any heat, can not get the house warm, can not get it warm, nothing but cold air, cold air be blow out of the vents, cold air from the vents, vents blow cold, vents be blow cold, blowing cold out of, only cold air, rooms are freezing, house be get cold fast, house be lose heat, heater only blow cold, no heat come out, house temp keep drop, temperature keep drop, house keep get colder, house be get colder, emergency heat will not come on, emergency heat do not work, aux heat will not, emergency heat be not, emergency heat will not",
  noCooling:
    'not make cold, not make cold air, no cold come out, air be warm, nothing but hot air, nothing but warm air, only hot air, only warm air, blowing like a hair dryer, aire caliente, hot air out of the vents, warm air out of the vents, it not cooling, will not get below, will not go below, will not drop below, can not get the house cool, can not get it cool, can not cool, house will not cool, temperature keep climb, temp keep climb, house keep get hotter, blow but not cold, blow but it be not cold, be not cold, be blow but, my air be out, our air be out, the air be out, air be out in, my air go out, our air go out, the air go out, air go out on, not get any cool air, not any cool air, not get cool air, air be off and, a sea quit, air =is out, air =was out, her air out, his air out, their air out, parents air out, tenant air out, air =is down, air be off in',
  onlyToilet:
    'our only one, only one we have, only one in the house, only got the one, one we got, the one toilet, just have one bathroom, only commode, only john, one bath, single toilet',
  allDrains:
    'all the drain, every drain, all my drain, all our drain, whole house drain slow, whole house be drain slow, nothing drain, nothing be drain, multiple drain, several drain, all the drains be slow, none of the drain, both drain, all the sink, everything be back up, everything drain slow, main line be clog, main line clog, main drain be clog, main sewer, main be clog, toilet and the tub, toilet and tub, toilet and shower, sink and the tub, kitchen tub none, whole house be stop up, more than one drain',
  halfPower:
    'half of my outlets, half my outlets, half of the outlets, half our outlets, half my lights, half of my lights, some of my lights, half of the lights, half the power, part of my house, half my plug, half my plugs, half the plugs',
  isolated:
    'shut its valve, turn off its valve, shut the stop, turned off the valve, shut the little valve, closed the valve, turn the knob under, turn it off underneath, shut the stops underneath, shut off the stop, shut it off behind, turn off at its, turned its valve, shut that valve, turned off that valve, shut off the toilet, turn off the toilet, shut off the washer, turned off the washer, shut off the ice maker, its shutoff, local shutoff, shut the stops, turn the stops, ya cerre la llave, shut the shutoff, turned the shutoff, shut it off at the little valve, its little valve',
  mainOff:
    'main off, whole house off, water to the house off, house off at, water be off now, shut down the water, turn off all the water, shut off all the water, main closed, the main be shut, main shut off, shut at the main, shut it down at the main, turned it off at the meter, main be turned off, main be closed, water shut off to the house, shut off at the main, ya cerre el agua, llave principal, llave de paso cerrada, ya cerre la llave principal, cerramos el agua, whole house be shut off, house be off',
  gas: 'lp, l p',
  gasLine:
    'grill line, lp tank, lp line, propane grill, regulator, gas grill line, buried gas, gas service line, house gas, propane regulator, oven line, stove line, dryer line, line for the stove, line for my oven',
  gasDamage: 'smell, frost, gash',
  sounding:
    'go crazy, go nuts, go berserk, freak out, lose its mind, keep go, go wild, carry on, have a fit, yap, blink, scream, holler, cry, go ballistic, keep repeat, keep say',
  detector: 'smoke detector, smoke alarm, meter, beeping thing, thing on the ceiling, the thing',
  buzz: 'beehive, hornet, hornets, swarm, like bees, wasps',
  through: 'threw',
  weirdNoise: 'weird sound, making a sound, making a weird',
  unsure:
    'not sure what, do not know what, no idea what, can not tell what, can not tell, not sure why, not sure, no clue, what it be, what be go on, what be up, something be wrong, something wrong, do not know',
  emptyTalk:
    'silence, silent, static, dial, tone, hello, hi, hey, click, breathe, breathing, hang, up, background, noise, music, inaudible, can, you, be, there, anybody, anyone, yes, no, wait, beep, cough, line, drop, call, cut, off, disconnect, dead, air, rustle, muffled, crackle, wind, tv, playing, hum, sigh, phone, the, a, i, can not, hear, good, evening, morning, who, this, and, heavy, distant, voices, traffic, bye, goodbye, never mind, sorry, hola, bueno, unintelligible, garbled, in, sound, sounds, of, ring, busy, signal, hung, caller, just, kids, chatter, footsteps, engine',
  laterDate: 'next time you be out, when you guys be open, at some point, one day next week',
  legitContact:
    'i own a, i own the, our office, my office, my shop, my store, our building, i run a, home warranty company, give me your name',
  toiletDown:
    'toilet be not work, toilet do not work, toilet not work, toilet stop work, toilet be broken, sink be not work, shower be not work, bathroom be not work, toilet be out of order, toilet be back up, toilet back up, commode be back up, toilet be clog and, shower will not drain, tub will not drain, sink will not drain, sink be back up, tub be back up, drain be back up, sink be back up a little, shower be back up, kitchen drain be back up, pilot light be out, pilot be out, pilot light out',
  minorRepair:
    'wifi, junk, takes a while to get hot, take a while to get hot, takes forever to get hot, short cycle, short cycles, be stripped, handle be stripped, pressure be lousy, cover plate, access panel, doorbell quit, doorbell',
  'shockNeutral!': 'shock arrestor, shock arrester, hammer arrestor, shock treatment',
  'sparkNeutral!':
    'spark brand, spark thermostat, sparks flying between, sparks fly between, sparks flying here, no sparks flying, arc fault, arc fault breaker, arc welder',
  'floodNeutral!':
    'flood stop, flooded with emails, flooded inbox, been swamped, swamped at work, swamped with, swamped, flooded my engine, flooded the engine, flood of emails',
  'fireNeutral!':
    'face be on fire, feet be on fire, mouth be on fire, skin be on fire, back be on fire, tooth be on fire, phone be on fire, whole face be on fire, on fire or, business on fire',
  'idiomNeutral!':
    'whenever i, whenever we, whenever it rain, whenever somebody, whenever someone, whenever my, whenever the, whenever he, whenever she, aw shoot, shoot it can, shoot no, shoot yeah, shoot i, shoot well, fire up the, fired up about, live wire kid, live wire he, dead cat, bread and butter, sparks are flying at our, cooking with gas, cook with gas, blow my top, about to explode, pain in the neck, heart attack price, gave me a heart attack, give me a heart attack, explode ha, blow up my phone, blowing up my phone, killing me ha, drop in the bucket, under the weather, on thin ice, up in arms, hot and cold, hot deal, up in smoke, smoke break, rain check, raincheck, pour over coffee, pouring over the numbers, pouring over the bill, pouring over the paperwork, pouring over plans, drain my wallet, drained my wallet, money down the drain, down the drain money, leak money, leaking money, bleed money, freeze my card, freeze my account, freeze my membership, freeze the price, price freeze, frozen food, frozen account, cold call, in hot water with, hot water with my wife, break the bank, breaking the bank, burst my bubble, burst into, put out feelers, light at the end, sick of, sick and tired, tired of, sick day, out sick, sick leave, call in sick, called in sick, got sick of, gas leak detector, leak detector, leak sensor, water leak alarm, leak detection, gas leak alarm, up high, pop up, se llama, me llama, te llama, le llama, lo llama, nos llama, quien llama, llama me, do not wait till it, do not wait until it',
  workingFine:
    'i do not have one, do not have one, have not have any, none of us has any problem, rest of the house be fine, other outlets be fine, everywhere else be fine, others be fine, works okay, all right now, everything be normal, todo bien, ahorita todo, no issues with, it be comfortable, comfortable',
  stillComing:
    'still come, keep come, still pour, still run out, still spray, still gush, still flow, still flood, keep pour, keep run out, come in faster, still come in, nothing slow it, can not slow it',
  sumpHole: 'hole, pit, sump, basin, pump',
  outletWord: 'outlet, switch, receptacle, socket, light, plug, transformer, meter, dimmer',
  wishVerb: 'need, want, send, get, come, have to have, require, dispatch, demand, necesito, quiero, manden, mande',
  helperWord:
    'someone, somebody, tech, technician, plumber, electrician, guy, truck, repairman, serviceman, crew, whoever, anybody, anyone, person, it do, this do, it =fixed, this =fixed, out here, over here, come out, alguien, un plomero, un electricista, un tecnico',
  atOnce:
    'right now, tonight, immediately, this instant, this minute, before midnight, within the hour, in the next hour, this hour, right away, asap, tonite, to nite, at once, pronto, before morning, ahorita, esta noche, now tonight',
  runningWord: 'run, pour, gush, spray, steady, stream, flow, constant, nonstop, fast',
  stillGoing: 'still, keep, but, can not, now it be, and it be, right now, though',
  allFixed:
    'all =fixed, be =fixed now, already =fixed, already =repaired, it be all take care of, be all take care of, they =fixed it, he =fixed it, she get it =fixed, got it =fixed, have be =repaired, have be =fixed, ya quedo, ya lo arreglaron',
  itMoves:
    'it run across, it run down, it run into, it be go into, it go into, it come over the top, come over the top, over the rim, all over the floor, all over the place, it be all over, it come up, it be come up, come up out of, come up through, it be all the way to, all the way to the, more of a stream, more a stream, it be a stream, like a stream, it be spread, it be get worse, it be pour, it be gush, it be spray, spread across, spread to, it be everywhere, run across the floor, it be run out, it be come out fast, it be rise, rise, it be get higher, it be come through, it come through, go under the, soaking the, into the next room, into the hall, into the hallway, into the living room, into the kitchen, into the basement, through the ceiling, out the door, in the hallway, to the carpet, it come up out of, on the floor now',
  nothingWord: 'no, nope, nothing, none, nada, not at all',
  weakCooling:
    'ac be not keep up, ac not keep up, ac can not keep up, air be not keep up, ac be struggle, ac barely, air barely, ac be weak, ac run constantly, ac run but, not keep up',
  vagueIt: 'it, thing, it just, it suddenly, she, he',
  tooHot:
    'too hot to touch, hot to the touch, really hot, burning hot, can not touch it, can not keep your hand, can not hold my hand, burned my hand',
  outdoors: 'outside, outdoors, out there, weather',
  burstStrict:
    'burst, rupture, split, explode, bust open, let go, blow out, blow up, blew out, reventado, reventada, revento, exploto, give way, crack open, spring a leak, rot out, rust out, rust through, crack wide open',
  flowVerb:
    'dump, blow out, flow, surge, flying, soak through, blow, fountain, wash out, pump out, whoosh, dump out, empty',
  combustion:
    'the heater, gas heater, heat be on, heat come on, heat kick on, turn the heat on, turn on the heat, when the heat, ran the heat, heating, wall heater, space heater',
  flameWord: 'flame, flames, fire in the furnace, pilot',
  orangeWord: 'orange, yellow, not blue',
  'unsureIf!':
    'not sure if, do not know if, no idea if, can not tell if, see if, wonder if, ask if, asking if, wanted to know if, as if, even if, call to see if, to see if, if you could, if someone could, if somebody could, if you can, if someone can, if possible, what if anything, if not, if that make sense, if anything, if any, check if, know if, hope you can, no se si, if i can get, if we can get, if you have, if you be',
  'unsure!': 'not sure if, do not know if, can not tell if, no idea if',
  'highBill!':
    'bill doubled, bill be double, bill double, bill go up, water bill be, high water bill, water bill, bill be high, bill triple, bill jump',
  longTime:
    'a week, for week, for month, for day, month, months, weeks, for a while, for year, year, ages, forever, couple days, few days, 3 days, three days, two days, all week, been going on, since last, semana, semanas, meses',
  slowDrip:
    'slow drip, tiny drip, small drip, just a drip, little drip, just drip, slow leak into, drip drip, drip a little, drop every, drip every, cup a day, drip once, plink, goteo lento, constant drip, steady drip, drip all night, barely drip',
  boilerRoom: 'boiler room, furnace room, furnace closet, heat come on, heater',
  gasEscapes: 'leak, escape, seep, hiss, come out, pour out, blow out, leaky, spew, whistle',
  backUpPlain: 'back up, backup, backing up, be back up',
  sewerThing:
    'sewer, sewage, septic, main line, sewer line, main drain, floor drain, cleanout, septic tank, every toilet, all the toilet, all my toilet, toilets, every drain, all the drain, all my drain, both toilet, drenaje, cloaca',
  tapWord: 'tap, faucet, taps, hot side, well, fridge, spigot',
  shutVerb:
    'shut, shut off, turn off, close, cut off, shut it off, turn it off, turned it off, switch off, closed off, crank off, cap, capped',
  valveWord:
    'valve, stop, shutoff, knob, supply, behind it, under it, underneath, behind the toilet, under the sink, lever, the tap, wall valve, cutoff',
  mainWord:
    'main, street, meter, whole house, curb, city, entire house, at the well, all the water, house water, principal',
  warmSeason:
    'june, july, august, middle of summer, in the summer, it be summer, out of season, warm out, warm outside, nice outside, nice out, beautiful out, plenty of time, springtime, heat wave, not even cold, not cold yet, not cold out, mild, will not need it, do not need it yet, do not need heat, before i need it, until fall, until winter, it be may, it be september, short sleeves, 70s, seventies out, seventies outside',
  'explicitNeutral!': 'how urgent, emergency line, is this the emergency line, emergency number',
  'notDeny!': 'no water damage, no active leak, no leak',
  coReadVerb: 'read, reading, number, show, display, digit, measure, detect, register, say, up to, hit, at',
  fluish: 'flu, stomach flu, the flu, like the flu, flu like, sick',
  aNumber: 'parts per million',
  baby: 'triplets, newborns, infants, toddlers, babies, preemies, little baby, tiny baby, just had a baby, just gave birth, nursing a baby, about to pop, due any day, due next week, nine months, eight months along, seven months along, months along, weeks along, trimester, little bitty, munchkin, crib, in diapers, babysit infants, nursery',
  heatIllness:
    'not act right, act funny, listless, will not drink, delirious, out of it, see stars, hot to the touch, fever, unresponsive, panting, not respond, cramp, cramps, feel faint, heat get to, can not cool, sick from, feel sick, going to faint, fainting, headache, light headed, lightheaded, woozy, throwing up, slurring, clammy, barely awake, pale',
  extremeHeat: 'one hundred, hundred and, triple digit heat, record heat, heat dome, death valley hot, over 100',
  coAlarmGoing:
    'co alarm =going, co alarm be =going, co detector =going, co detector be =going, carbon monoxide alarm =going, carbon monoxide alarm be =going, carbon monoxide detector =going, carbon monoxide detector be =going',
  'noWater!':
    'nothing out of any tap, nothing from any tap, nothing from the taps, nothing at any faucet, water be off and',
  dripVerb: 'drip, leak, pour, rain, gush, spray, seep, weep, gotea, let water, rain water',
};
