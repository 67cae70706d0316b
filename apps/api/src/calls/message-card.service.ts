import type { Spoken } from '@domain/call/caller-hears';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { LeadCardsService } from '../lead-cards/lead-cards.service.js';
import { CallLog } from './call-log.service.js';
import { CallFinishService } from './call-finish.service.js';
import { Call } from './call.entity.js';
import { draftOf } from './card-draft.js';
import { OfficePromiseService } from './office-promise.service.js';
import type { Verdict } from './verdict.js';

const NEEDS_LISTENING = 'Voicemail: needs listening';

/** The card of a message: there as soon as something was recorded, filled in when it has been written down. */
@Injectable()
export class MessageCardService {
  constructor(
    private readonly cards: LeadCardsService,
    private readonly finish: CallFinishService,
    private readonly promises: OfficePromiseService,
    private readonly log: CallLog,
  ) {}

  async unheard(tx: AccountTx, call: Call): Promise<void> {
    const known = (await this.cards.forCalls(tx, [call.id])).get(call.id);
    await this.cards.save(tx, { ...draftOf(call), ...(known?.issueSummary ? {} : { issueSummary: NEEDS_LISTENING }) });
  }

  async message(tx: AccountTx, verdict: Verdict, words: string): Promise<void> {
    const { call, reasoning } = verdict;
    if (call.classification !== 'spam') {
      const summary = words.slice(0, 600) || NEEDS_LISTENING;
      await this.cards.save(tx, { ...draftOf(call), issueSummary: summary, issueDetail: words, reasoning });
    }
    await this.finish.finish(tx, call);
  }

  callbackWhen(tx: AccountTx, language: Spoken['language']): Promise<string> {
    return this.promises.callbackWhen(tx, language);
  }

  recordingStored(tx: AccountTx, call: Call): Promise<void> {
    return this.log.tell(tx, call.id, 'call.recording_stored', { teller: 'twilio' });
  }
}
