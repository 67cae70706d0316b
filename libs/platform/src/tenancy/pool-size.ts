import type { DataSource } from 'typeorm';

/**
 * A new connection costs the database a process, its own view of the catalogue and every plan anew: as much as sending some
 * ten texts. Who takes a dead worker's place has better use for that, as long as most of its life may be its first seconds.
 */
const AT_FIRST = 4;

/** Part of `pg.Pool` that its types keep to themselves; read at every request for a connection. */
interface Pooled {
  master: { options: { max: number } };
}

/** Keeps the pool of `source` to few connections until the function that is returned is called. */
export function beginWithFewConnections(source: DataSource): () => void {
  const { options } = (source.driver as unknown as Pooled).master;
  const most = options.max;
  options.max = Math.min(most, AT_FIRST);
  return () => {
    options.max = most;
  };
}
