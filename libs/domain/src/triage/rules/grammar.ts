import { compileLexicon, numberConcepts, type Lexicon } from '../language/lexicon.js';
import { BUSINESS } from '../lexicon/business.lexicon.js';
import { CIRCUMSTANCES } from '../lexicon/circumstance.lexicon.js';
import { CLIMATE } from '../lexicon/climate.lexicon.js';
import { ELECTRICAL } from '../lexicon/electrical.lexicon.js';
import { EQUIPMENT } from '../lexicon/equipment.lexicon.js';
import { GAS_AND_CO } from '../lexicon/gas-co.lexicon.js';
import { GUARDS } from '../lexicon/guard.lexicon.js';
import { HARMLESS } from '../lexicon/harmless.lexicon.js';
import { HOME } from '../lexicon/home.lexicon.js';
import { LIKENESS } from '../lexicon/likeness.lexicon.js';
import { MISHAPS } from '../lexicon/mishaps.lexicon.js';
import { OFFICE } from '../lexicon/office.lexicon.js';
import { PERILS } from '../lexicon/perils.lexicon.js';
import { QUESTIONS } from '../lexicon/questions.lexicon.js';
import { SELLERS } from '../lexicon/sellers.lexicon.js';
import { SENSES } from '../lexicon/senses.lexicon.js';
import { SPAM } from '../lexicon/spam.lexicon.js';
import { SPANISH } from '../lexicon/spanish.lexicon.js';
import { TELLINGS } from '../lexicon/tellings.lexicon.js';
import { WATER } from '../lexicon/water.lexicon.js';
import { HAZARD_RULES } from './hazard.rules.js';
import { LIKENESS_RULES } from './likeness.rules.js';
import { MISHAP_RULES } from './mishap.rules.js';
import { OFFICE_RULES } from './office.rules.js';
import { compileRules, indexRules } from './rule.js';
import { PROBLEM_RULES } from './problem.rules.js';
import { TOPIC_RULES } from './topic.rules.js';

const TABLES = [
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
  QUESTIONS,
  HOME,
  SELLERS,
  LIKENESS,
  TELLINGS,
  HARMLESS,
  MISHAPS,
];

export const CONCEPT_NUMBERS = numberConcepts(TABLES);

let compiled: Lexicon | undefined;

/** The words of the engine, compiled with the first call that is judged: a worker that only pages never needs them. */
export const lexicon = (): Lexicon => (compiled ??= compileLexicon(TABLES, CONCEPT_NUMBERS));

export const RULES = indexRules([
  ...compileRules(HAZARD_RULES, 'danger', CONCEPT_NUMBERS),
  ...compileRules(LIKENESS_RULES, 'danger', CONCEPT_NUMBERS),
  ...compileRules(MISHAP_RULES, 'danger', CONCEPT_NUMBERS),
  ...compileRules(PROBLEM_RULES, 'danger', CONCEPT_NUMBERS),
  ...compileRules(TOPIC_RULES, 'topic', CONCEPT_NUMBERS),
  ...compileRules(OFFICE_RULES, 'office', CONCEPT_NUMBERS),
]);

/** The number of a concept of the lexicon; a wrong name is a mistake in the grammar and stops the load. */
export function conceptOf(name: string): number {
  const number = CONCEPT_NUMBERS.get(name);
  if (number === undefined) throw new Error(`Unknown concept "${name}"`);
  return number;
}
