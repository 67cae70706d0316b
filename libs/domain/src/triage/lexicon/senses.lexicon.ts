import type { Words } from '../language/lexicon.js';

/**
 * Words that mean about the same to a dispatcher. No rule is built on them: they let the learned reading carry over
 * what it was taught of "gushing" to "sluicing", which it may never have met. Their words also join the vocabulary, so
 * that "squelching" and "squelched" are one word.
 */
export const SENSES: Words = {
  senseFastFlow:
    'pour, gush, spray, spew, cascade, squirt, spurt, jet, blast, torrent, stream, shoot, surge, geyser, waterfall, fountain, rush, dump, deluge, sluice, splash, spatter, splatter, flow, hose, barrel, roar, whoosh, river, creek, rapids, downpour, monsoon, firehose, hydrant, sheet, flying, launch, erupt, belch, vomit, disgorge, shower, rain',
  senseSlowFlow:
    'drip, dribble, trickle, ooze, weep, bead, seep, plink, plop, leach, percolate, droplet, drop, drippy, driblet, sweat, condensation, dew, spit, piddle, wick, bleed',
  senseSpread:
    'spread, rise, creep, climb, expand, encroach, widen, travel, grow, inch, crawl, swell, balloon, bulge, sag, droop, bow, buckle, warp, bigger, deeper, higher, worse, advance, migrate, double, balloon',
  senseWet:
    'soak, drench, soggy, squish, squelch, sopping, sodden, saturate, waterlogged, damp, mushy, splish, slosh, puddle, wade, moist, wet, swamp, marsh, bog, pond, lake, pool, ankle, knee, galoshes, rubber boots, rain boots, boots, slippery, flood, submerge, float, bobbing, swim, paddle, canoe, boat',
  senseMopping:
    'mop, bucket, bail, towel, tarp, squeegee, shop vac, wet vac, vacuum, pail, trash can, cooler, tupperware, pot, bowl, pan, bin, sponge, rag, sheets, blanket on the floor, bath mat, wring, empty, dump it out, catch, roasting pan, mixing bowl',
  senseWaste:
    'sewage, sewer, poop, turd, feces, crap, septic, waste, sludge, muck, effluent, toilet paper, raw, filth, brown water, black water, cesspool, leach field, drainfield, cleanout, manhole, backflow, doody, number two, nasty water, gray water, potty',
  sensePipes:
    'pipe, line, hose, fitting, valve, spigot, joint, elbow, coupling, solder, pex, copper, galvanized, pvc, manifold, riser, supply, main, connector, washer hose, bib, faucet, tap, shutoff, stopcock, tubing, plumbing, sprinkler, irrigation, backflow preventer, pressure tank, expansion tank, relief valve',
  senseFixture:
    'toilet, commode, sink, tub, bathtub, shower, basin, drain, disposal, dishwasher, washer, washing machine, icemaker, fridge, water heater, softener, bidet, urinal, lavatory, jacuzzi, laundry tub, garbage disposal, hot tub',
  senseBreakOpen:
    'burst, rupture, split, crack, snap, shear, explode, pop, blow, bust, separate, detach, disconnect, come apart, gash, puncture, nick, pierce, hole, pinhole, sever, rip, tear, shatter, shred, fracture, gave way, let go, let loose, blew off, come off, broke off, sliced, clip, gouge, saw, drill, dig, auger, backhoe, excavator, shovel, trench',
  senseNoStop:
    'will not stop, can not stop, not shut, not turn off, can not turn, stuck open, stripped, frozen valve, no shutoff, can not find, nothing works, keep come, nonstop, non stop, constantly, continuous, steady, relentless, will not quit, can not keep up, faster than',
  senseShutOff:
    'shut, close, cap, turned off, cut off, isolate, plug, stopped, contained, under control, off now, dry now, no more, killed the water, crank, quarter turn',
  senseBurn:
    'burn, scorch, singe, char, melt, blister, smolder, toast, sear, blacken, fry, cook, roast, fire, flame, blaze, ignite, torch, ember, ash, soot, bake, overheat, deform, crisp, warp',
  senseSmoke: 'smoke, haze, smoky, hazy, wisp, plume, fume, vapor, puff, smog, fog, curl, cloud, mist',
  senseSpark:
    'spark, flash, arc, flare, glow, lightning, pop, crackle, snap, fizz, sizzle, firework, sparkler, ember, strobe, light show, bang, zzzt, bzzt, blue light, orange, welder, fizzle, crack, hiss, sputter, spit',
  senseHum: 'buzz, hum, drone, vibrate, thrum, whir, purr, bees, wasps, hornet, cicada, growl, whine, sing',
  senseShock:
    'shock, zap, jolt, tingle, electrocute, bit, bite, prickle, numb, sting, tickle, kick, thrum, current, live, hair stand, threw me, knocked me, volts, static, grounded, pins and needles, buzzed, jerk, poke',
  senseWiring:
    'outlet, socket, receptacle, plug, switch, dimmer, breaker, panel, fuse, wire, wiring, cable, cord, power strip, adapter, extension cord, junction, transformer, meter, conduit, fixture, bulb, lamp, ballast, fluorescent, chandelier, sconce, charger, gfi, gfci, circuit, subpanel, electrical, electric, electricity, mast, weatherhead, service drop, prong, faceplate, cover plate, wall plate, surge protector, disconnect, generator, transfer switch, main lug, busbar',
  senseSmellWord:
    'smell, stink, reek, odor, whiff, stench, scent, aroma, funk, nose, sniff, pungent, acrid, foul, rank, smelly, stinky, funky, pong, hum of, breathe, nostril, waft',
  senseSmellElectric:
    'plastic, rubber, fish, fishy, urine, pee, hair, hot metal, pennies, vinyl, crayon, tire, tires, campfire, burnt, solder, clutch, brakes, marker, model train, hair dryer, iron, toaster, chemical, resin, ozone, metallic, electrical smell, cat pee, wax',
  senseSmellGas:
    'egg, sulfur, skunk, cabbage, garlic, onion, rotten, propane, methane, natural gas, mercaptan, butane, gassy, fumes, gas, fart, dead animal, dead mouse, swamp gas, matches, lighter, kerosene, fuel, petrol',
  senseGasThing:
    'stove, range, oven, burner, cooktop, pilot, gas meter, furnace, grill, barbecue, bbq, tank, regulator, propane, dryer, fireplace, gas logs, fire pit, patio heater, knob, hob, flame, boiler, flex line, gas line, gas pipe, gas valve, gas main, insert, generator',
  senseHiss: 'hiss, whistle, whoosh, air leak, fizz, rushing air, leaking air, tire, deflate, psst, blowing, snake',
  senseIll:
    'dizzy, woozy, queasy, nauseous, nausea, headache, faint, lightheaded, light headed, groggy, vomit, puke, barf, threw up, throw up, flushed, confused, drowsy, sleepy, sick, ill, achy, pass out, passed out, collapse, weak, wobbly, sluggish, loopy, foggy, migraine, pounding head, upset stomach, limp, lethargic, hurl, tummy, splitting, spinning, out of it, blacked out, unconscious, stagger, disoriented, crummy, under the weather, flu, lousy, puny, green, rough, head hurt, heads hurt, ears ringing, short of breath, wheeze, cough, chest tight',
  senseAlarmSound:
    'beep, chirp, shriek, blare, wail, squawk, siren, scream, bleep, ring, go off, going off, peep, honk, buzzer, screech, holler, yell, ding, trill, tweet, beeping, alert, trigger, set off, tripped, blink red, flash red, red light, squeal, four beeps, three beeps',
  senseDetector:
    'detector, alarm, sensor, monitor, carbon, monoxide, co, carbon dioxide, gadget on the wall, ppm, parts per million, reading, readout, low battery, end of life, nine volt',
  senseCold:
    'cold, freeze, chilly, shiver, frost, icy, numb, bundled, blanket, coat, coats, breath, snow, ice, blizzard, frigid, gloves, mittens, parka, space heater, sleeping bag, brr, nippy, arctic, igloo, icebox, meat locker, refrigerator, teeth chatter, layers, hat, beanie, goosebumps, fingers, toes, windchill, sleet, snowing, zero, negative, thirties, twenties, teens, long johns, hoodie, huddle, polar',
  senseHot:
    'hot, sweltering, roast, bake, sweat, boiling, stifling, oven, sauna, humid, sticky, muggy, broil, suffocate, unbearable, heat wave, scorching, melting, steam, furnace in here, swelter, drenched in sweat, fan, fans, popsicle, ice packs, cool rag, wet washcloth, nineties, hundreds, triple digits, hotter, warm, stuffy',
  senseDead:
    'dead, quit, die, kaput, out, stop, conk, fail, broke, bust, shot, toast, finished, croak, gave up, crap out, caput, defunct, nothing, zilch, nada, go out, went out, down, lifeless, no response, unresponsive, will not come on, will not start, will not turn on, gave up the ghost, bit the dust, kicked the bucket, on strike, done for, called it quits, no go, blank, pooped out, give up, went kaput, stopped dead',
  senseHeatSystem:
    'furnace, boiler, heater, heat, heating, radiator, baseboard, heat pump, register, vent, vents, thermostat, burner, oil tank, blower, pellet stove, wood stove, space heater, hydronic, steam heat, warm air',
  senseCoolSystem:
    'ac, air conditioner, air conditioning, cooling, condenser, compressor, mini split, window unit, swamp cooler, central air, freon, refrigerant, coil, cool air, cold air, air handler, evaporator',
  senseFrail:
    'elderly, grandma, grandmother, grandpa, nana, granny, newborn, infant, baby, toddler, pregnant, oxygen, dialysis, wheelchair, hospice, disabled, asthma, copd, chemo, diabetic, bedridden, preemie, ventilator, stroke, heart condition, dementia, parkinsons, walker, surgery, frail, nursing home, memory care, insulin, seizure, months old, weeks old, immunocompromised, mom, mother, dad, father, aunt, uncle',
  senseChild: 'kid, child, son, daughter, boy, girl, grandkid, little one, teenager, kindergarten, toddler, twins',
  senseOutOfHouse:
    'evacuate, evacuated, outside, get out, got out, driveway, sidewalk, open the windows, opened the windows, windows open, cracked the windows, everybody out, across the street, in the car, the neighbors house, neighbors porch, front lawn, step outside, fresh air, leave the house, left the house, stood outside',
  senseAuthority:
    '911, fire department, firemen, fireman, firefighters, fire truck, ambulance, paramedic, paramedics, emt, police, sheriff, gas company, utility, power company, electric company, red tag, red tagged, hospital, er, poison control',
  senseFear:
    'scared, afraid, terrified, nervous, worried, panic, freak, scary, danger, dangerous, unsafe, hazard, hazardous, frightened, alarming, spooked, concerned, anxious, uneasy, not safe, safe, unsettling, disaster, catastrophe, help, god, jesus, lord',
  senseNow:
    'now, tonight, hurry, immediately, asap, fast, quick, right away, this minute, this second, as we speak, currently, still, at the moment, just now, minutes ago, just happened, soon',
  senseWait:
    'whenever, no rush, no hurry, convenient, at your convenience, next time, eventually, someday, no big deal, not urgent, can wait, when you can, when you get a chance, take your time, in the morning, tomorrow, next week, monday, tuesday, wednesday, thursday, friday, weekday, business hours, next month, during the week, this weekend, couple weeks, live with it, in no hurry, anytime, at some point, down the road, not pressing, patient',
  sensePaper:
    'invoice, bill, receipt, warranty, statement, charge, refund, account, payment, balance, autopay, tax, insurance, certificate, permit, lien, contract, paperwork, email, fax, portal, login, password, coverage, deductible, claim, membership, plan, rebate, financing, credit card, card on file, check cleared, w9, copy, pdf, overcharged, charged twice, discount, estimate you sent, senior discount, late fee, deposit',
  senseVisit:
    'appointment, schedule, reschedule, slot, window, calendar, book, booking, cancel, confirm, arrive, arrival, morning, afternoon, availability, available, opening, earliest, visit, time slot, come by, swing by, stop by, pencil, between noon, eta, running late, no show, dispatch, on the books, set up',
  sensePrice:
    'price, cost, quote, estimate, bid, ballpark, fee, rate, how much, charge, pricing, expensive, cheap, affordable, budget, dollars, bucks, ballpark figure, second opinion, written estimate, per hour, hourly, trip charge, diagnostic, free estimate, going rate',
  senseImprove:
    'install, replace, upgrade, remodel, renovate, renovation, add, new, swap, convert, hook up, run a line, relocate, move, build, addition, rough in, retrofit, switch over, bigger, efficient, tankless, smart, ev, charger, recessed, generator, hot tub, kitchen remodel, basement finish, adu, shed, pergola, put in, redo, repipe, rewire, custom, design, selection, model, brand',
  senseUpkeep:
    'tune up, tuneup, clean, cleaning, inspect, inspection, checkup, check up, service, flush, filter, winterize, maintenance, annual, season, yearly, spring, fall, routine, once over, look over, preventive, preventative, biannual, duct, descale, service agreement, service plan, before winter, before summer',
  senseMinor:
    'loose, wobble, wobbly, squeak, squeaky, rattle, stiff, jiggle, click, noisy, slow, sluggish, low pressure, weak, intermittent, sometimes, once in a while, annoying, nuisance, little, small, tiny, slight, minor, cosmetic, faded, crooked, hum, tick, gurgle, stick, sticky, run, handle, seat, flapper, aerator, stopper, cartridge, washer, chain, knob, lever, remote, battery, batteries, doorbell, bulb, reset, program',
  senseOdd:
    'weird, odd, strange, funny, unusual, off, not right, something wrong, something is wrong, acting up, goofy, suspicious, mystery, unsure, maybe, might, not sure, think, wonder, hard to say, no idea, wrong, problem, issue, trouble, fritz, temperamental, finicky, cranky',
  senseRepaired:
    'fixed, repaired, replaced, resolved, patched, cleared, taken care of, sorted, all good, good as new, no more, working again, back on, restored, back to normal, already fixed, works fine, running fine, fine now, good now, checked out, gave the all clear, passed, cleared it, signed off, tightened',
  senseLongAgo:
    'last year, years ago, last winter, last summer, last spring, last fall, last month, months ago, used to, previous, previously, back when, ago, once, in the past, prior owner, before we moved, when we bought, growing up, childhood, history, back in, long time ago, 2019, 2020, 2021, 2022, 2023, few years back',
  senseSuppose:
    'if, what if, would, in case, suppose, hypothetically, should, prevent, avoid, wondering, curious, theoretically, general question, ever, do you ever, say i, just asking, someday, how often, how would, whether, risk, chance, likely, worth it, recommend, advice, best way, is it normal, is it ok, is it safe to, difference between',
  senseServiceAsk:
    'do you, do you guys, do y all, are you, can you guys, does your company, what are your, how late, what time, hours, service area, licensed, insured, bonded, how long, how soon, where are you, location, address, area, county, speak spanish, weekends, holidays, take credit, what kind',
  senseJob:
    'hire, hiring, job, apprentice, resume, career, interview, apply, union, journeyman, shift, helper, position, reference, employment, work for you, worked for you, trade school, ride along, application, intern, license number, background check, payroll question, orientation, recruiter, human resources',
  sensePartner:
    'supplier, supply house, delivery, purchase order, parts order, adjuster, inspector, general contractor, subcontractor, property manager, realtor, closing, home inspection, title company, city permit, permit office, utility locate, warehouse, pick up, po number, backorder, job site, gc, architect, walkthrough',
  senseOnline:
    'rank, google, website, leads, seo, ads, listing, reviews, social, campaign, traffic, clicks, exposure, reputation, visibility, online presence, search engine, maps, first page, facebook, instagram, yelp, video, domain, hosting, optimize, optimization, keywords, web, digital, impressions, profile, homeowners in your area, homeowner, ai receptionist, chatbot, automation, app, software, platform, crm, subscribers, directory, pay per',
  senseLoan:
    'loan, capital, funding, credit, merchant, processing, factoring, refinance, mortgage, debt, tax relief, cash advance, line of credit, pre approved, preapproved, approved, working capital, interest rate, lender, lending, no collateral, same day funding, cash flow, credit card processing, terminal, swipe, point of sale, erc, retention credit, grant, equity, investor, acquisition, buy your business, valuation, broker, exit',
  senseSellOther:
    'solar, timeshare, medicare, health insurance, life insurance, energy supplier, electricity rate, kilowatt, janitorial, uniforms, uniform, staffing, payroll, phone system, voip, fleet, gps, fuel card, supplies, toner, wholesale, sample, vendor, vendors, partnership, franchise, dumpster, vehicle wrap, wraps, truck wrap, embroidery, promo, swag, calendars, pens, magnets, shirts, coffee service, security system, extended warranty, vehicle warranty, cruise, vacation, giveaway, sweepstakes, prize, winner, cybersecurity, bookkeeping, virtual assistant, overseas, answering service, call center, business insurance, workers comp, commercial auto, tool distributor, bulk',
  senseSellTalk:
    'offer, opportunity, demo, presentation, trial, complimentary, obligation, decision maker, owner, person in charge, brief, specialist, representative, consultant, on behalf, introduce, introduction, promotion, limited time, exclusive, qualify, qualified, interested, solutions, solution, grow, boost, increase, revenue, partner, company like yours, companies like yours, businesses like yours, contractors like you, contractors in your area, follow up on an email, quick question for the owner, manager, whoever handles, who handles, few minutes of your time, couple minutes, save you, savings, guaranteed, guarantee, roi, results, proposal, package, sign up, enroll, enrollment, pitch, client, clients, network, program, book more, more jobs, more customers, more calls, competitors, competition, reach out, reaching out, touch base, circle back, no cost, free of charge',
  senseCause:
    'donate, donation, charity, police, association, veterans, sponsor, sponsorship, raffle, church, candidate, vote, voter, poll, survey, election, ballot, party, petition, fundraiser, nonprofit, senator, congressman, mayor, council, proposition, troopers, benevolent, foundation, pledge, little league, booster, gala, golf outing, questionnaire, opinion, research study, respondents',
  senseScam:
    'irs, social security, arrest, warrant, gift card, gift cards, suspend, suspended, verify, account number, microsoft, virus, legal action, lawsuit, final notice, lapse, owed, owe, past due, delinquent, disconnection, customs, package held, identity, bank, amazon, fraud department, wire transfer, bitcoin, crypto, routing number, social, compliance, labor law poster, domain expires, expire, expiration, last attempt, final attempt, trademark, registration fee, penalty, levy, jury duty, bail',
  senseMachine:
    'press, recorded, recording, automated, opt out, remove, removed, unsubscribe, listen carefully, menu, operator, pound, star, dial, extension, this call may be, do not hang up, stay on the line, message, beep, voicemail, call back at, toll free, reference number, case number, important message, this is not a sales call, mailbox, options have changed, your call is important',
  senseStructure:
    'ceiling, wall, floor, drywall, sheetrock, plaster, carpet, hardwood, tile, subfloor, roof, attic, foundation, slab, stairs, beam, joist, floorboard, baseboard trim, linoleum, laminate, insulation, window sill',
  senseRoom:
    'kitchen, bathroom, bedroom, living room, hallway, hall, garage, laundry, basement, cellar, crawl space, den, closet, attic, pantry, foyer, utility room, dining room, nursery, upstairs, downstairs, office, lobby, sunroom, porch, mudroom',
  senseUpstairs:
    'upstairs, above, overhead, upper, second floor, third floor, next floor up, unit above, neighbor above, from up',
  senseOutdoor:
    'yard, street, lawn, driveway, sidewalk, alley, patio, deck, porch, curb, garden, grass, pole, tree, field, ditch, road, pool, fence, meter outside',
  senseBusinessPlace:
    'restaurant, store, shop, salon, church, school, daycare, hotel, motel, warehouse, clinic, dentist, bakery, bar, cafe, gym, apartment building, complex, tenants, tenant, landlord, rental, airbnb, duplex, condo, hoa, property, unit, customers, walk in cooler, freezer',
  senseMoneyShock: 'sticker shock, price shock, bill shock, arm and a leg, highway robbery, rip off, ridiculous price',
  senseEsWater:
    'agua, fuga, gotea, gotera, tuberia, tubo, inunda, inundando, inundado, inundacion, charco, chorro, chorreando, saliendo, sale, tirando, tina, regadera, lavabo, fregadero, inodoro, excusado, drenaje, llave, techo, piso, sotano, pared, mojado, desborda, brota, brotando, cae, cayendo, derrame, empapado',
  senseEsDanger:
    'huele, olor, gas, quemado, humo, chispas, chispa, chisporrotea, corto, toques, enchufe, contacto, cable, cables, alarma, detector, monoxido, mareado, mareada, mareados, vomitando, vomito, dolor de cabeza, fuego, incendio, peligro, peligroso, miedo, explota, exploto, suena, sonando, pitando, zumba, zumbido, apagador, tomacorriente, lumbre, quemando, fuga de gas, estufa, calentador',
  senseEsClimate:
    'calefaccion, calefactor, frio, hace frio, congelando, helado, nieve, calor, aire acondicionado, aire, bebe, abuela, abuelita, mi mama, ancianos, ninos, embarazada, grados, caldera',
  senseEsOffice:
    'cita, presupuesto, cotizacion, cuanto cuesta, cuanto cobran, precio, factura, pago, recibo, mantenimiento, revision, horario, abren, atienden, trabajo, empleo, instalar, instalacion, cambiar, manana, lunes, martes, semana, puede esperar, sin prisa, no urge, cuando puedan, informacion, servicio',
  senseEsUrgent:
    'urgente, emergencia, ahorita, ahora, rapido, auxilio, ayuda, por favor vengan, esta noche, pronto, ya, no para, no puedo cerrar',
};
