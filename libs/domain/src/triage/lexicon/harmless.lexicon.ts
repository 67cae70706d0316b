import type { Words } from '../language/lexicon.js';

/** What says that a danger is over, somebody else's, or none: the kitchen's smoke, the carpet's spark. */
export const HARMLESS: Words = {
  'thatWas~':
    'that =was, this =was, it =was last, it =was in, it =was back, it =was on, it =was before, it =was two, it =was three, it =was a year, it =was years, past tense, this be from, that be from, from the big storm, from the last storm, eso fue, fue en, fue el',
  'longOver~':
    'week ago, weeks ago, couple of week back, weeks back, month ago, days ago, last week, the week before, in the spring, in the fall, in the winter, in the summer, over the winter, over the summer, before easter, before christmas, at christmas, at thanksgiving, at my old, at our old, at the last place, another house, when i be married, hace semanas, la semana pasada',
  'mended~':
    '=tightened, =tightened it, =relined, zero zero, =swapped, =resealed, =rewired, =sealed, =capped, =rebuilt, put a new, put in a new, put in new, put new, new regulator, new panel, new furnace, new heater, new boiler, new valve, new pipe, new line, new part, =cleared us, clear us, cut it out, =disconnected it, =replumbed',
  'allClear~':
    'zero everywhere, zeros everywhere, all zero, all zeros, zeros all around, reading zero since, read zero since, reads zero since, =been zero since, zero since, nothing since, say we be good, said we be okay, say it be all good, say we be all good, say it be all clear, get the all clear, give us the all clear, gave us the all clear, all clear since, clear us to go back, let us back in, be fine ever since, be fine since, been good since, been good ever since, been toasty since, not a drop since, not a peep since, has not since, have not be since, not since then, no trouble since, no problem since, no problems since',
  'worksAgain~':
    'come back on, came back on, kick back on, kicked back on, be back on, back up and run, up and run again, run again, work again, get heat now, have heat now, get it now, heat be back, air be back, power be back, water be back, all back on, start right up, fire right up, light right up, it be work now, work now, works now, blow warm now, blow cold now, blowing warm, come right on, come right back, working great, works great now, ya prendio, ya jalo, ya volvio',
  'nowAsk~':
    'right now, now, still, at the moment, currently, today, tonight, at present, this minute, going on, be it happening, do it happening, active, since, ahora, todavia, en este momento, sigue, hoy',
  'safeAsk~':
    'safe now, be it safe, be everything safe, everything okay now, all right now, be it fixed, do they fix it, look at, anyone be out, anybody be out, anyone been out, anybody been out, anyone come out, seen it, check it, be it check, checked it',
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
    'funeral spray, spray tan, hair spray, bug spray, spray paint, spray foam, spray bottle, =sprayer, =sprayers, spray nozzle',
  'shockNeutral!':
    'no one be shock, nobody be shock, no one get shock, nobody get shock, no one have be shock, nobody have be shock',
  'smokeNeutral!':
    'hardwired smoke, hard wired smoke, wired smoke, smoke come loose, smoke in the hall chirp, it say smoke and low, say smoke and low battery, smoke go off, =smokes go off, =smokes',
  'floodNeutral!': 'swamp cooler, evaporative cooler',
  'sparkNeutral!':
    'sparked an idea, spark an idea, sparked my interest, spark my interest, sparks joy, spark joy, creative spark, spark of',
  coldSnap: 'cold snap, cold snaps',
  'breathNeutral!': 'vapor de la boca, vapor por la boca',
  'elseNeutral!': 'everywhere else, anywhere else',
  'countNeutral!':
    'emergency for my bank, emergency for my wallet, what count as an emergency, count as an emergency, count as emergency, consider an emergency, emergency at the bank, emergency with you people, emergency about thanksgiving',
  'guyNeutral!':
    'send a guy to measure, send somebody to measure, send someone to measure, send a guy out to measure, send a guy to give, send somebody to give, send a guy whenever, send somebody whenever, send someone whenever',
  fountain:
    'drinking fountain, water fountain, aerator, pressure like, too much pressure, get pressure, pressure be so, into the sink, in the sink, into the bowl, over the bowl, in the nose, shower head, into the tub, in the pool, into the pool, i be fill',
  'wasteNeutral!':
    '=wasting water, =wasting, waste of water, waste so much water, waste all that water, waste all this water, hate to waste water',
  fiction:
    'my novel, the novel, a novel, novel i, short film, my film, our film, the film, school play, our play, the play, on stage, second act, first act, last act, theater group, theatre group, drama club, haunted house, fire drill, only a drill, just a drill, be a drill, disaster drill, practice drill, tabletop exercise, i dream, had a dream, have a dream, bad dream, nightmare, dreamt, movie where, movie with, show where, episode where, video game, this movie, that movie, murder mystery, script, screenplay, scene where, a scene, the scene, magician, magic show, science fair, parade float, volcano, una pelicula, una novela, un sueno',
  selfTest:
    'push the button, press the button, push the test, press the test, test button, test beep, when i test, when you test, like it should, when i press, when you press, when i push, when you push',
  'hale~':
    'fit as a fiddle, healthy, healthy as, in our twenties, in our thirties, in our forties, in our fifties, in my twenties, in my thirties, in my forties, in my fifties, we be both fine, we be all fine, all of us be fine, perfectly well, fine over here, tougher than, right as rain, me and the cat, me and my cat, me and a cat, me and the dog, me and my dog, me and a dog, me and two cat, me and two dog',
  'heatOfThing~':
    'heat or noise, heat or smell, heat or a smell, heat or smoke, heat or buzz, heat or a buzz, heat or spark, heat or burn, heat or sound, heat or a sound, heat or hum, heat or discoloration, noise or heat, smell or heat, smoke or heat, spark or heat, heat noise, heat smoke, heat smell, heat come off, heat off the, heat off of',
  cookSmoke:
    'bacon, =toast, =toaster, bagel, steak, burger, popcorn, pancake, pizza, chili, chile, comal, barbecue, barbeque, bbq, grill, griddle, campfire, bonfire, burning leaf, burn leaf, candle, incense, cigar, cigarette, marshmallow, pot roast, cookie, casserole, lasagna, turkey, fish stick, tortilla, burn dinner, burn supper, burn lunch, burn breakfast, smoke machine, fog machine, fake smoke, stage, birthday cake, burn the rice, burned rice, burn rice, quesadilla, oatmeal, burn soup, burn the soup, the skillet, wok, smoke a turkey, smoke turkey, smoke a brisket, smoker grill, =smoked turkey, sear, searing',
  staticCharge:
    'static, static shock, static electricity, off the carpet, from the carpet, cross the rug, across the rug, cross the carpet, across the carpet, in my socks, in socks, wool socks, in slippers, dry air, air be so dry, so dry, from the dog, off the dog, car door, when the air get dry, air get dry, trampoline, balloon, fleece, wool sweater',
};
