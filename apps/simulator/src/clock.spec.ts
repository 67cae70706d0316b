import { setTimeout as real } from 'node:timers/promises';
import { VirtualClock } from './clock.js';

describe('the virtual clock', () => {
  it('runs as fast as it is told', async () => {
    const clock = new VirtualClock();
    await clock.set({ scale: 1000, now: new Date('2026-11-21T02:22:00Z') });
    const start = clock.now();
    await real(30);
    expect(clock.now() - start).toBeGreaterThanOrEqual(29_000);
    clock.clear();
  });

  it('lets a minute pass in a moment when it is fast', async () => {
    const clock = new VirtualClock();
    await clock.set({ scale: 6000 });
    const startedAt = Date.now();
    await clock.wait(60_000);
    expect(Date.now() - startedAt).toBeLessThan(500);
  });

  it('fires in order what falls due in a jump, and what that sets off on the way', async () => {
    const clock = new VirtualClock();
    await clock.set({ scale: 0, now: new Date('2026-11-21T02:00:00Z') });
    const fired: string[] = [];
    const note = (what: string) => () => void fired.push(`${what} ${clock.date().toISOString().slice(11, 19)}`);
    clock.after(120_000, note('late'));
    clock.after(60_000, () => {
      note('early')();
      clock.after(30_000, note('chained'));
    });
    clock.after(3_600_000, note('never'));
    await clock.set({ now: new Date('2026-11-21T02:10:00Z') });
    expect(fired).toEqual(['early 02:01:00', 'chained 02:01:30', 'late 02:02:00']);
    expect(clock.date().toISOString()).toBe('2026-11-21T02:10:00.000Z');
  });

  it('takes two changes at once one after the other', async () => {
    const clock = new VirtualClock();
    await clock.set({ scale: 0, now: new Date('2026-11-21T02:00:00Z') });
    await Promise.all([
      clock.set({ now: new Date('2026-11-21T02:01:00Z') }),
      clock.set({ now: new Date('2026-11-21T02:02:00Z') }),
    ]);
    expect(clock.date().toISOString()).toBe('2026-11-21T02:02:00.000Z');
  });

  it('lets a wait keep the time it had left when it is turned back', async () => {
    const clock = new VirtualClock();
    await clock.set({ scale: 0, now: new Date('2026-11-21T02:00:00Z') });
    let fired = false;
    clock.after(10_000, () => (fired = true));
    await clock.set({ now: new Date('2026-11-20T00:00:00Z') });
    await clock.set({ now: new Date('2026-11-20T00:00:11Z') });
    expect(fired).toBe(true);
  });

  it('gives a wait up with the signal’s reason', async () => {
    const clock = new VirtualClock();
    const control = new AbortController();
    const waiting = clock.wait(60_000, control.signal);
    control.abort(new Error('hung up'));
    await expect(waiting).rejects.toThrow('hung up');
    await expect(clock.wait(1, control.signal)).rejects.toThrow('hung up');
  });
});
