import type { Words } from '../language/lexicon.js';

/** What comes off, is hit or shows a number in a home, and how a danger is pictured by who has no name for it. */
export const MISHAPS: Words = {
  waterHose:
    'dishwasher hose, washer hose, washing machine hose, supply hose, supply line, supply lines, flex line, braided hose, braided line, bidet hose, hose on the washer, hose to the bidet, hose to the washer, hose behind the washer, hose behind the washing machine, hose on the washing machine, hose to the dishwasher, hose under the sink, sprayer hose, pex, pex line, fill hose, fill line, water line, water main, hot side, cold side, elbow, coupling, union, clean out cap, faucet, spigot, hydrant, toilet tank, water softener, water heater, hot water tank, washer hookup, backflow',
  cameAway:
    'blow off, blew off, blown off, blow clean off, blew clean off, pop off, popped off, come off, came off, come loose, came loose, kick loose, kicked loose, knock loose, knocked loose, knock off, knocked off, jump off, jumped off, be off completely, completely off, shatter, shattered, tear off, tore off, torn off, rip off, ripped off, shear off, sheared off, come apart, came apart, come undone, unglue, unglued, let go, let loose',
  runsWild:
    'spew, spewing, spray, spraying, gush, gushing, shoot, shooting, squirt, squirting, dump, dumping, flail, flailing, dance like a snake, dancing like a snake, whip around, whipping around, like a fire hose, steaming, run all over, running all over, pour, pouring, go everywhere, going everywhere, blow like, blowing like, throw water, throwing water, hit the ceiling, hitting the ceiling',
  fireSprinkler:
    'fire sprinkler, sprinkler head, sprinkler pipe, sprinkler line, sprinkler riser, ceiling sprinkler, sprinkler over, the sprinkler in the hall, sprinkler in the ceiling, sprinkler bulb, fire suppression',
  setOff:
    'dump, dumping, go off, went off, going off, let go, on since, discharge, discharging, open up, opened up, knock, knocked, hit, hung, clip, clipped, bump, bumped, break, broke, rain, raining, pour, pouring, spray, spraying, spew, snap, snapped, blow, blew',
  lawn: 'lawn, yard, irrigation, grass, garden, zone, flower bed, flowerbed, backyard, front yard, landscape, landscaping, timer',
  jetOfWater:
    'old faithful, a plume, foot plume, feet up in the air, fountain where, indoor creek, indoor waterfall, indoor pool, like a car wash, like a fire hose, fire hose into, raining sideways, rain sideways, hot spring, water feature',
  padBox:
    'green box, transformer box, transformer, utility box, power box, power pole, utility pole, light pole, electric pole, telephone pole, the pole, electric meter, meter box, pedestal',
  rammed:
    'back over, backed over, back into, backed into, run into, ran into, run over, ran over, drive into, drove into, crash into, crashed into, plow into, plowed into, slam into, slammed into, clip, clipped, took out, take out, knock over, knocked over, smash into, truck hit, car hit, van hit, mower hit, tractor hit, hit the, hit my, hit our, hit a',
  aVehicle:
    'car, truck, pickup, van, minivan, suv, trailer, tractor, mower, bus, driver, delivery, garbage truck, dump truck, plow, snowplow, skid steer, forklift, drunk, rv',
  furniture:
    'bed, beds, bunk, bunks, top bunk, crib, couch, sofa, piano, desk, table, dining table, dining room table, bookcase, bookshelf, books, mattress, pillow, stove, computer, dresser, tv, keyboard, armchair, recliner, my head, his head, her head, crib rail',
  fallsOn:
    'drip on, dripping on, drip onto, dripping onto, drop on, dropping on, fall on, falling on, rain on, raining on, pour on, pouring on, come down on, coming down on, pee on, drip down on, leak on, leaking on, leak onto, leaking onto, drip all over, pour onto, pouring onto, run onto, running onto, gotea sobre, cae sobre, cayendo sobre',
  bailing:
    'bailing, bail water, bail out the, bailing out, scooping water, scoop water, sweeping water out, sweep water',
  overRim:
    'over the rim, over the lip, over the edge of the tub, over the grating, over the curb of the shower, up over the rim, over the brim, past the rim, over the threshold, over the side of the tub, over the top of the tub',
  handsOff:
    'do not touch it and the sink, do not touch both, touch both, touch them both, stove and the sink together, sink and the stove together, fridge and the sink together, one hand on the',
  numbShock:
    'hand go numb, arm go numb, arm be numb, arm be still numb, hand be numb, arm go to sleep, arm fall asleep, hand go to sleep, fingers tingle, teeth hum, teeth hummed, took a belt, got a belt, take a belt, feel a belt, felt current, feel current, feels current, felt a current, knocked me on my, knocked on my behind, knocked on my butt, knocked on my rear, on my behind by, threw me across, threw him across, threw her across, kicked him across, kicked her across, kicked me across, set him on the deck, sat him down, spicy, sting your leg, sting your legs, stings your legs, sting my legs, stings my legs, sting my hand, stings my hand, sting my hands, stings my hands, tickles your legs, tickle my legs',
  sniffer:
    'sniffer, his sniffer, gas sniffer, meter clip, clip on meter, meter clipped, his meter, her meter, explosive gas, lel, l e l, percent lel, gas leak detector, combustible gas detector',
  gasHose:
    'gas dryer hose, gas hose, gas dryer line, gas connector, gas flex, gas flex line, flex line to the stove, stove connector, dryer connector, gas line, gas pipe, gas tube, propane hose, propane line, gas stub, gas supply, gas dryer pipe',
  parted:
    'be off the wall, off the wall, come off, came off, come loose, came loose, pull off, pulled off, pull loose, pulled loose, rip off, ripped off, knock loose, knocked loose, wide open, left open, be open, kink, kinked, crack, cracked, snap, snapped, bend, bent, crush, crushed, chew, chewed, wiggle',
  reopened:
    'turn it back on, turned it back on, turn back on, turned back on, open it with, opened it with, opened it back, cut the tag, took the tag, take the tag, tore the tag, took it off, take it off, have keep it run, keep it running, kept it running, still run it, run it anyway, running it anyway, on myself, on themselves',
  pilotWord: 'pilot, pilot light, burner, grill, oven, furnace, heater, fireplace, water heater',
  withABang:
    'with a bang, with a boom, with a whoosh, with a whump, with a thump, my eyebrows, no eyebrows, his eyebrows, her eyebrows, singed my, singed his, blew me back, blew the door, fireball, ball of fire',
  plateWord:
    'plate, cover plate, wall plate, switch plate, face plate, faceplate, outlet cover, the cover, socket cover',
  warped:
    'warp, warped, melt, melted, sag, sagged, sagging, droop, drooped, droopy, slump, slumped, soft, bubble, bubbled, blister, blistered, scorch, scorched, char, charred, glow, glowing, crispy, black, burnt',
  hotToHold:
    'too hot to hold, too hot to touch, too hot to lay, too hot to keep, too hot to leave, too hot to put, can not keep a hand, can not keep my hand, can not keep your hand, can not hardly keep, hardly keep your hand, hardly keep my hand, can not hold my hand, can not hold your hand, can not keep your finger, can not keep my finger, hot to hold, burn my knuckle, burned my knuckle, burn my finger, burned my finger, burn my hand, burned my hand, burn my palm, burned my palm, burned his hand, burned her hand, burn your hand, hot as an iron, hot as a stove, hot as a griddle',
  wetOrFlue:
    'water, faucet, tap, radiator, pipe, pipes, shower, flue, chimney, fireplace, sun, oven, stove, exhaust, muffler, vent, drain, sink, hose, woodstove, dryer vent, bath, kettle, pan, handle',
  wallHot:
    'wall be hot, wall be really hot, wall be warm, wall feel hot, wall feel warm, wall be hot to, wall get hot, wall getting hot, wall be too hot, hot wall, warm wall, wall behind the tv be hot, wall behind it be hot, wall behind it be warm, wall hot',
  browned:
    'come out black, came out black, come out all black, be all black, black and soft, black and hot, black and melted, brown and hot, brown and soft, brown and smell, black ring, brown ring, brown tongue, color of tea, colour of tea, brown toasted, toasted edge, black hole, brown streak, brown patch, black patch, black stripe, be scorched, be charred, charred, chamuscado',
  metalBit:
    'fork, key, hairpin, hair pin, bobby pin, paper clip, paperclip, screwdriver, knife, scissors, coin, penny, nail, tweezers, wire hanger, coat hanger, tenedor, una llave, clavo, pasador',
  inOutlet:
    'in the outlet, in an outlet, in the socket, in a socket, in the plug, in the plug hole, into the outlet, into an outlet, into the socket, into the plug, in the wall and it, in the wall socket, en el contacto, en el enchufe, en el tomacorriente',
  boredIn:
    'drill, drilled, drilling, drove a nail, drove the nail, drive a nail, nail in, put a screw, screw gun, screw hit, hang a picture, hanging a picture, hang the tv, hung the tv, mount the tv, mounting the tv, sawed, sawzall, cut into, cut through',
  bigBang: 'flash, bang, pow, boom, big pop, blue flash, threw me back, went bang, went dark, spark, sparks, zap',
  ceilingWord: 'ceiling, drywall, sheetrock, plaster, paint on the ceiling',
  bellies:
    'bulge, bulging, belly, bellied, balloon, ballooning, like a water balloon, bow, bowing, bag, bagging, baggin, swell, swollen, sag, sagging, about to give, come down, coming down, came down, fell in, falling in, cave, caved, collapse, collapsed, in my lap, in chunks, hanging down',
  wetWord: 'water, drip, dripping, wet, soaked, leak, leaking, rain, pour, pouring, upstairs bath, agua',
  seepPlace:
    'under the front door, under the door, under his front door, under her front door, under the garage door, under his garage door, from the baseboard, out of the baseboard, under the baseboard, between the tile, between the tiles, through the tile, up through the floor, through the floor, between the floorboards, up through the slab, through the slab, from the slab, down the stairs, down the staircase, down the hall, down the steps, into the hall, toward the bedroom, towards the bedroom',
  cracklesInWall:
    'crackle in the wall, crackling in the wall, crackle inside the wall, crackling inside the wall, crackling behind the wall, popping inside the wall, popping in the wall, sizzle in the wall, fizz in the wall, fizzing in the wall, crackle behind the, crackling behind the, crackle in my wall, crackling in my wall, wall behind the tv crackle, hear the electricity, buzzing in the wall, buzzing inside the wall, zapping in the wall, sizzling in the wall, sizzling behind the wall, sizzling inside the wall, frying in the wall, frying behind the wall, frying inside the wall',
  wallPipes:
    'pipe, pipes, baseboard, radiator, radiators, bee, bees, wasp, wasps, hornet, mouse, mice, rat, squirrel, raccoon, termite, termites, expand, ice',
  lifeless:
    'stone cold, ice cold, dead cold, be cold, be ice, be stone, be all cold, cold to the touch, cold as a stone, stone dead, blank, blank screen, screen be blank, not a thing, not a murmur, not a peep, not a sound, not a lick, not a flicker, be a cabinet, be a statue, like a tombstone, like tombstones, like gravestones, like a gravestone, vow of silence, be silent, stone still, take its leave, took its leave, never start, never started, never relit, never come on, never came on, never come up, never came up, never lit, never kick in, never kicked in, flash a code, flash the code, flashing a code, blink a code, blinking code, red code, show a code, show an error, show a red, error code, locked out, lock out, do nothing, take a nap, took a nap, not make its noise, not make a noise, not make a sound, not make any noise, jammed, out of oil, out of propane, run out of oil, ran out of oil, run out of propane, ran out of propane, out of fuel, conk out, conked out, passed on, passed away, departed, given up the ghost, lost its heat, lose its heat, blow nothing, blown nothing, blowing nothing, be dead, off line, offline, tripped, kaput, fried, cooked itself, quit',
  pilotOut:
    'pilot be out, pilot go out, pilot light be out, pilot light go out, pilot keep go out, pilot will not stay lit, pilot will not light, pilot will not stay, pilot out and',
  floats: 'float, floated, floating, float by, floated by, bob, bobbing, drift, drifted, swim by, swam by',
  looseThing:
    'ironing board, shoe, shoes, slipper, slippers, boot, boots, sandals, toys, laundry, laundry basket, box, boxes, trash can, garbage can, litter box, dog bowl, chair, chairs, couch, sofa, rug, mattress, mat, bath mat, basket, broom, mop, hamper, cooler, books, luggage, suitcase, bin, bins, flip flops, flip flop, sneakers, legos, dolls',
  inchDeep:
    'an inch, inch or two, two inch, three inch, four inch, six inch, couple inch, few inch, couple of inch, half a foot, a foot, ankle deep, knee deep, shin deep, over my shoes, over my ankles, over my slippers, over my boots',
  inTheRoom:
    'in the den, in the basement, in my basement, in the hall, in the hallway, in the kitchen, in the garage, in the living room, in the laundry room, in the bathroom, in the bedroom, in the mudroom, in the cellar, on the floor, on the basement floor, on the kitchen floor, across the floor, in the crawlspace, in the lobby, in the store, in the foyer, in the closet',
  notWater:
    'snow, gap, clearance, hole, crack, board, shelf, clean, dust, room, insulation, concrete, gravel, tile, pipe, line, tall, wide, dry',
  kitchenCause:
    'in the compost, i cooked, we cooked, i be cook, we be cook, cooking on one, been cooking, fish heads, haddock heads, fish meal, fish fry, where i keep the, where we keep the, keep the onions, keep the potatoes, cut onions, chopped onions, chopping onions, boil eggs, boiled eggs, boiling eggs, hard boiled, egg salad, cooking cabbage, cooked cabbage, kimchi, sauerkraut',
  'calledOff~': 'para cancelar, cancelar el emergency, cancelar la emergencia, cancelar la visita',
  thirdParty: 'comadre, my comadre',
  runningToilet: 'taza no para, inodoro no para, excusado no para, taza no deja de llenar, taza que no para',
  hypothetical: 'when there be gas smell, will i hit, or will i hit',
  hvacThing:
    'ductos, channel of air, channels of air, air exchanger, fresh air exchanger, split unit, split units, window air, dryer vent, range hood, hood filter, stove pipe, monoxide, carbon alarm, carbon thing, carbon detector, fall check, fall cleaning, fall tune, heater guy, forced air, register, registers, rad, rads, whole house fan',
  plumbingThing:
    'fire sprinkler, fire sprinklers, hydrant, well cap, the well, flush, flushing, grease box, grease trap, lavadora, coladera, regadera',
  electricalThing: 'nine volt, smoke detector, smoke alarm, doorbell, door bell, dimmer, chandelier',
  'buzzInNeutral!': 'buzz me up, buzz me in, buzz you in, buzz him in, buzz her in, buzz them in, buzz from my phone',
  'lightningNeutral!': 'fried by lightning, fry by lightning',
  'pourNeutral!':
    'pour coffee, pour grease, pour drano, pour bleach, pour boiling water, pour vinegar, pour paint, pour grounds',
  'cisternNeutral!':
    'time the toilet fill up, when the toilet fill up, after the toilet fill up, while the toilet fill up',
  'usGirlsNeutral!': 'us girls, the girls at work, girls at the office, girls night',
  'whenNeutral!': 'whenever they please, whenever it please, whenever it like, whenever they like',
  'onCallNeutral!':
    'where be the on call guy, where be your on call guy, on call guy be late, on call guy be supposed, on call guy be suppose',
  'out!': 'toilet =shot, flapper =shot',
  'noWater!':
    'nothing be come out of any, nothing come out of any, nothing be come out of the tap, nothing be come out of the faucet',
  noCooling:
    'lost its air, lost their air, lose its air, lose their air, chiller be trip, chiller trip, chiller be tripped, lost the cool, lose the cool, do not have cool, not have cool, no cool, the cool quit, the cool be not work',
  halfPower: 'half the office, half the store, half the building',
  litThing: 'exit sign, neon sign',
  loudElectric: 'bug zapper, bug hit, like a zapper',
  panel: 'fuse door, closet with the fuses, fuse closet, panel door',
  hot: 'heat to it, heat come off, heat come off of, heat off',
  'todayNeutral!': 'hoy en la manana, ayer en la manana, desde en la manana, desde la manana',
  medical: 'derrame, patients, our patients, my patient, embolia',
  overheadLine: 'company be drop, the power drop',
  outOfDoors:
    'hydrangeas, hydrangea, flowers, flower bed, shrubs, boxwoods, lilacs, chain link, playground, pasture gate',
  soundWord: 'ruido, ruidito, sonido, suena',
  gushVerb: 'bleeding out, bleed out all over',
};
