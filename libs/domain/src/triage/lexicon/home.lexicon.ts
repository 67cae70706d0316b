import type { Words } from '../language/lexicon.js';

/** How a home is said to lose its water, warmth and cool, or to have too much of them, beside the plain names; and who lives in it. */
export const HOME: Words = {
  out: 'go to sleep, go on vacation, on vacation, on strike, go quiet, on holiday, call it quit, throw in the towel, pass away, leave us, have leave the building, not with us, nomas sopla, nomas avienta, nomas hace ruido, solo hace ruido, solo avienta, ya no vuelve, no volvio, blow nothing but warm, blow nothing but cold, blow nothing but hot, be not come since, have not come since, take the night off, take the day off, be completely off, be totally off, be entirely off, be fully off, be all the way off, be completely out, be totally out, be entirely out, be all the way out, be out entirely, be completely dead, be totally dead, be stone dead, only hum, just hum, hum but, fan not spin, fan will not spin, fan be not spin, fan not turn, fan will not turn, not turn at all, not spin, will not spin, have not turn, have not run, have not come on, not budge, just sit there, sit there, trip every time, trip, croak, croaked, belly up, done for, on the fritz again, se quemo, tronado, se trabo, no da, no avienta',
  noHeat:
    'nothing warm about it, not warm air, no warmth, without warmth, no flame though, never any flame, no flame, heater be not make hot, not make hot, heat have quit, heat be kaput, heat have die, one cold house, nothing start and the house, be not warm the house, house be not warm, house just be not warm, se nos fue la calefaccion, se fue la calefaccion, no calienta nada, no hay calor',
  nobodyWord: 'nobody, no one, none of us, none of the, not one of, neither of us, neither unit, nadie, ninguno',
  haveVerb: 'have, get, with, tiene, tienen',
  heatAny: 'heat, any heat, heating, warm air, calefaccion',
  coolAny: 'ac, air, cooling, air conditioning, cold air, aire',
  unitWord:
    'unit, big unit, unit outside, outside unit, unit on the roof, rooftop, rooftop unit, system, whole system, fan outside, outside fan, outdoor fan, outdoor unit, unidad, sistema, equipo',
  'coldHome~':
    'steam never come up, steam never come, steam do not come up, steam will not come up, no steam in the radiator, vent blow meat locker air, hang meat, meat locker, walk in freezer, igloo, siberia, north pole, antarctica, ice rink, like a tomb, like a barn, like a morgue, would chill a beer, chill a beer, polar bear, penguin, wrap in every quilt, wrap in every blanket, every quilt we own, every blanket we own, hat to bed, sleep with hat, sleep in hat, sleep in our coat, in our parka, in long johns, mitten, no warm, burner be dead, burner dead, finger be blue, lips be blue, nails be purple, unas moradas, manitas moradas, manos moradas, congelador, hielera, refrigerador aqui, con chamarra, chamarra y gorro, gorrito, cobijas encima, just blow cold, only blow cold, blow cold, blow icy, blow chilly, cold come out of the vent, put out cold, blow like ice',
  weakCooling:
    'air be no good, aire no sirve, blow like a hairdryer, blow like a hair dryer, blow room temperature, not cool like, barely cool, cool a little, not get below, can not get below',
  coolSystem:
    'the central, central quit, central air unit, machine outside, outside machine, cold machine, box in the window, window box unit, wall that blow cold, the cooler, ductless, aparato de aire, el mini, mini esplit, minisplit, ay see, ay sea, a sea, ace e, a see, ay c, eh see, ar condition, air conditionin, air condishner, ayah conditionah, ductless, aircon unit, big air',
  elderly:
    'senior citizens, residents, old fella, old feller, great aunt, great uncle, octogenarian, nonagenarian, shut in, shut ins, convalescent, nursing wing, assisted care, seniors, viejita, viejito, ancianito, ancianita, tercera edad, adulto mayor, suegrita',
  baby: 'por dar a luz, a punto de dar a luz, va a dar a luz, por aliviarse, a punto de aliviarse, ready to pop, new bore, new born, nuborn, bump, eight months gone, she be due, i be due, wife be due, daughter be due, due in two week, due in three week, due in a week, due in a month, due this month, due this week, with child, in the family way, expectant mother, prenada, espera bebe, esta esperando, de encargo, nursing infant, infants, foal, incubator, little newborn, baby girl, baby boy, nap room',
  medical:
    'heart pill, heart medicine, heart medication, bad heart, weak heart, bad lungs, weak lungs, heart trouble, lung trouble, congestive, arrhythmia, afib, stroke in, stroke last, have a stroke, hip do, hip replace, knee do, broke her hip, broke his hip, broken hip, cerebral palsy, muscular dystrophy, spina bifida, down syndrome, kidney failure, kidney disease, home nurse, caretaker, caregiver, not get out of bed, do not get out the bed, in a hospital bed, can not regulate, regulate his temperature, regulate her temperature, overheats, can not get hot, let me get hot, get too hot be dangerous, can not move, bed ridden, sick and old, see oh pee dee, c o p d, see o p d, c o p d s, pneumonia, recover from, home from surgery, surgery last week, surgery yesterday, surgery this week, just discharge, discharged him, discharged her, terminal, radiation treatment, insulin in the fridge, presion alta, del pulmon, de los pulmones, cancer, quimioterapia, quimio, recien operada, recien operado, silla de ruedas',
  freezing:
    'coldest, ice in my glass, glass have ice in it, have ice in it, skin of ice, fingers be numb, can not feel, snowsuit, snow suit, everything be ice, frozen over, hay hielo, bajo cero, nevada, in our coat, in my coat, with our coat on, with coat on, in our coats, coats on, colder than a well digger, sub freezing',
  'placeAnswer~':
    'only when, just when, when i, when it, when we, when the, sometimes, on and off, off and on, now and then, here and there, nada mas cuando, nomas cuando, solo cuando, cuando, a veces, a ratos, de vez en cuando',
  'explicitNeutral!':
    'an emergency fee, an emergency charge, an emergency rate, an emergency line, an emergency contact, an emergency kit, an emergency light, an emergency generator, an emergency number, an emergency visit fee, emergency vet, animal emergency, pet emergency, emergency dispatch, where be the emergency, technician position, emergency position, emergency rate, emergency fee, be automatically dangerous, knob and tube dangerous, nada de urgencia, nada de urgencias, no hay urgencia, sin urgencia, kind of an emergency to me, an emergency to me, emergency for me only, emergency guy, emergency man, emergency sheet, emergency list, emergency pan, two for emergency, press two for emergency',
  frostCue:
    'since it get cold, since it get so cold, since the cold, after the cold, after it get cold, when it get cold, since the freeze, after the freeze, outside wall, exterior wall, north wall, north side, cold came in, cold come in, froze last night, froze overnight, cold overnight, under the trailer, under the mobile home, unheated, well house, crawlspace be cold, con el frio, por el frio, desde que hizo frio, desde la helada',
  iceWord:
    'popsicle, popsicles, stick of ice, block of ice, solid ice, all ice, slush, iced up, ice up, ice in it, rock solid, solid as a rock, thaw, thaw out, thawing, unfreeze, defrost, hecho hielo, hechos hielo, puro hielo',
  'noWater!':
    'tap quit, tap just quit, faucet quit, faucet just quit, tap stop work, faucet stop work, tap quit overnight, sink quit run, not a drop from any tap, not a drop from any faucet, not a drop from the tap, not a drop from, not a drop come out, not a drop of water, not a drop anywhere, nothing from any faucet, nothing at any tap, not at any tap, nothing out of any faucet, nothing out of the faucet, taps be bone dry, taps be dry, faucets be bone dry, well quit, well just quit, well be not give, well not give us any, not give us any water, water be completely off, water have quit, water just quit, water just stop, tank will not refill, not refill since, nothing come from the faucet, zip nothing, faucet be not run, faucet not run, faucet do not run, tap do not run, both handle nothing, ni gota, ni una gota, se fue el agua, nos quedamos sin agua, no baja agua, no sube agua',
  'noHotWater!':
    "hot side of every tap, hot side be cold, hot tap be cold, hot tap run cold, nothing but cold from the hot, hot water be still out, hot water still out, hot water have quit, hot water's kaput, still no hot water, hot water be kaput, hot water die, water go cold, shower go cold, cold at every tap, every tap cold, cold everywhere in the shower, se acabo el agua caliente",
  lowFlow:
    'only a trickle, just a trickle, nothing but a trickle, a trickle in, down to a trickle, a dribble, only a dribble, just a dribble, down to a dribble, barely a trickle, barely any water, un hilito, apenas sale, sale poquita',
  hotWaterName: 'hot water, agua caliente',
  wellName: 'the well, my well, our well, well pump, el pozo',
  wellThing:
    'well line, line from the well, line come in from the well, well house, well pipe, water line, service line, line along, line under',
  sewage:
    'septage, night soil, dookie, doody, doo doo, doodoo, poo, poo poo, caca, popo, pupu, excremento, mierda, excrement, what we flush, what you flush, what they flush, what neighbor flush, other people flush, somebody else flush, all what neighbor, street sewer',
  faeces:
    'poop, poo, poo poo, feces, turd, doo doo, doodoo, doody, dookie, human waste, raw sewage, caca, popo, excrement, excremento, mierda, effluent, toilet paper, number two, crap, shit, what we flush, what you flush',
  fixtureIn:
    'in my tub, in the tub, in my bathtub, in the bathtub, in my shower, in the shower, in my sink, in the sink, in the guest bath, in my bath, in the bath, in my basement, in the basement, on the floor, on my floor, on the bathroom floor, in the yard, in my yard, in the laundry room, in the hallway, en la tina, en la regadera, en el piso, en el sotano',
  pet: 'dog, cat, puppy, kitten, litter, diaper, potty train, potty training, perro, gato',
  sewerThing:
    'all the fixture, every fixture, all our fixture, all my fixture, both bathroom, every sink, all the sink, everything in the house, lowest drain, all the drain in the house',
  heldBack:
    'my thumb on it, thumb over it, my thumb over, got my finger on it, hold my finger on it, hold it shut, hold it close with, hold it with my hand, hold it with both hand, if i let go, when i let go, if i take my hand, if i take my thumb, take my thumb off, hold a towel on it, hold a bucket under and',
  flood:
    'indoor creek, indoor stream, indoor river, indoor lake, creek in my, brook in my, column of water, fountain in there, a fountain about, yard high, thick as my thumb, thick as a thumb, thick as a pencil, arc clear, nice arc, make a lake, a brown lake, brown lake, carpet be under, under about an inch, inch of it, need waders, need a boat, need a canoe, soup in the basement, swimming, water slide, up to the bottom of the furnace, up to the furnace, at the furnace, to the first step, to the second step, to the third step, second step, over my shoes, over my shoe, over my boots, in my slippers, rubber boots, wading boots, ya parece alberca, parece alberca, hasta los tobillos, hasta la rodilla',
  drip: 'bead, beads, teaspoon, tablespoon, spoonful, thimble, thimbleful, few drops, couple drops, couple of drops, one drop, sweat, sweating',
  basin:
    'mixing bowl, tupperware, mug, jar, mason jar, coffee can, saucepan, roasting pan, cake pan, dishpan, tray, dish, pail, kettle, crock, yogurt cup, solo cup, ice cream tub, margarine tub, cookie sheet, casserole, pitcher, thermos, litter pan, cubeta, balde, olla, taza, vaso, palangana, tina de plastico',
  runningToilet:
    'will not stop refill, keep refill, keep refilling, john run, potty run, tank trickle, tank never fill, urinal will not stop, toilet will not stop, toilet it be run, toilet run and run, no deja de correr, sigue corriendo el tanque',
  slowDrip:
    'drop a second, drop a minute, drops a minute, drop every second, drop every minute, a drop at a time, teaspoon of water, cup every, a mat worth, every week or, empty it sunday, empty it once, empty it every, one drop and then, a drop and then, one drop at a time, wee bead, a bead at, a bead of water, goes plip, plip, drip once a',
  distantPast:
    'this be in the spring, this be in the summer, this be in the fall, this be in the winter, that be in the spring, that be in the summer, that be in the fall, that be in the winter, back in the spring, back in the fall, at easter, at thanksgiving, over easter, in that cold snap, in that heat wave, in that hundred degree week, that cold week, the other summer, the other winter, en la primavera, en el verano',
  atOnce:
    'this evening, this very evening, this afternoon, within an hour, in an hour, inside the hour, today not tomorrow, por la noche, hoy mismo, en una hora',
  helperWord: 'man, a man, fella, fellow, handyman, anyone at all, hombre, muchacho',
  repaired:
    'have it go by, have it run by, get it go again by, have it go again, it just kick on, it kick on by itself, it come back, come back on its own, came back on its own, bump the door panel',
  hotHouse:
    'bake bread in here, without an oven, soup in here, it be soup, cook an egg, fry an egg, like an attic, wilt, wilted, greenhouse, hotter than hades, hotter than hell, sweat box, sweatbox, steam room, candle melt, drip with sweat, shirt off, shirt soak, feet in a dishpan, feet in ice, foot in ice, wet towel, wet washcloth, lie in the tub, cold bath, wet rag, sudando, salpullido, un horno, parece horno, bochorno, panos mojados, asandonos, hervir',
  badLeak:
    'empty itself, emptied itself, emptying itself, empty himself, like billy o, come down hard, come through in four, in four places, cistern split, cistern have split',
  warmSeason:
    'nice spring day, spring day, fall day, in shorts, windows be open, window open, lovely out, balmy, near seventy, t shirt weather, shirt weather',
  blowsCold: 'blow cold, blow cold air, blow ice cold, blow nice and cold, blow good and cold',
  nonService:
    'card number, new card, apartment number, my unit number, gate code, door code, lockbox code, callback number, my phone number be, wrong phone number, correct address, spell my name',
  gotNothing: 'get nothing, nothing happen, nothing come on, no response, do not respond',
  noCooling:
    'no tengo aire, no tenemos aire, no hay aire, sin clima, no hay clima, no tengo clima, me quede sin aire, nos quedamos sin aire, se fue el aire',
  meterSpins:
    'meter spin, meter be spin, meter whirl, meter be whirl, meter run like crazy, meter go crazy, dial spin, dial be spin, medidor da vueltas, medidor no para',
};
