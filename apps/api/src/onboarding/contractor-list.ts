import { DomainError } from '@domain/errors/domain-error';
import { headerProblem, readContractorRow, type ContractorColumn } from '@domain/onboarding/contractor-row';
import { CsvError, parse } from 'csv-parse/sync';
import type { ReadLine } from './contractor-imports.types.js';

const MOST_ROWS = 2000;

interface Parsed {
  record: Partial<Record<ContractorColumn, string>>;
  info: { lines: number };
}

/** Reads a list of contractors. Throws `list-unreadable` when it is no table; a broken row is told, and the good ones kept. */
export function readContractorList(csv: string): ReadLine[] {
  const parsed = parsedRows(csv);
  if (parsed.length === 0) throw unreadable('The list has no contractors.');
  if (parsed.length > MOST_ROWS) throw unreadable(`A list may have ${MOST_ROWS} contractors at most.`);
  return withoutRepeats(parsed.map(({ record, info }) => readLine(record, info.lines)));
}

function parsedRows(csv: string): Parsed[] {
  try {
    return parse(csv, {
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
      info: true,
      columns: (names: string[]) => columnsOf(names),
    });
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(`Line ${error.lines ?? 1} cannot be read: ${error.message}`);
    throw error;
  }
}

/** `Owner Name` and `owner_name` are one column. */
function columnsOf(names: string[]): string[] {
  const columns = names.map((name) => name.trim().toLowerCase().replace(/[ -]+/g, '_'));
  const problem = headerProblem(columns);
  if (problem) throw unreadable(problem);
  return columns;
}

function readLine(record: Parsed['record'], line: number): ReadLine {
  const read = readContractorRow(record);
  return read.kind === 'good'
    ? { line, draft: read.draft, problems: [] }
    : { line, draft: null, problems: read.problems };
}

/** The same business twice in one list is a slip, not two customers. */
function withoutRepeats(lines: ReadLine[]): ReadLine[] {
  const seen = new Map<string, number>();
  return lines.map((row) => {
    const key = row.draft?.name.toLowerCase() ?? '';
    const earlier = seen.get(key);
    if (!row.draft || earlier === undefined) {
      if (row.draft) seen.set(key, row.line);
      return row;
    }
    return { ...row, draft: null, problems: [{ column: 'name', says: `The same name stands on line ${earlier}.` }] };
  });
}

const unreadable = (words: string): DomainError => new DomainError('invalid', 'list-unreadable', words);
