import { byBadness, contractorHealth, HEALTH_LEVELS, type ContractorFacts } from './contractor-health.js';

const WELL: ContractorFacts = {
  status: 'active',
  isLive: true,
  isOnboarded: true,
  stepsDone: 9,
  openIncidents: 0,
  unreachedIncidents: 0,
  hasGapSoon: false,
  drift: [],
  agentProblem: false,
  smsRegistration: 'approved',
};
const healthWith = (changes: Partial<ContractorFacts>) => contractorHealth({ ...WELL, ...changes });

describe("A contractor's health at a glance", () => {
  it.each<[Partial<ContractorFacts>, string, string[]]>([
    [{}, 'well', []],
    [{ openIncidents: 2 }, 'emergency', ['2 emergencies open.']],
    [{ unreachedIncidents: 1 }, 'emergency', ['1 emergency reached nobody.']],
    [{ drift: ['voice URL'] }, 'broken', ['The line differs from its settings: voice URL.']],
    [{ hasGapSoon: true }, 'warning', ['Nobody is on call for a while in the next 24 hours.']],
    [{ isLive: false }, 'warning', ['The agent is switched off.']],
    [{ isLive: false, isOnboarded: false, stepsDone: 3 }, 'setting_up', ['Set-up: 3 of 9 steps done.']],
    [{ isOnboarded: false, stepsDone: 8 }, 'well', ['Live, with 8 of 9 set-up steps done.']],
    [{ status: 'suspended', openIncidents: 1 }, 'suspended', ['Suspended. Its phone is still answered.']],
  ])('%j is %s', (changes, level, says) => {
    expect(healthWith(changes)).toEqual({ level, says });
  });

  it('names the worst first', () =>
    expect(healthWith({ hasGapSoon: true, openIncidents: 1 })).toEqual({
      level: 'emergency',
      says: ['1 emergency open.', 'Nobody is on call for a while in the next 24 hours.'],
    }));

  it('sorts from worst to best', () =>
    expect([...HEALTH_LEVELS].reverse().toSorted(byBadness)).toEqual([...HEALTH_LEVELS]));
});
