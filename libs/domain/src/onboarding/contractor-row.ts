import { DateTime } from 'luxon';

/** Columns of a contractor list; the first row of the file names them, in any order and case. */
export const CONTRACTOR_COLUMNS = ['name', 'owner_name', 'owner_email', 'time_zone', 'state', 'trades'] as const;
export type ContractorColumn = (typeof CONTRACTOR_COLUMNS)[number];
const REQUIRED: ContractorColumn[] = ['name', 'owner_name'];

export interface ContractorDraft {
  name: string;
  ownerName: string;
  ownerEmail: string | null;
  timeZone: string;
  state: string | null;
  trades: string[];
}

export interface RowProblem {
  column: ContractorColumn | null;
  says: string;
}

export type ReadRow = { kind: 'good'; draft: ContractorDraft } | { kind: 'broken'; problems: RowProblem[] };

const TRADES = ['plumbing', 'hvac', 'electrical'];
const DEFAULT_ZONE = 'America/Chicago';
const LINE_BREAK = /[\r\n]/;

/** Columns that a file lacks and must have, as a sentence; null when it can be read. */
export function headerProblem(columns: string[]): string | null {
  const missing = REQUIRED.filter((column) => !columns.includes(column));
  if (missing.length > 0) return `The first line must name the columns ${missing.join(' and ')}.`;
  const unknown = columns.filter((column) => !(CONTRACTOR_COLUMNS as readonly string[]).includes(column));
  return unknown.length > 0 ? `Unknown column ${unknown[0]}. Known: ${CONTRACTOR_COLUMNS.join(', ')}.` : null;
}

/** One row of a contractor list, checked; every problem names its column. */
export function readContractorRow(row: Partial<Record<ContractorColumn, string>>): ReadRow {
  const value = (column: ContractorColumn): string => (row[column] ?? '').trim();
  const trades = value('trades')
    .toLowerCase()
    .split(/[;|/ ]+/)
    .filter((trade) => trade !== '');
  const problems = CHECKS.flatMap(([column, check]) => {
    const says = check(value(column), trades);
    return says ? [{ column, says }] : [];
  });
  if (problems.length > 0) return { kind: 'broken', problems };
  return {
    kind: 'good',
    draft: {
      name: value('name'),
      ownerName: value('owner_name'),
      ownerEmail: value('owner_email').toLowerCase() || null,
      timeZone: value('time_zone') || DEFAULT_ZONE,
      state: value('state').toUpperCase() || null,
      trades,
    },
  };
}

type Check = (value: string, trades: string[]) => string | null;

const words =
  (what: string, longest: number): Check =>
  (value) => {
    if (value === '') return `${what} is missing.`;
    if (LINE_BREAK.test(value)) return `${what} must be on one line.`;
    return value.length > longest ? `${what} is longer than ${longest} characters.` : null;
  };

const CHECKS: [ContractorColumn, Check][] = [
  ['name', words('The business name', 120)],
  ['owner_name', words("The owner's name", 80)],
  [
    'owner_email',
    (value) =>
      value === '' || (/^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(value) && value.length <= 254)
        ? null
        : `"${value.slice(0, 60)}" is not an e-mail address.`,
  ],
  [
    'time_zone',
    (value) =>
      value === '' || DateTime.local({ zone: value }).isValid
        ? null
        : `"${value.slice(0, 40)}" is not a time zone; write e.g. America/Denver.`,
  ],
  [
    'state',
    (value) => (value === '' || /^[A-Za-z]{2}$/.test(value) ? null : 'Write the state as two letters, e.g. IL.'),
  ],
  [
    'trades',
    (_value, trades) => {
      const unknown = trades.find((trade) => !TRADES.includes(trade));
      return unknown ? `Unknown trade "${unknown.slice(0, 30)}"; known: ${TRADES.join(', ')}.` : null;
    },
  ],
];
