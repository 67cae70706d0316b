import type { Statement } from './entity-sql.js';

/**
 * Several changes as one statement: the last as it is, those before it as data-modifying `with` queries, which PostgreSQL
 * carries out whole whether they are read or not. Parameters are numbered on.
 */
export function combined(changes: Statement[]): Statement {
  const parameters: unknown[] = [];
  const texts = changes.map(({ sql, parameters: own, name }, index) => {
    const before = parameters.length;
    parameters.push(...own);
    return {
      name: name ?? `change_${index}`,
      sql: sql.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + before}`),
    };
  });
  const last = texts.pop()?.sql ?? 'select';
  const earlier = texts.map(({ name, sql }) => `${name} as (${sql})`);
  return { sql: earlier.length > 0 ? `with ${earlier.join(', ')} ${last}` : last, parameters };
}
