/** Milliseconds of this machine, for what is about networks and not about the contractor's night (ADR 0003). */
export const realTime = (): number => Date.now();
