import type { Words } from '../language/lexicon.js';

/** The same concepts as callers say them in Spanish. Accents are dropped when words are read. */
export const SPANISH: Words = {
  water: 'agua, el agua, aguita',
  gushVerb:
    'chorrea, chorreando, chorro, a chorros, brota, brotando, sale mucha, saliendo mucha, saliendo, se sale, sale agua, agua sale, sale el agua, cayendo, cae, escurre, escurriendo, se esta metiendo, metiendo, entrando, entra, tirando, se tira, corriendo por, se me sale, se sale',
  flood:
    'inundo, inundada, inundado, inundando, inunda, inundacion, se inunda, alberca, parece rio, hasta el tobillo, hasta los tobillos, bajo el agua',
  rainIndoors:
    'techo esta goteando, techo le esta goteando, techo me esta goteando, techo nos esta goteando, gotea el techo, gotea del techo, goteando del techo, cae agua del techo, llueve adentro, lloviendo adentro, llueve en la cocina, se cae el techo, gotera, goteras',
  everywhere:
    'por todos lados, por todas partes, por toda la casa, en toda la casa, por todo el piso, por donde quiera, por doquier',
  ceilingPlace: 'techo, pared, plafon, lampara, cielo raso',
  floorPlace:
    'piso, suelo, sotano, cocina, bano, sala, casa, cuarto, recamara, garaje, cochera, pasillo, alfombra, patio',
  through: 'por, del, de la, desde, debajo',
  pipe: 'tubo, tubos, tuberia, tuberias, cano, caneria, manguera, caño, conexion, llave de paso, pipa',
  burst:
    'reventado, reventada, revento, reventaron, rompio, rompieron, roto, rota, rompe, exploto, estallo, trono, tronada, quebro, quebrado, partio, se me revento',
  unstoppable:
    'no para, no puedo parar, no la puedo parar, no lo puedo parar, no puedo cerrar, no la puedo cerrar, no se como cerrar, no cierra, no deja de, no se donde se cierra, no encuentro la llave, no se detiene, no se puede parar, no sirve la llave de paso',
  leak: 'fuga, fugas, gotea, goteando, tira agua, charco, goteo, hay agua en',
  badLeak:
    'fuga de agua fuerte, fuga de agua muy fuerte, fuga muy fuerte, no la puedo parar, no lo puedo parar, no puedo cerrar la llave, chorro de agua, chorreando agua, fuga muy fuerte, fuga fuerte, fuga grande, mucha agua, muchisima agua, un chorro de agua, fugota',
  drip: 'gotea, goteando, gotita, gotitas, goteo',
  basin: 'llave, grifo, lavabo, lavamanos, fregadero, regadera, tina, cubeta, balde, palangana',
  sewage:
    'aguas negras, aguas sucias, drenaje, caca, popo, excremento, agua sucia, mierda, agua puerca, desechos, agua negra, agua cochina',
  drain: 'inodoro, excusado, coladera, drenaje, desague, taza, escusado, wc, retrete, fosa septica, cano del drenaje',
  backUp:
    'se regresa, regresando, regresa, se desborda, desbordando, desbordo, se esta regresando, saliendo, se salen, salen, se devuelve, devolviendo, se tiro, se rebosa, rebosando, se derrama, derramando',
  upInto: 'tina, regadera, bano, sotano, piso, coladera, patio, casa',
  clog: 'tapado, tapada, tapo, se tapo, tapados, no baja, no drena, atascado, no se va el agua',
  gas: 'gas, el gas, del gas, a gas',
  smell: 'olorcito, olorsito, tufo, huele, huelo, olemos, olor, oler, apesta, oliendo, peste, olemos, olia',
  rotten: 'huevo podrido, huevos podridos, podrido, azufre, huevo, a huevo',
  gasLeakWord:
    'fuga de gas, escape de gas, se sale el gas, se esta saliendo el gas, tirando gas, se escapa el gas, saliendo gas, sale gas, fugando gas, gas saliendo',
  gasAppliance: 'estufa, calentador, boiler, calenton, horno, secadora, medidor, tanque',
  gasLine:
    'tubo de gas, tubo del gas, linea de gas, manguera del gas, manguera de gas, tanque de gas, medidor de gas, llave del gas, medidor del gas',
  gasDamage:
    'floja, flojo, suelta, rota, picada, abierta, rompio, rompimos, golpeo, golpearon, fuga, perforo, picaron, rompieron, roto, rota, corto',
  coName: 'monoxido, monoxido de carbono, detector de co, alarma de co, detector de monoxido, alarma de monoxido',
  detector: 'detector, alarma, sensor',
  sounding:
    'sonando, suena, sono, pitando, pita, no deja de sonar, no para de sonar, chillando, se activo, se prendio, no se calla, esta sonando',
  sick: 'mareado, mareada, mareados, mareadas, mareo, mareos, dolor de cabeza, duele la cabeza, vomitando, vomito, enfermo, enferma, enfermos, nauseas, nausea, desmayo, desmayado, sueno, nos sentimos mal, se siente mal, me siento mal, debil',
  severalPeople:
    'nos, todos, familia, mis hijos, mis ninos, mi esposa, mi esposo, los ninos, mi mama, estamos, la familia',
  spark:
    'chispa, chispas, chispeando, chispazo, chispazos, saca chispas, echa chispas, echando chispas, sacando chispas, chisporrotea, chisporroteando',
  arc: 'corto circuito, cortocircuito, hizo corto, haciendo corto, corto',
  burn: 'quemado, quema, quemando, quemada, plastico, chamuscado, hule',
  smoke: 'humo, humeando, ahumando, sale humo, echando humo, sacando humo',
  fire: 'fuego, incendio, se esta quemando, se prendio fuego, prendio fuego, se quemo, =llamas, salen llamas, hay llamas',
  panel:
    'tablero, breaker, breakers, caja de breakers, caja de la luz, caja electrica, pastillas, centro de carga, fusibles, caja de fusibles, interruptor principal',
  elecPlace:
    'enchufe, tomacorriente, contacto, cable, cables, foco, interruptor, apagador, lampara, luz, luces, clavija, extension, toma, conexion electrica',
  buzz: 'zumba, zumbando, zumbido, ruido',
  hot: 'caliente, calientes, ardiendo, hirviendo, calienta mucho',
  exposed: 'pelado, pelados, expuesto, expuestos, de fuera, colgando, al aire',
  wire: 'cable, cables, alambre, alambres, cable de luz, cable de la luz, linea de luz',
  downed: 'cayo, caido, caidos, tirado, tirados, se cayo, en el suelo, colgando',
  shockVerb:
    'toque, toques, corriente, descarga, electrocuto, da toques, dio toques, pega corriente, pasa corriente, dio un toque, me pega, calambre, calambres',
  touch:
    'toco, toque, tocar, tocas, tocamos, agarro, abro, regadera, estufa, lavadora, llave, refrigerador, metal, toca',
  person: 'me, nos, le, mi, mis',
  scorch: 'derritio, derretido, quemado, negro, chamuscado, tostado, derritiendo',
  heatSystem: 'calefaccion, calenton, caldera, calentador de la casa, la calefaccion, boiler',
  noHeat:
    'sin calefaccion, no hay calefaccion, no tengo calefaccion, no tenemos calefaccion, calefaccion no, no prende la calefaccion, no sirve la calefaccion, no funciona la calefaccion, se apago la calefaccion, se descompuso la calefaccion, sin calor, no calienta la casa, calenton no prende, no prende el calenton, no sirve el calenton, do not have calefaccion, no tiene calefaccion, no tienen calefaccion',
  freezing:
    'helando, congelando, congelada, bajo cero, nevando, nieve, hace mucho frio, mucho frio, frio terrible, nos estamos congelando, esta helando, congelados, menos de cero, frio horrible, nos congelamos, hielo, muchisimo frio, un frio',
  pipesFrozen:
    'congelaron las tuberias, congelo la tuberia, tuberias congeladas, tuberia congelada, tubos congelados, se congelaron los tubos, se congelo el agua, se me congelo, congelo el tubo, congelo la llave, se congelaron, pipas congeladas',
  coolSystem: 'aire, aire acondicionado, clima, minisplit, el aire, el clima',
  out: 'no funciona, no sirve, no prende, no enciende, se apago, se descompuso, descompuesto, no jala, no enfria, no calienta, dejo de funcionar, se murio, no arranca, se paro, fallo, no esta funcionando, no quiere prender, ya no sirve, ya no prende, se echo a perder, no trabaja',
  noCooling:
    'sin aire, sin aire acondicionado, aire no enfria, no enfria el aire, no hay aire, no sirve el aire, no sirve el clima, no prende el aire, se descompuso el aire, aire caliente, sin clima, se murio el aire',
  elderly:
    'abuela, abuelo, abuelita, abuelito, anciano, anciana, ancianos, mayor de edad, persona mayor, viejita, viejito, tercera edad, mi mama tiene, mi papa tiene, suegra, senora mayor',
  baby: 'gemelos, un mes de nacido, gemelitos, de un mes, bebe, bebes, bebita, bebito, recien nacido, recien nacida, embarazada, nino chiquito, embarazo',
  medical:
    'oxigeno, enfermo del corazon, asma, dialisis, diabetico, diabetica, diabetes, condicion medica, discapacitado, silla de ruedas, presion alta, problemas respiratorios, maquina de oxigeno',
  child: 'ninos, ninas, nino, nina, hijo, hija, hijos, hijas, chamacos',
  'noHotWater!':
    'no hay agua caliente, no sale agua caliente, sin agua caliente, no tengo agua caliente, agua fria, no calienta el agua, no calienta el boiler, no calienta el calentador, no tenemos agua caliente',
  'noWater!': 'no hay agua, no tengo agua, sin agua, no sale agua, no tenemos agua, no cae agua, no llega agua',
  noPower:
    'no hay luz, sin luz, se fue la luz, no tengo luz, no tenemos luz, no hay electricidad, nos quedamos sin luz',
  onlyToilet:
    'unico bano, un solo bano, solo tengo un bano, solo tenemos un bano, unico inodoro, el unico bano, no hay otro bano',
  flicker: 'parpadean, parpadea, parpadeando, se prenden y se apagan, bajan y suben, prende y apaga',
  explicit: 'emergencia, es una emergencia, es emergencia, urgente, es urgente, urge, me urge, urgencia, peligroso',
  needNow:
    'necesito ayuda ya, necesito ayuda ahora, necesito ayuda urgente, necesito ayuda rapido, necesito ayuda pronto, necesito ayuda inmediata, ayuda por favor, ayudenme, auxilio, alguien ahora, alguien ahorita, alguien hoy en la noche, alguien esta noche, alguien hoy mismo, ahora mismo, esta misma noche, esta noche, no puede esperar, no puedo esperar, vengan ya, vengan rapido, venir ya, venir ahora, venir ahorita, que venga alguien ya, manden a alguien, mande a alguien, lo necesito hoy, ya mismo, ahorita mismo, hoy en la noche',
  vague:
    'algo anda mal, algo esta mal, tengo un problema, problema con, no se que, no esta bien, descompuesto, algo raro',
  maintenance: 'mantenimiento, revision, servicio anual, limpieza, chequeo, afinacion, inspeccion, cambio de filtro',
  noRush:
    'no es urgente, no urge, sin prisa, puede esperar, cuando pueda, cuando puedan, no hay prisa, no es emergencia, manana esta bien, hasta manana, puede ser manana, no corre prisa, con calma, no me urge, para manana, manana por la manana, en la manana, el lunes',
  'noWord~': 'no senor, no senora',
  sizzle: 'aceite friendo, como friendo, truena, chisporrotea',
  'yesWord~': 'si senor, si senora, claro que si, simon',
};
