import { firstQuestionAt, isMissing, nextQuestionAt, type UnclearAttempt } from './settling.js';

const STARTED = Date.parse('2026-02-13T03:22:00Z');
const at = (seconds: number): Date => new Date(STARTED + seconds * 1000);
const unclear = (what: Partial<UnclearAttempt>): UnclearAttempt => ({
  startedAt: at(0),
  endedAt: null,
  isOver: false,
  wasMissing: false,
  ...what,
});
const killed = unclear({});
const timedOut = unclear({ endedAt: at(5) });
const brokenOff = unclear({ endedAt: at(0.1), isOver: true });

describe('Settling an attempt whose outcome nobody heard', () => {
  it.each([
    ['of a killed process, when nothing can leave any more', killed, 3],
    ['that timed out, a second later', timedOut, 6],
    ['that the provider broke off, a second later', brokenOff, 1.1],
  ])('one %s, is asked about for the first time', (_what, attempt, seconds) => {
    expect(firstQuestionAt(attempt)).toEqual(at(seconds));
  });

  it.each([
    ['the first time it has nothing of a killed process', killed, 60, false],
    ['nor twice before five seconds', { ...killed, wasMissing: true }, 4.9, false],
    ['twice, the second time after five seconds', { ...killed, wasMissing: true }, 5, true],
    ['five seconds are counted from a time-out', { ...timedOut, wasMissing: true }, 9.9, false],
    ['and then it is believed', { ...timedOut, wasMissing: true }, 10, true],
    ['once, of a request it has just broken off', brokenOff, 4, false],
    ['once, five seconds after it broke off', brokenOff, 5.1, true],
    ['twice, two seconds after it broke off', { ...brokenOff, wasMissing: true }, 2.1, true],
    ['twice, but too soon', { ...brokenOff, wasMissing: true }, 1.6, false],
  ])('%s: %#', (_what, attempt, seconds, isBelieved) => {
    expect(isMissing(attempt, at(seconds))).toBe(isBelieved);
  });

  it.each([
    [brokenOff, 1.1, 2.1],
    [brokenOff, 1.8, 2.3],
    [killed, 3, 5],
    [killed, 30, 30.5],
    [timedOut, 6, 10],
  ])('is asked about again half a second later, or when the answer can be believed', (attempt, now, seconds) => {
    expect(nextQuestionAt(attempt, at(now))).toEqual(at(seconds));
  });

  it('a killed attempt that nobody sent is sent again five seconds after it began, as with one question', () => {
    const first = firstQuestionAt(killed);
    expect(isMissing(killed, first)).toBe(false);
    const second = nextQuestionAt(killed, first);
    expect(isMissing({ ...killed, wasMissing: true }, second)).toBe(true);
    expect(second).toEqual(at(5));
  });
});
