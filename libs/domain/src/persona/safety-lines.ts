import type { PagerLanguage, Said } from '@domain/on-call/pager-language';
import type { SafetyInstruction, TriageCategory } from '@domain/triage/triage.types';

/**
 * What a caller in danger is told first (decision 2). Reviewed text that tenants cannot edit: change a line only by giving
 * it a new id, because the id says later what was spoken. Each starts with the PRD's own sentence (section 4, stage 3).
 */
export interface SafetyLine {
  id: string;
  /** For a technician's text, which has room for little: the PRD's card says "Main water shutoff". */
  inShort: Said;
  english: string;
  spanish: string;
}

const GAS: SafetyLine = {
  id: 'gas.v1',
  inShort: { en: 'Leave the house, 911, gas utility', es: 'Salir de la casa, 911, empresa de gas' },
  english:
    'Please leave the house with your family and do not turn on any lights or appliances. Once you are outside and well away, call 911 and your gas utility. Do not go back in.',
  spanish:
    'Por favor salga de la casa con su familia y no encienda luces ni aparatos. Cuando esté afuera y lejos, llame al 911 y a su compañía de gas. No vuelva a entrar.',
};
const CARBON_MONOXIDE: SafetyLine = {
  id: 'co.v1',
  inShort: { en: 'Out to fresh air, 911', es: 'Salir al aire fresco, 911' },
  english:
    'Please get everyone out of the house into fresh air right now, and call 911 from outside. Do not go back in until the fire department says it is safe.',
  spanish:
    'Por favor saque a todos de la casa al aire fresco ahora mismo y llame al 911 desde afuera. No vuelva a entrar hasta que los bomberos digan que es seguro.',
};
const FIRE: SafetyLine = {
  id: 'fire.v1',
  inShort: { en: 'Everyone out, 911', es: 'Todos afuera, 911' },
  english: 'Please get everyone out now and call 911 from outside. Do not go back in.',
  spanish: 'Por favor saque a todos ahora y llame al 911 desde afuera. No vuelva a entrar.',
};
const WATER: SafetyLine = {
  id: 'water.v1',
  inShort: { en: 'Main water shutoff', es: 'Llave principal del agua' },
  english:
    'If you can safely reach the main water shutoff valve, go ahead and turn it off. That will stop the flow until our tech gets there. If water is near an electrical panel or outlets, stay out of it and do not touch anything electrical.',
  spanish:
    'Si puede llegar con seguridad a la llave principal del agua, ciérrela. Eso detendrá el agua hasta que llegue nuestro técnico. Si hay agua cerca de un panel eléctrico o enchufes, no la pise ni toque nada eléctrico.',
};
const FREEZING: SafetyLine = {
  id: 'heat.v1',
  inShort: { en: 'Drip the faucets', es: 'Dejar gotear las llaves' },
  english:
    'Open your faucets to a slow drip to keep the pipes from freezing while we get someone out there. If a pipe has already burst, shut the main water valve instead. Keep babies and older people warm, and call 911 if anyone feels ill.',
  spanish:
    'Abra las llaves para que goteen y no se congelen las tuberías mientras enviamos a alguien. Si ya se rompió una tubería, cierre la llave principal del agua. Mantenga abrigados a los bebés y a los mayores, y llame al 911 si alguien se siente mal.',
};
const ELECTRICAL: SafetyLine = {
  id: 'electrical.v1',
  inShort: { en: 'Stay away, 911 if smoke', es: 'No acercarse, 911 si hay humo' },
  english:
    'Stay away from the area and do not touch anything near it. If you smell smoke, call 911 first. If you see smoke or fire, get everyone out and call 911 from outside.',
  spanish:
    'Aléjese del área y no toque nada cerca. Si huele humo, llame primero al 911. Si ve humo o fuego, saque a todos y llame al 911 desde afuera.',
};
const VULNERABLE: SafetyLine = {
  id: 'vulnerable.v1',
  inShort: { en: 'Comfort and water, 911 if ill', es: 'Cuarto cómodo y agua, 911 si se sienten mal' },
  english:
    'Please keep anyone who is very young, elderly or unwell in the most comfortable room you have and give them water. Call 911 if anyone feels faint, confused or ill.',
  spanish:
    'Por favor mantenga a los niños pequeños, mayores o enfermos en el cuarto más cómodo y deles agua. Llame al 911 si alguien se siente débil, confundido o mal.',
};

/** Every line in use, for the prompt and for the tests. */
export const SAFETY_LINES = { GAS, CARBON_MONOXIDE, FIRE, WATER, FREEZING, ELECTRICAL, VULNERABLE };

const BY_INSTRUCTION: Record<Exclude<SafetyInstruction, 'evacuate' | 'none'>, SafetyLine> = {
  fresh_air: CARBON_MONOXIDE,
  water_shutoff: WATER,
  drip_faucets: FREEZING,
  electrical_stay_away: ELECTRICAL,
};

/** The line for what triage found; null when the caller is in no danger. */
export function safetyLineFor(instruction: SafetyInstruction, category: TriageCategory | null): SafetyLine | null {
  if (instruction === 'evacuate') return evacuation(category);
  if (instruction !== 'none') return BY_INSTRUCTION[instruction];
  // Without an instruction: nobody said that it freezes, or somebody vulnerable is in the house. Dripping harms no pipe.
  if (category === 'heat') return FREEZING;
  return category === 'ac' ? VULNERABLE : null;
}

/** Gas smell and carbon monoxide share the instruction but not the words: only a gas leak is also the utility's business. */
function evacuation(category: TriageCategory | null): SafetyLine {
  if (category === 'co') return CARBON_MONOXIDE;
  return category === 'electrical' || category === 'safety' ? FIRE : GAS;
}

/** A line that was spoken, as a technician reads it; words of no line stay as they are. */
export const safetyInShort = (spoken: string, language: PagerLanguage): string =>
  Object.values(SAFETY_LINES).find(({ english, spanish }) => spoken === english || spoken === spanish)?.inShort[
    language
  ] ?? spoken;

/** A line as a caller who has chosen Spanish hears it; their words need not have shown the language. */
export const safetyLineInSpanish = (spoken: string): string =>
  Object.values(SAFETY_LINES).find(({ english }) => spoken === english)?.spanish ?? spoken;
