import type { Words } from '../language/lexicon.js';

/** Electricity that burns, sparks or bites. */
export const ELECTRICAL: Words = {
  spark:
    'shoot a flame, shot a flame, shoot flame, fire dots, spark, sparks, sparky outlet, chispa, chispas, chispita, chispitas, chispazos, chisporroteo, chispeando, chispazo, echando chispas, throw spark, shoot spark',
  arc: 'arc, arcing, arcs, electrical arc, arched, arching, short circuit, shorting out, short out, corto circuito, cortocircuito',
  'sparkNeutral!':
    'chispitas de, chispa de, spark plug, sparky electric, spark electric, sparks electric, bright spark, spark joy, spark my interest, sparkle, spark of, spark plumbing, sparks nevada, sparks street, sparks avenue, mister spark, mr spark, spark igniter, spark a conversation, spark ignitor',
  crackle:
    'crackle, pop, sizzle, fizz, fry, zapping sound, snapping sound, popping, sizzling, frying sound, snap crackle, hissing, crepitando, tronando, spit',
  buzz: 'buzz, hum loud, loud hum, buzzing, zumbido, zumbando, humming loud, vibrate, buzz loud, angry bee, bee, bees',
  faintHum: 'hum, faint hum, slight hum, faint buzz, slight buzz, low hum, humming, quiet hum, soft hum, little hum',
  panel:
    'panel, breaker, breaker box, breaker panel, electrical panel, electric panel, fuse box, electrical box, circuit breaker, breaker bocks, service panel, sub panel, subpanel, main breaker, panel box, electric box, meter base, meter box, meter can, disconnect, tablero, caja de breakers, electric meter, power box, load center, fuse panel, transformer, junction box, breakers, fuze box, fuse cupboard, meter cabinet, electric cabinet, electrical cabinet, box with all the switches, box with the switches, box with the breakers, main lug, lug, lugs, control cabinet, switchboard, switchgear, distribution board, consumer unit, electricity box, electricity meter, power meter, smart meter, meter on the side of the house, gray box, grey box, box on the side of the house, box on the side, box on the outside of the house, caja de fusibles, cajon de los breakers, centro de carga',
  elecPlace:
    'outlet, plug, socket, switch, light switch, receptacle, light fixture, light, wire, wiring, cord, extension cord, power strip, dimmer, ceiling fan, chandelier, lamp, wall plug, electrical outlet, plug in, surge protector, junction box, wall outlet, fixture, gfci, gfi, light bulb, bulb, cable, power line, doorbell, thermostat, car charger, ev charger, charger, enchufe, tomacorriente, contacto, cable, cables, foco, interruptor, apagador, generator, hot tub, recessed light, baseboard heater, space heater, electrical, electric, power pole, knob and tube, aluminum wire, heat tape, heat lamp, heat gun, heat cable, emergency light, emergency lights, emergency generator, exit light, exit lights, flood light, flood lights, floodlight, floodlights, out let, out lit, surge bar, conduit, faceplate, outlet cover, night light, nightlight, usb port, can light, can lights, sconce, smart plug, electric blanket, power bar, power cord, pool light, control box, christmas tree, christmas lights, string lights, attic fan, garbage disposal, bath fan, exhaust fan, vanity light, porch light, plugs, electricity, range outlet, dryer outlet',
  elecAppliance:
    'dryer, washer, dishwasher, fridge, refrigerator, microwave, oven, stove, furnace, air handler, condenser, ac unit, ac, air conditioner, water heater, disposal, garage door opener, pool pump, tv, blower, motor, heater, compressor, heat pump, well pump, unit, thermostat, washing machine, toaster, boiler, appliance, control board',
  burn: 'burn, burnt, hot plastic, melting plastic, plastic, rubber, singe, electrical smell, electric smell, electrical burning, smoky, scorched smell, hot electrical, hot wire, electrical fire, burning rubber, ozone, quemado, quemando, quemada, acrid, =toasted, metallic, like something burning, campfire',
  fishy:
    'fishy, fish, smell fish, dead fish, fishy smell, fish smell, pescado, kipper, kippers, sardine, sardines, mackerel, old fish',
  urine: 'urine, pee, cat pee',
  smoke: 'smoke, smoking, smoky, humo, smolder, puff of smoke, smoke come out',
  'smokeNeutral!':
    'smoke one, smoke ones, smoke detector, smoke alarm, smoke and carbon, smoke test, do not smoke, smoking area, smoke shop, no smoking, smoke and co detector, smoke detectors, non smoker, smoker, chain smoke',
  fire: 'court fire, cot fire, caught a fire, kot fire, set fire, set the wall on fire, fire on the, fire behind, fire inside, fire from the, fire under the, fire at the outlet, fire at the panel, fire at the meter, flames come out of, flames shoot, flames on the, flames from the outlet, flames from the wall, flames from the panel, on fire, catch fire, catch on fire, electrical fire, fire in the wall, fire in my, fire in the, small fire, there be a fire, start a fire, caught fire, burst into flame, go up in flame, incendio, fuego, fire come out, in flame, flame shoot, house =fire, engulf, se esta quemando',
  'fireNeutral!':
    'fire department, fire up, fire place, fire pit, fireplace, fire station, fire inspection, fire marshal, fire extinguisher, fire sprinkler, pilot flame, fire alarm, fire truck, fire chief, fireman, firemen, fire dept, fire fighter, fire code, fire damage restoration, fire someone, =fired my, =firing my, =be =fired, =was =fired, =were =fired, =got =fired, fire my contractor, fire my plumber, fire my electrician, firewood, fire sale, fire hydrant, fire suppression, getting fired, fire wall',
  scorch:
    'melt, scorch, char, black mark, burn mark, blacken, turn black, brown mark, brown around, black around, singe, burned up, discolored, burn spot, burnt spot, black soot around, =browning, turned brown, turn brown, black spot, derretido, derritio, quemado, =toasted, deform, warped, turn yellow, bubbled plastic, burnt up, crispy, black soot',
  glow: 'glow, red hot, glowing, orange glow, glow red, glow orange',
  hot: 'hot, hot to the touch, warm, warm to the touch, burning up, heat up, overheat, scalding, really hot, too hot to touch, caliente, get hot, hot as, feel hot, burn my hand',
  slightlyWarm:
    'slightly warm, a little warm, little warm, bit warm, kinda warm, kind of warm, sort of warm, warm, lukewarm, warm when',
  exposed:
    'expose, bare, fray, live wire, live, hang out, hang down, hanging, stick out, sticking out, uncover, chewed, chewed through, stripped, cut, dangle, loose, pull out, expuesto, expuestos, pelado, pelados, come out of, rip out, open, raw, without a cover, chew, showing, torn, damaged',
  wire: 'wire, wiring, cable, power line, electrical line, electric line, service line, power cable, electrical cord, cord, cables, service drop, romex, service cable, conductors, service entrance, power lines, line from the pole, line to the house, electric wire, line off the pole, live line, the mast, electric pole',
  downed:
    'down, on the ground, in the yard, across the driveway, fall, come down, knocked down, rip off, pull off, pull down, ripped off, tore off, lay on, lying on, laying on, low, sag, in the street, on my car, on my roof, tree, touching, torn off, yanked, off the house, across my, tirado, caido, caidos',
  shockVerb:
    'give a nip, give me a nip, give you a nip, give me a kick, give you a kick, give us a kick, give a kick, give me a bite, give you a bite, give me a belt, give me a wallop, nip me, nips me, give me a tingle, give you a tingle, a jolt, a zap, a shock, shock, zap, electrocute, jolt, tingle, get bit, bit me, bite me, buzz in my hand, got bitten, electric shock, electrical shock, toque, toques, descarga, me dio un toque, da toques, da corriente, pasa corriente, knocked back, thrown back, pins and needles, light me up, lit me up, static shock, poke me, =buzzed, buzzed me, little bite',
  person:
    'me, my, i, him, her, us, she, he, them, we, husband, wife, son, daughter, kid, someone, anybody, you, hand, finger, arm, tenant, guy, mother, mom, dad, father, elbow, everyone, people, hands, brother, grandson, worker, roommate, boy, girl, dog, child, somebody',
  touch:
    'touch, plug, unplug, switch, metal, faucet, shower, sink, tub, pool, stove, handle, knob, grab, flip, turn on, water, fridge, washer, appliance, washing machine, dryer, hold, lean on, bump, brush against, reach, change the bulb, change a bulb, outlet, tap, doorknob, toaster, microwave, pan, oven, railing, lamp, cord, light, panel, breaker, hot tub, spigot, dishwasher, pipe, wire, electrical, electricity, frame, case, housing, lid, side of, rail, ladder, counter',
  'shockNeutral!':
    'factura me dio un toque, cuenta me dio un toque, quote give me a jolt, quote give me a shock, bill give me a jolt, bill give me a shock, invoice give me a shock, price give me a jolt, price give me a shock, estimate give me a jolt, estimate give me a shock, electric shock fence, shock fence, shock collar, electric fence, sticker shock, shock absorber, in shock, be shock at, be shock to, be shock by the price, be shock by how, be shock how, shock by the bill, shock at the, price be a shock, quite a shock, bit of a shock, total shock, shocking price, culture shock, shock the well, shock the pool, pool shock, well shock, shell shock, shock chlorination, shock my system, bill be a shock, shock when i see, shock when we see, nearly shock, came as a shock, come as a shock, shock of my life when, shock of my life open, shock of my life at the, shock of my life see, such a shock, got a shock when i saw, get a shock when i see, get a shock when i open, get a shock when i look, get a shock see, shocked me how, shock me how, shock me that, shock that, price shock, water hammer shock, a real shock, a big shock, surprised and shock, be shock you, what a shock',
  flicker:
    'flicker, dim, dim and bright, brighten, bright and dim, strobe, blink, flash, surge, pulsate, parpadean, parpadea, parpadeando, brown out, brownout, going up and down, fluctuate',
  lights: 'light, lights, lamp, power, electricity, luces, luz, bulb, chandelier',
  halfPower:
    'half the house, half of the house, half my house, half our house, half power, partial power, part of the house, some of the house, one leg, lost a leg, lose a leg, one side of the house, half the outlets, half the lights',
  noPower:
    'no power, lose power, power be off, power be out, power go out, no electricity, without power, without electricity, power out, electricity be out, electricity go out, lights will not come on, whole house be dark, everything go dark, house go dark, no lights, completely dark, totally dark, no hay luz, sin luz, se fue la luz, no tengo luz, blackout, no juice, dead panel, pitch black, in the dark, power outage, lost electricity, entire house lose power',
  breakerTrips:
    "breaker trip, breaker keep trip, trip the breaker, breaker will not reset, breaker keep pop, keep trip, breaker will not stay, breaker go off, breaker pop, trip my breaker, blow a fuse, blow fuse, fuse keep blow, breaker flip, keep flip, breaker that keep, won't reset, will not reset, breaker will not go back, breaker keep kick, tripped breaker, tripping",
  outletDead:
    'outlet not work, outlet do not work, outlet be dead, dead outlet, outlet stop work, outlet be not work, outlet go out, outlet quit, plug do not work, plug be not work, switch do not work, switch be not work, light do not work, light be not work, light be out, light will not turn on, outlet will not work, switch stop work, ceiling fan stop, fan do not work, gfci will not reset, gfi will not reset, outlet have no power, light stop work, doorbell do not work, doorbell stop work, dead switch, outlet lose power, socket do not work, plugs do not work, outlets be out, plug stop work, lights out in',
};
