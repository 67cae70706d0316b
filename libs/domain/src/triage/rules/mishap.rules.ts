import type { RuleTable } from './rule.js';

/** What came off or was hit, and is now running or live (labelling rules 2 and 5). */
export const MISHAP_RULES: RuleTable = {
  gas: [
    'sniffer + raisesAlarm|sounding|aNumber - ofTime / 8',
    'gasHose + parted - water|maintenance|install / 6',
    'tagged + reopened / 16',
    'pilotWord + withABang / 14',
  ],
  electrical: [
    'rammed + padBox + aVehicle / 10',
    'plateWord + warped - basin / 6',
    'hotToHold + elecPlace|panel|currentPlace|meterWord|plateWord|outletWord|wall - wetOrFlue / 14',
    'wallHot - wetOrFlue',
    'browned + currentPlace|plateWord / 6',
    'metalBit + inOutlet / 4',
    'boredIn + bigBang + wall|outletWord / 20',
    'cracklesInWall - wallPipes',
    'handsOff + wetMetal|elecAppliance + numbShock|shockFeel|shockVerb / 16',
    'numbShock + elecPlace|elecAppliance|panel|wetMetal / 12',
  ],
  waterMoving: [
    'waterHose + cameAway + runsWild - gas|gasLine / 14',
    'fireSprinkler + setOff - lawn / 10',
    'jetOfWater - wePour|lawn / 1',
    'fallsOn + furniture - coolSystem / 4',
    'ceilingWord + bellies + wetWord / 12',
    'water > comeOut > seepPlace / 4',
    'floats + looseThing - gasAppliance / 5',
    'inchDeep + inTheRoom - notWater / 4',
    'bailing + floorPlace|water / 12',
    'overRim + basin|sewage|sump|drain|sumpHole|water / 12',
  ],
};
