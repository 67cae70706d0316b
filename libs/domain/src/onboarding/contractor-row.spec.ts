import { headerProblem, readContractorRow } from './contractor-row.js';

const GOOD = { name: 'Metro Plumbing', owner_name: 'Dave' };

describe('A row of a contractor list', () => {
  it('needs a name and an owner only', () =>
    expect(readContractorRow(GOOD)).toEqual({
      kind: 'good',
      draft: {
        name: 'Metro Plumbing',
        ownerName: 'Dave',
        ownerEmail: null,
        timeZone: 'America/Chicago',
        state: null,
        trades: [],
      },
    }));

  it('reads everything else as people write it', () =>
    expect(
      readContractorRow({
        ...GOOD,
        owner_email: ' Dave@Metro.Example ',
        time_zone: 'America/Denver',
        state: 'co',
        trades: 'Plumbing; HVAC',
      }),
    ).toMatchObject({
      draft: {
        ownerEmail: 'dave@metro.example',
        timeZone: 'America/Denver',
        state: 'CO',
        trades: ['plumbing', 'hvac'],
      },
    }));

  it.each([
    [{ name: '' }, 'name', 'The business name is missing.'],
    [{ name: 'x'.repeat(121) }, 'name', 'The business name is longer than 120 characters.'],
    [{ name: 'Two\nlines' }, 'name', 'The business name must be on one line.'],
    [{ owner_email: 'dave(at)metro' }, 'owner_email', '"dave(at)metro" is not an e-mail address.'],
    [{ time_zone: 'Chicago' }, 'time_zone', '"Chicago" is not a time zone; write e.g. America/Denver.'],
    [{ state: 'Illinois' }, 'state', 'Write the state as two letters, e.g. IL.'],
    [{ trades: 'roofing' }, 'trades', 'Unknown trade "roofing"; known: plumbing, hvac, electrical.'],
  ])('%j names its column and says why', (changes, column, says) => {
    expect(readContractorRow({ ...GOOD, ...changes })).toEqual({ kind: 'broken', problems: [{ column, says }] });
  });
});

describe('The first line of a contractor list', () => {
  it.each([
    [['name', 'owner_name', 'trades'], null],
    [['name'], 'The first line must name the columns owner_name.'],
    [
      ['name', 'owner_name', 'shoe_size'],
      'Unknown column shoe_size. Known: name, owner_name, owner_email, time_zone, state, trades.',
    ],
  ])('%j', (columns, says) => expect(headerProblem(columns)).toBe(says));
});
