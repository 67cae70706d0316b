import type { RuleTable } from './rule.js';

/** Business and spam: said is said, no guard applies. */
export const OFFICE_RULES: RuleTable = {
  maintenance: ['maintenance', 'wantVerb > checkVerb / 6'],
  quote: ['quoteAsk', 'howMuch + install|newThing / 8', 'wantVerb > install / 4', 'wantVerb > newThing / 3'],
  howMuch: ['howMuch'],
  install: ['install'],
  scheduling: ['scheduling'],
  laterDate: ['laterDate'],
  inquiry: ['inquiry'],
  justAsking: ['justAsking'],
  workingFine: ['workingFine'],
  nonService: ['paperwork', 'nonService'],
  wrongNumber: ['wrongNumber'],
  robot: ['robot'],
  pitch: ['pitch'],
  strongPitch: ['strongPitch'],
  sale: ['sellVerb + product / 12'],
  pitchCompany: ['callingFrom > pitchCompany / 4'],
  legitContact: ['legitContact'],
  waterMinor: ['drip + basin / 5', 'runningToilet', 'clog + drain|basin / 5', 'slowDrip', 'drip + longTime / 12'],
  outletDead: ['outletDead'],
  weirdNoise: ['weirdNoise'],
  minorRepair: ['minorRepair', 'smallThing + smallFault / 6'],
  takenBack: ['takenBack'],
  yes: ['yesWord'],
  no: ['noWord'],
};
