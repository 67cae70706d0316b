import { v7 } from 'uuid';

/** A UUIDv7: sorts by creation, so pages and partitions follow time (law 2). */
export const newId = (): string => v7();
