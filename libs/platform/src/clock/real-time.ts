/** Milliseconds of this machine, for what is about networks and not about the contractor's night (ADR 0003). */
export const realTime = (): number => Date.now();

/** Milliseconds since this process started; runs on while it is stopped, and never jumps. */
export const monotonicTime = (): number => performance.now();
