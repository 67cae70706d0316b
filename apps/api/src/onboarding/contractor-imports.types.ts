import type { AccountId } from '@domain/ids';
import type { ContractorDraft, RowProblem } from '@domain/onboarding/contractor-row';

/** One line of a list as it was read: a contractor, or what is wrong with it. */
export interface ReadLine {
  /** Counted as an editor counts them; the columns' names stand on line 1. */
  line: number;
  draft: ContractorDraft | null;
  problems: RowProblem[];
}

export interface ImportRow extends ReadLine {
  /** Chosen before anything is added, so that doing it twice adds one. */
  accountId: AccountId;
  state: 'waiting' | 'added' | 'broken' | 'failed';
  says: string | null;
}

export interface ContractorImport {
  id: string;
  agencyId: string;
  createdBy: string;
  createdAt: Date;
  rows: ImportRow[];
}
