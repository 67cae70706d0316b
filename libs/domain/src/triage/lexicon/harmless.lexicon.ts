import type { Words } from '../language/lexicon.js';

/** What says that a danger is over, somebody else's, or none: the kitchen's smoke, the carpet's spark. */
export const HARMLESS: Words = {
  'thatWas~':
    'that =was, this =was, it =was last, it =was in, it =was back, it =was on, it =was before, it =was two, it =was three, it =was a year, it =was years, past tense, this be from, that be from, from the big storm, from the last storm, eso fue, fue en, fue el',
  'longOver~':
    'week ago, weeks ago, couple of week back, weeks back, month ago, days ago, last week, the week before, in the spring, in the fall, in the winter, in the summer, over the winter, over the summer, before easter, before christmas, at christmas, at thanksgiving, at my old, at our old, at the last place, another house, when i be married, hace semanas, la semana pasada',
  'mended~':
    '=tightened, =tightened it, =relined, zero zero, =swapped, =resealed, =rewired, =sealed, =capped, =rebuilt, put a new, put in a new, put in new, put new, new regulator, new panel, new furnace, new heater, new boiler, new valve, new pipe, new line, new part, =cleared us, clear us, cut it out, =disconnected it, =replumbed, =soldered, =soldered it, been tight, plumber came and, your plumber came, your man came, =changed the, =swapped the, =tightened the, =drained it, =cleaned it',
  'allClear~':
    'zero everywhere, zeros everywhere, all zero, all zeros, zeros all around, reading zero since, read zero since, reads zero since, =been zero since, zero since, nothing since, say we be good, said we be okay, say it be all good, say we be all good, say it be all clear, get the all clear, give us the all clear, gave us the all clear, all clear since, clear us to go back, let us back in, be fine ever since, be fine since, been good since, been good ever since, been toasty since, not a drop since, not a peep since, has not since, have not be since, not since then, no trouble since, no problem since, no problems since, leave a clean slip, left a clean slip, test every joint, tested every joint',
  'worksAgain~':
    'come back on, came back on, kick back on, kicked back on, be back on, back up and run, up and run again, run again, work again, get heat now, have heat now, get it now, heat be back, air be back, power be back, water be back, all back on, start right up, fire right up, light right up, it be work now, work now, works now, blow warm now, blow cold now, blowing warm, come right on, come right back, working great, works great now, ya prendio, ya jalo, ya volvio, be just come on, have just come on, it just come on, away she go, hold since, held since, blow hot, blowing hot, blow hot now, have it back on, had it back on, got it back on',
  'nowAsk~':
    'right now, now, still, at the moment, currently, today, tonight, at present, this minute, going on, be it happening, do it happening, active, since, ahora, todavia, en este momento, sigue, hoy',
  'safeAsk~':
    'safe now, be it safe, be everything safe, everything okay now, all right now, be it fixed, do they fix it, look at, anyone be out, anybody be out, anyone been out, anybody been out, anyone come out, seen it, check it, be it check, checked it, someone come, somebody come, anyone come, anybody come, did they find, what do they find, do they clear, be it cleared, so it be clear, be it repair, so it be repair, so it be fix, so that be solve, what be done',
  'whenAsk~':
    'when =was that, when =was this, when =was it, when do that happen, when do this happen, when do it happen, how long ago, cuando fue',
  'whoAsk~':
    'the address, what be your address, have your address, get your address, confirm your address, street address, address there, address please, what address, which address, what be the address, your name, name please, the name, last name, first name, who be i speaking, who am i speaking, who do i have, whom am i speaking, call back number, callback number, best number, phone number, number to reach, a good number, zip code, spell that, spell your, unit number, apartment number, gate code, cross street, su nombre, su direccion, direccion, su telefono, numero de telefono, email',
  'hereAsk~':
    'your place, your own place, your house, your own house, your home, your own home, your address, your own, at yours, in your own, su casa',
  'zeroRead~':
    'reading zero, readings zero, readings be zero, read zero, say zero, show zero, number be zero, all zero, all zeros, meter zero, zeros, zero on it, at zero',
  'lowBattery~':
    'low battery, replace battery, replace the battery, change battery, lo batt, low batt, lo bat, low bat, end of life, end of its life, past its date, past its end, expired, l b, it say end, say end, says =end',
  'sprayNeutral!':
    'funeral spray, spray tan, hair spray, bug spray, spray paint, spray foam, spray bottle, =sprayer, =sprayers, spray nozzle, handheld spray, handheld sprays, hand held spray, hand held sprays, bidet spray, sprays put on, spray head',
  'shockNeutral!':
    'no one be shock, nobody be shock, no one get shock, nobody get shock, no one have be shock, nobody have be shock, shock hazard, been shock once and, shock on the job',
  'smokeNeutral!':
    'smoke sniffer, hardwired smoke, hard wired smoke, wired smoke, smoke come loose, smoke in the hall chirp, it say smoke and low, say smoke and low battery, smoke go off, =smokes go off, =smokes, smoke thing, smoke things, smoke gadget, only smoke, just smoke, just the smoke kind, plain smoke, plain old smoke, regular smoke, photoelectric smoke, smoke only, a smoke not a, say smoke, it be smoke only, smoke the battery, smoke battery, smoke right on it, smoking hot mess, smokin hot mess, got smoked, smoked as in, nobody here smoke, nobody smoke here, none of us smoke, smoke break, smoked trout, smoked herring, smoked salmon, smoked fish, smoked brisket, smoked ham, smoked meat, smoked sausage',
  'floodNeutral!':
    'swamp cooler, evaporative cooler, flood of ants, flood in oh, flood of oh, flood in two thousand, in the flood of, swamp thing, a swamp outside, swamp outside, swamp out there, suck it out with a shop vac, shop vac and the heater, shop vac and the, have =had floods, have =had leaks, have see flood, i have see floods, have live through flood, inch of water in the bottom, inch of water in the pan, waterfall in the pond, pond waterfall, swim sock, swim trunk, swim suit, swim team, flood watch, flood alert, flood warning, flood insurance',
  'sparkNeutral!':
    'stove will not spark, burner will not spark, igniter will not spark, will not spark any more, called spark, spark brand, sparked an idea, spark an idea, sparked my interest, spark my interest, sparks joy, spark joy, creative spark, spark of',
  coldSnap: 'cold snap, cold snaps',
  'breathNeutral!': 'vapor de la boca, vapor por la boca',
  'elseNeutral!': 'everywhere else, anywhere else',
  'countNeutral!':
    'emergency for my bank, emergency for my wallet, what count as an emergency, count as an emergency, count as emergency, consider an emergency, emergency at the bank, emergency with you people, miss emergencies, missed emergencies, said it =was an emergency yesterday, emergency about thanksgiving',
  'guyNeutral!':
    'send a guy to measure, send somebody to measure, send someone to measure, send a guy out to measure, send a guy to give, send somebody to give, send a guy whenever, send somebody whenever, send someone whenever',
  fountain:
    'drinking fountain, water fountain, aerator, pressure like, too much pressure, get pressure, pressure be so, into the sink, in the sink, into the bowl, over the bowl, in the nose, shower head, into the tub, in the pool, into the pool, i be fill',
  'wasteNeutral!':
    '=wasting water, =wasting, waste of water, waste so much water, waste all that water, waste all this water, hate to waste water, hate the waste, only hate the waste, such a waste, what a waste, waste of time, waste of money, waste your time, waste my time',
  fiction:
    'song he wrote, song she wrote, song i wrote, the homework, my homework, english class, my novel, the novel, a novel, novel i, short film, my film, our film, the film, school play, our play, the play, on stage, second act, first act, last act, theater group, theatre group, drama club, haunted house, fire drill, only a drill, just a drill, be a drill, disaster drill, practice drill, tabletop exercise, i dream, had a dream, have a dream, bad dream, nightmare, dreamt, movie where, movie with, show where, episode where, video game, this movie, that movie, murder mystery, script, screenplay, scene where, a scene, the scene, magician, magic show, science fair, parade float, volcano, una pelicula, una novela, un sueno, cartoon, film school, play fireman, playing fireman, play pretend, make believe, pretend, doing a play, a play where, a prop, stage manager, a wager, for a bet, villain, in the book, we be reading one, reading one where',
  selfTest:
    'push the button, press the button, push the test, press the test, test button, test beep, when i test, when you test, like it should, when i press, when you press, when i push, when you push, pushed test, push test, press test, pressed test, little test beep',
  'hale~':
    'fit as a fiddle, healthy, healthy as, in our twenties, in our thirties, in our forties, in our fifties, in my twenties, in my thirties, in my forties, in my fifties, we be both fine, we be all fine, all of us be fine, perfectly well, fine over here, tougher than, right as rain, me and the cat, me and my cat, me and a cat, me and the dog, me and my dog, me and a dog, me and two cat, me and two dog',
  'heatOfThing~':
    'heat or noise, heat or smell, heat or a smell, heat or smoke, heat or buzz, heat or a buzz, heat or spark, heat or burn, heat or sound, heat or a sound, heat or hum, heat or discoloration, noise or heat, smell or heat, smoke or heat, spark or heat, heat noise, heat smoke, heat smell, heat come off, heat off the, heat off of',
  cookSmoke:
    'bacon, =toast, =toaster, bagel, steak, burger, popcorn, pancake, pizza, chili, chile, comal, barbecue, barbeque, bbq, grill, griddle, campfire, bonfire, burning leaf, burn leaf, candle, incense, cigar, cigarette, marshmallow, pot roast, cookie, casserole, lasagna, turkey, fish stick, tortilla, burn dinner, burn supper, burn lunch, burn breakfast, smoke machine, fog machine, fake smoke, stage, birthday cake, burn the rice, burned rice, burn rice, quesadilla, oatmeal, burn soup, burn the soup, the skillet, wok, smoke a turkey, smoke turkey, smoke a brisket, smoker grill, =smoked turkey, sear, searing, crumb, crumbs, toaster crumbs',
  staticCharge:
    'static, static shock, static electricity, off the carpet, from the carpet, cross the rug, across the rug, cross the carpet, across the carpet, in my socks, in socks, wool socks, in slippers, dry air, air be so dry, so dry, from the dog, off the dog, car door, when the air get dry, air get dry, trampoline, balloon, fleece, wool sweater, new carpet, fuzzy carpet, shag carpet, the carpet and touch, fleece blanket, january air, winter air, only static, just static, wool on nylon, pull the quilt, wool blanket, pet him, pet her, pet the dog, pet the cat',
  'fryNeutral!':
    'fish fry, the =fryer, a =fryer, air =fryer, deep =fryer, fry himself, fry itself, fry herself, french fry, squirrel fry, i be fry',
  popOut: '=popped, =popped off, =popped out, pop out, pop up, kick off, keep pop, let go',
  tripSwitch:
    'breaker, breakers, button, reset button, test button, little button, gfi, gfci, gfi button, gfci button, fuse, switch in the box, breaker switch, bulb, light bulb, bulbs',
  violent: 'bang, boom, loud, flash, big pop, explode, blew, black, smoke, spark, smell, hot, shower of, pop and',
  'coNeutral!':
    'not the carbon one, not the carbon kind, not a carbon one, not a carbon, not the carbon, not carbon, not carbon monoxide, not the carbon monoxide, not a carbon monoxide, not the monoxide, no carbon anything, not the co, not a co, not co, no carbon on it',
  coName:
    'carbon one, carbon thing, carbon gadget, carbon box, monoxide one, monoxide thing, monoxide box, smoke and monoxide, smoke and carbon, co one, the monoxide, combo kind, combination kind, combo alarm, combination alarm, combo detector, combination detector, combo unit on the wall',
  'noWaterNeutral!':
    'no water hook up, no water hooked up, no water connect, no water run to it, no water in there yet, no water line there yet, no water there yet',
  'calledOff~':
    'send him home, send her home, send them home, call off the, call it off, called it off, cancel the emergency, cancel the tech, cancel the plumber, cancel the electrician, cancel the call, cancel that call, cancel my call, cancel the visit, no need for the emergency, no need for an emergency, do not need the emergency, do not need him any more, do not need him anymore, do not need anybody any more, do not need anyone anymore, forget it please, scratch my message, scratch the emergency, tell him not to come, tell her not to come, tell them not to come, no need to come any more, no need to come now, no longer need, stand down, do not send, do not need to send, to turn around, turn him around, turn her around, turn them around, turn the truck around, can turn around, turn it round, turn him round, turn it around, wave off, call him off, go back to bed, stop him, so do not come, ya no hace falta, ya no es necesario, que no venga, ya no lo necesito',
  'runningPump!':
    'sump pump will not stop run, pump will not stop run, sump pump keep run, pump keep run, sump pump run all night, pump run all night, sump pump run constantly, pump never stop run, sump pump never stop',
  pastStopper:
    'stopper, past the stopper, past the plug, round the stopper, down the drain, go down the drain, out the drain, past it',
  'soapNeutral!':
    '=check with soap bubbles, =check it with soap bubbles, =test with soap bubbles, =check for leaks with soap bubbles, bubble bath',
  rotCause:
    'skunk, skunks, zorrillo, possum, raccoon, trapper, cabbage, potato, potatoes, disposal, dead mouse, dead animal, compost, diaper, garbage, mouse, mice, rat, squirrel, garlic, ajo, onion, onions, meat, shrimp',
  workTale:
    'apprentice opening, apply for the, like to apply, want to apply, my resume, your hiring, you be hire, you hiring, the opening you, helper position, service manager post, looking for work, learn my lesson, learned my lesson, make a good candidate, be a good candidate, refinery, power plant, fui electricista, fui plomero, necesitan gente, i would learn all that',
  'jokeNeutral!':
    'make no sense, makes no sense, smell like nothing, smelled like nothing, smell of nothing, like somebody hit a pipe, like someone hit a pipe, like hitting a pipe, kitchen on fire',
  'unclogged!': 'toilet finally let go, clog let go, drain finally let go, clog finally let go, blockage let go',
  workingFine:
    'back on and stay on, be back on and stay, back on and staying on, been good since, been fine since, it have hold all week, hold all week, held all week, held since, held ever since, nothing have trip since, and it have stay, and it stay on, it be back in business, back in business, hold an hour now, held an hour now, all normal now, she be purr, be purr, run like a top, running like a top',
  wePour: 'pour the pad, pour the slab, pour a slab, pour a pad, pour concrete, pouring the pad, pouring the slab',
  'fireplaceGlow!': 'electric fireplace glow, fireplace glow, logs glow, fake logs glow',
  partialHeat: 'house be toasty, house be warm and, rest of the house be toasty, house heat fine',
  paneSweat:
    'window glass, on the glass, the glass, window pane, window panes, the panes, over my windows, all over the windows, on the windows, my windows',
  'milderNeutral!': 'not that bad out, not so bad out',
  'burnDownNeutral!':
    'burn down his, burn down her, burn down their, burned down his, burned down her, burned down their',
  'cyclesOff!':
    'when the air shut off, when the ac shut off, when it shut off, when the air cycle off, when the ac cycle off, when the furnace shut off, when the blower shut off, when the heat shut off, when it shut down, when it cut off, when it turn off, when it turn itself off, when it kick off',
  toolSparks: 'my drill, grinder, angle grinder, sharpen, sander, motor brush, =brushes, table saw',
  electricalThing:
    'smoke thing, smoke things, smoke gadget, only smoke, just smoke, plain smoke, plain old smoke, photoelectric smoke, smoke only, hot tub hookup, hot tub hook up, hot tub wire, bathroom fan, bath fan, bathroom exhaust fan, bathroom gfi, bathroom gfci, bathroom outlet, bathroom plug, bathroom light, bathroom switch, shower light, fan in the bathroom, toilet room fan, washing machine plug, dryer plug, string lights, disposal switch',
  'groomingNeutral!': 'curling iron, curling irons, curling wand',
  hotSmell: 'curling iron, curling irons, curling wand',
  'grooming~':
    'curling iron, curling wand, flat iron, hair straightener, hair dryer on her, her bangs, her hair, his beard, singe my hair, singed my hair, nail polish, perm, hair spray',
  'fireworks~':
    'firework, fireworks, firecracker, firecrackers, sparkler, sparklers, roman candle, bottle rocket, cap gun',
  'merelySteam~':
    'it be steam, it be just steam, just steam, only steam, be only the steam, be the steam, steam off the, it be fog, be a kettle, be the defrost, it be defrost',
  'fishSupper~':
    'catfish, salmon, fish guts, fish fry, fish stick, tuna casserole, trout, bass we caught, fish market, bait',
  firstDust:
    'on the first time this, on for the first time this, first time this year, first time this season, first time this fall, first time this winter',
  'electricNeutral!': 'not all electric, not everything be electric, not all of it be electric',
  'storyOver~':
    'so that be that, and that be that, so no problem, not call about that, not calling about that, that be behind us, so that be behind, fine ever since, good ever since, warm ever since, toast here ever since, warm as toast ever since, dry ever since, quiet ever since, check every joint, checked every joint, sound as a bell, clear as a bell, say the house be perfect, that be all replace, be all replaced, all replaced by, get it fixed now, got it fixed now, rewired the whole, no gas at all he',
  'workingFine!': 'heat be pour out, heat be pouring out, heat pour out, heat be pour, heat come pour',
  'turnOnNeutral!':
    'can not turn the water on, can not turn it on, can not turn the water back on, can not get it to turn on',
  'chirps~':
    '=chirps, =chirping, =peeps, =peeping, =beeps, =beeping, chirp once, chirp every, beep once, beep every, peep once, peep every, peep about once, once a minute, every minute, tut, tutting, =bip, =bips, every thirty second, every forty second, every so often, little hiccup',
  'fellSilent~':
    'quit chirp, stop chirp, quit beep, stop beep, quit peep, stop peep, it quit when, it stop when, it have stop, it stopped when',
  'overflowNeutral!':
    'overflow tank, overflow plate, overflow cover, overflow cap, overflow hole, overflow drain cover, got run over, get run over, run over by a, run over by the',
  'rainNeutral!':
    'day of rain, days of rain, week of rain, inch of rain, rain through my open, rain barrel, right as rain, rain head, rain shower',
  'waterHeater!': 'the geyser, my geyser, our geyser',
  'out!': 'be =shot, must be =shot',
  'vacuumBreaker!': 'vacuum breaker',
  'bucketNeutral!': 'dehumidifier bucket',
  'tileNeutral!': 'tile come off, tile came off, tile fall off, tile fell off, tile of come off, tile pop off',
  'rustNeutral!':
    'froze with rust, frozen with rust, froze with age, frozen with age, freeze with rust, freeze with age, rust freeze',
  'hazeNeutral!': 'get a white haze, have a white haze, haze on the glass, vapor tight, vapor proof, vapor barrier',
  'toastNeutral!': 'dry as toast',
  'stillHolding!': 'warm as toast',
  'minorRepair!': 'start and stop, starts and stops',
  'switchFuel!': 'stop heating with, stop heat with, stop using oil',
  'outdoors!': 'hot out, hot outside',
  'phoneWire!': 'phone wire, telephone wire, old phone line, telephone line, cable tv wire, coax, coaxial',
  'tingleNeutral!': 'tingly from kneel, tingly from sit, all tingly from, tingle from, foot go tingly, foot be tingly',
  'blowInNeutral!': 'blow insulation, blew insulation, blow in insulation, blown in insulation',
  'ampNeutral!':
    'buzz in my guitar, hum in my guitar, buzz in my amp, hum in my amp, buzz in the speaker, buzz in my speaker, hum in the speaker',
  'lostLight!': 'lost the light inside, lose the light inside',
  'glowNeutral!': 'glow at night, glow in the dark, embers glow, glowing embers, glow ember',
  'nestNeutral!': 'wasp nest be in, wasp nest in my, wasp nest in the, bird nest in',
  'noHeatName!': 'no heat people, no heat folks on',
  'sendNeutral!': 'to send a plumber for, to send a man for, to send a guy for, to send somebody for',
  'skunkNeutral!':
    'dog got skunked, dog get skunked, dog got sprayed by a skunk, dog be sprayed by a skunk, cat got sprayed by a skunk, skunk be the dog, got skunked, skunk get under, skunk got under, skunk under, skunk live under, skunk get into, skunk got into, skunk in the yard, skunk in our yard, skunk in my yard, skunk family, baby skunk, baby skunks, skunk spray, skunk sprayed, find the skunk, found the skunk, find a skunk, found a skunk',
  'statusLight!': 'green light that flash, green light be flash, green light flash, flash green',
  'gunNeutral!': 'squirt gun, water gun, water pistol, water balloon, water balloons',
  'expert~':
    'your guy, your man, your tech, your technician, your fella, your fellow, your crew, your people, your plumber, your electrician, your foreman, your lineman, electrician, plumber, lineman, linemen, fire department, fire brigade, firemen, gas man, gas company, the utility, power company, inspector, furnace man, service man, repair man, small engine man, boiler man, another company, restoration company, tu muchacho, su muchacho, el tecnico, el plomero, el electricista, your weekend man, your weekend guy, your night man, your boy, one of your guys, one of your men, one of yours',
  'beforeAsk~':
    'have that before, have this before, have it before, have you have, happen before, ever happen, first time, had it before, had that before, like this before, been here before, when do it start, when did it start, how long have',
  'sinceWork~':
    'since your, since the, since they, since he, ever since, right after, after your, after they, after he, after the, the day your, when your guy, when your man, from when, supposed to, suppose to, was to, promise to',
  'onceMore~': 'still, keep, come back, worse, another one, also, but now, and now it',
  'mereJoke~':
    'just kidding, only kidding, i be kidding, bad joke, i be joke, only joke, just joke, sticker shock, by these price, by your invoice, by your bill, by your price, crossword, i say it wrong, i say that wrong, said that wrong, wrong word, me explico mal, asi decimos, manner of speaking, figure of speech, not literally, sound effect, name of his team, name of the band',
  'coQuiet~': 'quiet, silent, green, green light, green and silent, show zero, read zero, say zero',
  'spilt~':
    'mop bucket, a vase, vases, kiddie pool, wading pool, root beer, ice chest, cooler tip, dog bowl, water dish, watering can, tabletop fountain, decorative one, decorative fountain, i spill, we spill, he spill, she spill',
  'removed~':
    'took him out, take him out, took it out, take it out, threw it out, throw it out, threw it away, throw it away, haul him out, haul it out, carried it out, in the bin, in the trash, in a bag, in the garbage, found it, there it be, there he lay, ya lo tire, lo tire',
  'fillNeutral!':
    'propane tank filled, my propane tank filled, tank filled, fill my propane, fill the propane tank, fill my propane tank',
  'plumbingThing!': 'spray sideways, spray to the side, spray to the left, spray to the right, spray crooked',
  'comesAgain~':
    'again, back again, same smell, same thing, same noise, not fix it, never fix it, do not help, not help',
  'neverAgain!':
    'not do it again, not do that again, not happen again, never happen again, not happen twice, not go through that again, not want that again',
  waterHeater: 'tank heater, gallon gas heater, gallon heater, anode in my heater, flush my heater, flush the heater',
  plumbingThing: 'gas meter, battery backup sump, sumps, sump pump battery, well water, stinky water, hot tap',
  officeCaller:
    'purchase order, the wholesaler, county inspections, answering service you use, campaign office, i be a reporter, reporter with, your van be, your truck be, other plumbing shop',
  'streamNeutral!': 'back to stream, will not stream, switch to stream',
  'outletDead!': 'bulb blew, bulb blew out, bulb blow, bulb blow out',
  'mainsFlushNeutral!':
    'flushed the mains, flush the mains, flushed the hydrants, flush the hydrants, flushing the mains, flushing the hydrants',
  'yardFireNeutral!':
    'fire in the yard, fire in our yard, fire in the back yard, fire in the backyard, fire in the pit',
  'televisionNeutral!': 'cable television, cable tv, cable man, cable guy, cable people, cable company',
  'wellNeutral!':
    'nobody have a headache, nobody be get a headache, nobody have get a headache, no headaches, nobody sick, nobody be sick, nobody dizzy, nobody be dizzy, none of us sick, none of us be sick',
  'explodeNeutral!': 'going to explode, gonna explode, go to explode, will it explode, could it explode',
};
