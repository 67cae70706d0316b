import { LayFoundations1763717400000 } from './1763717400000-lay-foundations.js';
import { CreateAccountsAndConfig1763717460000 } from './1763717460000-create-accounts-and-config.js';
import { CreateCallsAndCards1763717520000 } from './1763717520000-create-calls-and-cards.js';
import { CreateTheLadder1763717580000 } from './1763717580000-create-the-ladder.js';
import { CreateDigestsAndJournal1763717640000 } from './1763717640000-create-digests-and-journal.js';

/** Listed by hand: a glob would not survive bundling, and the order is the history. */
export const migrations = [
  LayFoundations1763717400000,
  CreateAccountsAndConfig1763717460000,
  CreateCallsAndCards1763717520000,
  CreateTheLadder1763717580000,
  CreateDigestsAndJournal1763717640000,
];
