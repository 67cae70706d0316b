import { combined } from './combined-statement.js';

describe('Changes in one round trip', () => {
  it('are one statement with the parameters of all of them, numbered on', () => {
    expect(
      combined([
        { sql: 'update a set x = $2 where id = $1', parameters: [1, 'x'] },
        { sql: 'update b set y = $1 where id = $10', parameters: Array.from('0123456789') },
        { sql: 'insert into c values ($1)', parameters: ['last'] },
      ]),
    ).toEqual({
      sql:
        'with change_0 as (update a set x = $2 where id = $1), change_1 as (update b set y = $3 where id = $12) ' +
        'insert into c values ($13)',
      parameters: [1, 'x', ...Array.from('0123456789'), 'last'],
    });
  });

  it('may be one change, or none', () => {
    expect(combined([{ sql: 'delete from a where id = $1', parameters: [1] }])).toEqual({
      sql: 'delete from a where id = $1',
      parameters: [1],
    });
    expect(combined([])).toEqual({ sql: 'select', parameters: [] });
  });
});
