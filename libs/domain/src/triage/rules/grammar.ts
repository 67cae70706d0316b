import { compileLexicon } from '../language/lexicon.js';
import { BUSINESS } from '../lexicon/business.lexicon.js';
import { CLIMATE } from '../lexicon/climate.lexicon.js';
import { ELECTRICAL } from '../lexicon/electrical.lexicon.js';
import { EQUIPMENT } from '../lexicon/equipment.lexicon.js';
import { GAS_AND_CO } from '../lexicon/gas-co.lexicon.js';
import { GUARDS } from '../lexicon/guard.lexicon.js';
import { SPAM } from '../lexicon/spam.lexicon.js';
import { WATER } from '../lexicon/water.lexicon.js';
import { HAZARD_RULES } from './hazard.rules.js';
import { compileRules } from './rule.js';
import { TOPIC_RULES } from './topic.rules.js';

/** The words and rules of the engine, compiled once. */
export const LEXICON = compileLexicon([WATER, GAS_AND_CO, ELECTRICAL, CLIMATE, BUSINESS, EQUIPMENT, SPAM, GUARDS]);

export const RULES = compileRules([HAZARD_RULES, TOPIC_RULES], LEXICON.conceptNumber);

/** The number of a concept of the lexicon; a wrong name is a mistake in the grammar and stops the load. */
export function conceptOf(name: string): number {
  const number = LEXICON.conceptNumber.get(name);
  if (number === undefined) throw new Error(`Unknown concept "${name}"`);
  return number;
}
