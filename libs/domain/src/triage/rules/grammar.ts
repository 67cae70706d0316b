import { compileLexicon } from '../language/lexicon.js';
import { BUSINESS } from '../lexicon/business.lexicon.js';
import { CIRCUMSTANCES } from '../lexicon/circumstance.lexicon.js';
import { CLIMATE } from '../lexicon/climate.lexicon.js';
import { ELECTRICAL } from '../lexicon/electrical.lexicon.js';
import { EQUIPMENT } from '../lexicon/equipment.lexicon.js';
import { GAS_AND_CO } from '../lexicon/gas-co.lexicon.js';
import { GUARDS } from '../lexicon/guard.lexicon.js';
import { OFFICE } from '../lexicon/office.lexicon.js';
import { PERILS } from '../lexicon/perils.lexicon.js';
import { SENSES } from '../lexicon/senses.lexicon.js';
import { SPAM } from '../lexicon/spam.lexicon.js';
import { SPANISH } from '../lexicon/spanish.lexicon.js';
import { WATER } from '../lexicon/water.lexicon.js';
import { HAZARD_RULES } from './hazard.rules.js';
import { OFFICE_RULES } from './office.rules.js';
import { compileRules, indexRules } from './rule.js';
import { PROBLEM_RULES } from './problem.rules.js';
import { TOPIC_RULES } from './topic.rules.js';

/** The words and rules of the engine, compiled once. */
export const LEXICON = compileLexicon([
  WATER,
  GAS_AND_CO,
  ELECTRICAL,
  CLIMATE,
  BUSINESS,
  OFFICE,
  EQUIPMENT,
  PERILS,
  SPAM,
  GUARDS,
  SPANISH,
  SENSES,
  CIRCUMSTANCES,
]);

export const RULES = indexRules([
  ...compileRules(HAZARD_RULES, 'danger', LEXICON.conceptNumber),
  ...compileRules(PROBLEM_RULES, 'danger', LEXICON.conceptNumber),
  ...compileRules(TOPIC_RULES, 'topic', LEXICON.conceptNumber),
  ...compileRules(OFFICE_RULES, 'office', LEXICON.conceptNumber),
]);

/** The number of a concept of the lexicon; a wrong name is a mistake in the grammar and stops the load. */
export function conceptOf(name: string): number {
  const number = LEXICON.conceptNumber.get(name);
  if (number === undefined) throw new Error(`Unknown concept "${name}"`);
  return number;
}
