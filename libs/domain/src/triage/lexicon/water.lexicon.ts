import type { Words } from '../language/lexicon.js';

/** Water and sewage where they should not be, and what makes them stop. */
export const WATER: Words = {
  water: 'water, h2o, agua, hot water, cold water, flood water',
  liquid: 'it, stuff, liquid, that',
  gushVerb:
    'pour, gush, spray, spew, stream out, streaming, cascade, shoot, squirt, spurt, jet out, blast, geyser, gusher, fire hose, firehose, piss, pee, vomit, volcano, hose down, pee out, piss out',
  runVerb:
    'run out, run down, run across, run all over, run through, run into, run onto, run everywhere, run along, run under, run over, run off, run from, roll down, roll across, trickle down the wall, creep, travel, make its way, find its way, reach, get into, go into, go all over, go everywhere, go through, seep through',
  comeVerb: 'come, leak, drip, seep, fall, drop, rain, pour, run, enter, ooze, weep, leach, push, get in, bubble',
  flood:
    'flood, inundate, deluge, =swamp, under water, underwater, knee deep, ankle deep, shin deep, waist deep, ankle high, up to my ankle, up to my knee, up to our ankle, up to the first step, =wading, wade in, wade through, wade across, water world, inch of water, foot of water, inch deep, foot deep, standing in water, turn into a lake, turn into a pool, turn into a swimming pool, turn into a river, turn into a pond, lake in, river in, pond in, swimming pool in, small lake, indoor pool, floor be covered in water, floor be covered with water, niagara, a river, lagoon, moat, =floating, waterlogged, =bailing, bail water, wet vac, every towel, all the towel, towels everywhere, used every towel, out of towels, soaking up, mop and mop, can not mop, bucket brigade, buckets everywhere, in buckets, waterfall, water fall, inundacion, inundado, inundada, inundando, se inunda, se inundo, se esta inundando, encharcado, run the shop vac, with the shop vac, with a shop vac, get the shop vac, got the shop vac, shop vac it, shop vac can not, shop vac be not, shop vac full, shop vac go, =swimming',
  rainIndoors:
    'rain in my, rain in the, rain inside, rain in our, rain indoors, rain down from, rain through, rain from the ceiling, rain from my ceiling, rain in here, rain into, shower from the ceiling, indoor waterfall, ceiling be rain, ceiling be cry, ceiling be pour, ceiling be drip, ceiling be leak, ceiling be cave, ceiling cave, ceiling be collapse, ceiling collapse, ceiling be come down, ceiling come down, ceiling fall, ceiling be fall, ceiling be bulge, ceiling be sag, ceiling sag, ceiling bulge, bubble in the ceiling, gotea del techo, gotera, goteras',
  growing:
    'fill on its own, filling on its own, get bigger, keep get bigger, grow, spread, reach, get worse, keep grow, move toward, get closer, headed for, heading for, make its way, keep come, keep fill, bigger, by the minute, and rise, rise, every minute',
  puddle: 'puddle, pool, wet spot, charco',
  comeOut: 'come, pour, run, drip, leak, let, seep, rain, gush, spray, flow, drop, fall, trickle, rush',
  hardCeiling:
    'ceiling, wall, drywall, sheetrock, techo, pared, light fixture, can light, plaster, recessed light, chandelier, overhead light, ceiling fan, ceiling light, kitchen light, bathroom light, light, lights',
  everywhere:
    'everywhere, all over, every where, por todas partes, por todos lados, por toda la casa, all across the floor, entire floor, whole floor, whole basement, bass mint, entire basement, whole kitchen, whole house be, all the way across, floor to floor, soaking everything, soak everything, ruin everything, ruin my, ruining, destroying, into every room, from room to room, room to room',
  soaked: 'soak, drench, saturate, sopping, squish, squishy, soaking wet, empapado, mojado',
  rising:
    'rise, get deep, get deeper, deeper, get higher, higher, come up, climb, fill up, filling, fill, spread, keep come, get worse, get bigger, growing, subiendo, sube, level be go up, creep up, gain on us, fast, faster',
  through: 'through, thru, out of, from, from inside, into, in, onto, on, inside, via, del, por, desde, off',
  ceilingPlace:
    'ceiling, light fixture, wall, roof, drywall, sheetrock, overhead, ceiling fan, upstairs, floor above, unit above, apartment above, neighbor above, techo, pared, can light, recessed light, chandelier, the vent, smoke detector, kitchen light, bathroom light, light',
  floorPlace:
    'floor, basement, kitchen, hallway, hall, living room, bedroom, carpet, garage, stairs, crawl space, crawlspace, cellar, den, laundry room, downstairs, foundation, closet, bathroom, hardwood, house, apartment, home, sotano, cocina, bano, piso, casa, tile, closet, office, store, shop, dining room, lobby, utility room, rug',
  pipe: 'pipe, pip, piping, water line, supply line, water main, hose, washer hose, washing machine hose, fitting, pex, copper line, copper pipe, galvanized pipe, sprinkler head, valve, spigot, hose bib, hose bibb, water pipe, main line, main water line, tuberia, tubo, cano, caneria, supply hose, toilet supply, ice maker line, icemaker line, dishwasher line, shutoff valve, joint, elbow, connection, plumbing, pvc, polybutylene, riser, manifold',
  burst:
    'burst, rupture, split, crack open, crack, split open, blow, blow off, come off, pop off, fall off, break, break off, break open, snap, snap off, explode, bust, come apart, come loose, let go, give way, give out, pinhole, hole in, shear off, separate, disconnected, puncture, hit, cut, drill, nail through, nick, rot through, bust open, blow up, spring, reventada, reventado, revento, rota, roto, rompio, se rompio, exploto, estallo, tronada, trono',
  drillThrough:
    'drill through, drill into, nail through, nail into, screw through, screw into, saw through, cut through, cut into, hit with a nail, hit with a drill, put a nail through, put a screw through, put a hole in, dig into, dig up, hit with a shovel, hit by an excavator, hit with the backhoe',
  unstoppable:
    'can not stop, will not stop, can not get it to stop, can not get the water to stop, can not make it stop, can not shut, can not turn, can not close, will not shut, will not turn off, will not close, can not find the shutoff, can not find the shut off, can not find the valve, can not find the main, do not know where the shutoff, do not know where the shut off, do not know where the main, do not know how to shut, do not know how to turn, do not know how to stop, do not know where to turn, do not know where to shut, no way to stop, valve be stuck, valve be frozen, valve be seized, shutoff be stuck, shutoff be frozen, shutoff do not work, shut off do not work, valve do not work, valve be not work, valve be not shut, shutoff be not work, knob be stuck, handle be stuck, not able to stop, unable to stop, unable to shut, unable to turn, nothing stop it, keep come, keep leak, keep run out, do not stop, not stop, nonstop, non stop, no para, no puedo parar, no puedo cerrar, no se como cerrar, no cierra, no deja de salir',
  leak: 'leak, leaky, leakage, drip, seep, ooze, weep, trickle, dribble, gotea, goteando, gotear, fuga, fugas, pooling, puddle, pool, puddling, spring a leak, water come out, water come from, water on the floor, water under, water around, water in the, water on my, water behind, some water, there be water, water come, find water, wet around, charco',
  badLeak:
    'big leak, bad leak, huge leak, major leak, massive leak, serious leak, terrible leak, heavy leak, leak bad, leak badly, leak pretty bad, leak a lot, leak heavily, leak like crazy, leak fast, leak like a sieve, crazy leak, large leak, a lot of water, lots of water, so much water, ton of water, tons of water, too much water, gallon of water, gallons of water, bucket after bucket, empty the bucket every, emptying buckets, buckets are filling, bucket every, full blast, full force, full pressure, high pressure, mucha agua, water come out fast, fuga grande, leak everywhere',
  drip: 'drip, drop, trickle, dribble, slow leak, small leak, tiny leak, little leak, slight leak, minor leak, barely leak, gotita, weep',
  basin:
    'faucet, sink, tub, bathtub, shower head, showerhead, spout, bucket, pan, pot, bowl, container, towel, tap, spigot, hose bib, outdoor faucet, outside faucet, kitchen faucet, shower, bib, llave, grifo, lavabo, drip pan, drain pan, shower arm, cup, handle',
  sewage:
    'something nasty, something not very nice, nasty stuff, disgusting stuff, sewage, sewer, raw sewage, poop, feces, fecal, human waste, =crap, shit, sewer water, black water, toilet water, toilet paper come, dirty water, brown water, septic, aguas negras, drenaje, cloaca, =waste, waste water, wastewater, gray water, nasty water, filthy water, stinky water, =solids, turd, number two, sludge, gunk, effluent',
  drain:
    'drain, floor drain, main drain, sewer line, sewer, main line, toilet, commode, cleanout, clean out, tub drain, shower drain, septic, septic tank, inodoro, excusado, drenaje, john, crapper, throne, potty',
  backUp:
    'overflow, come up, come back up, bubble up, boil up, regurgitate, spew, push up, rise up, shoot up, well up, come out of, overrun, spill over, spill out, run over, regresando, se regresa, desbordando, se desbordo, desborda, tapado y saliendo, vomit up, belch up, flow back, push back up, erupt, gurgle up, fill up',
  upInto:
    'tub, bathtub, shower, floor, floor drain, sink, basement, tub and shower, laundry tub, shower stall, downstairs toilet, other toilet, both toilet, onto the floor, yard, on the floor, house, every drain, all the drain, drains in the house, tina, regadera',
  overflow:
    'overflow, run over, spill over, spill onto, flow over, go over the rim, over the rim, desbordando, desborda, over the top, brim over, over the edge',
  sump: 'sump pump, sump, some pump, sub pump, sump pit, ejector pump, pit pump, basement pump, sewage pump, sewage ejector, bomba de sumidero',
  fail: 'fail, die, quit, stop, not work, not run, not kick on, not turn on, not pump, break, burn out, dead, go out, give out, be out, not keep up, can not keep up, not come on, do nothing, not do anything, lose power, not start, seize, malfunction, shut off, no funciona, will not, stop work, hum, be down, conk out, stuck',
  dry: 'dry, dried, no water, old, from before, bone dry',
  stain:
    'stain, water stain, water mark, water spot, discolor, discoloration, brown spot, yellow spot, ring on the ceiling, brown ring, mark on the ceiling, patch on the ceiling, brown circle, yellow circle',
  dampSpot:
    'wet spot, damp, damp spot, moist, moisture, soft spot, wet patch, wet carpet, carpet be wet, floor be wet, wall be wet, wet wall, soggy, musty, mildew, bubbling paint, paint be bubble, condensation, mancha, humedad, warm spot on the floor, wet floor',
  gurgle: 'gurgle, glug, bubble, bubbling sound, gurgling noise, burble',
  clog: 'clog, plug, block, slow, back up a little, stop up, stuck, will not flush, do not flush, not flush, drain slow, slow drain, slow to drain, take forever to drain, will not drain, not drain, do not drain, do not go down, not go down, tapado, tapada, obstruct, plugged up, stopped up, stuffed up, sluggish',
  runningToilet:
    'running toilet, toilet run, toilet keep run, toilet be run, toilet will not stop run, toilet constantly run, toilet have be run, commode run, commode keep run, toilet tank keep fill, tank keep fill, toilet keep fill, toilet handle, jiggle the handle, flapper, fill valve, phantom flush, toilet hiss, toilet that run, toilet sound, toilet just run, toilet never stop, toilet refill, run inside the tank, run in the tank, just in the tank, only in the tank, toilet will not quit run, toilet it will not quit run, commode will not quit run, toilet will not quit',
  isolated:
    'shut it off at the wall, shut off at the wall, turn it off at the wall, crank the valve shut, valve be shut, shut down at the box, shut off under, shut it off under, turn off under, turn it off under, shut off at the toilet, shut off valve under, shut the valve, close the valve, turn off the valve, shut off the valve, turn the valve off, shut it off at the valve, shut off to the, turn off the water to the, shut off the water to the, shut the water off to the, turn the water off to the, turn off to the, turn off the supply, shut off the supply, turn off at the wall, valve behind the toilet, valve under the sink, angle stop, shut off behind, turn off behind, capped it, cap it off, unplug the washer, not use it, isolated it, cerre la llave',
  mainOff:
    'turn the main off, shut the main off, main off, shut off the main, shut the main, turn off the main, turn the main off, shut off the water, shut the water off, turn off the water, turn the water off, water be off, water be shut off, water be turned off, shut off at the street, shut off at the meter, turn it off at the meter, main be off, main water off, shut it off at the main, turn it off at the main, water off at the main, water main off, cut off the water, cut the water off, cut the main, killed the water, kill the main, house be shut off, water to the house be off, water to the whole house, water off to the whole house, whole house be off, shut the whole house, close the main, got the main off, got the water off, got it shut off, shut everything off, turn everything off, city shut off, city shut it off, city turn it off, cerre el agua, agua cerrada, cerre la llave principal, main valve be off, off at the curb, off at the street, shut off the house, turn off the house, cut the water at the street, cut the water off at the street, got to the main, get to the main, turn the whole house off, turned the whole house off, whole house off, at the street',
  waterStopped:
    'nothing be come out any more, nothing come out anymore, nothing come out now, stop on its own, be dry now, be contained, be under control, stop now, be not leak anymore, not leak anymore, no longer leak, stop the leak, leak have stop, water have stop, not leak right now, dry as a bone, ya paro, ya no sale, ya no gotea, dry for an hour, dry since, bone off, it quit dead',
};
