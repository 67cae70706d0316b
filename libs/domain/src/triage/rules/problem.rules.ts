import type { RuleTable } from './rule.js';

/** Trouble that is no emergency by itself, or not yet known to be one. */
export const PROBLEM_RULES: RuleTable = {
  flicker: ['flicker + lights|elecPlace / 5', 'faintHum + panel|outletWord / 5', 'slightlyWarm + panel|elecPlace / 6'],
  halfPower: ['halfPower'],
  noPower: ['noPower'],
  breakerTrips: ['breakerTrips'],
  noWater: ['noWater'],
  noHotWater: ['noHotWater'],
  onlyToilet: ['onlyToilet'],
  allDrains: ['allDrains'],
  toiletDown: ['toiletDown'],
  waterLeak: ['leak', 'dampSpot', 'gurgle + drain|basin / 5'],
  stain: ['stain'],
  smellAgain: ['smellAgain'],
  coChirps: ['coName + chirps - selfTest|fellSilent / 8'],
};
