import type { CallerHears } from '@domain/call/caller-hears';
import type { HeardAnswer } from '@domain/intake/heard-speech';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallDirectory } from './call-directory.service.js';
import { CallFinishService } from './call-finish.service.js';
import { Call } from './call.entity.js';
import { keepHalfHeard } from './intake.queries.js';
import { IntakeTalkService } from './intake-talk.service.js';
import { CUT_OFF_WORDS } from './spoken-lines.js';

/** Answers callers whom the agent cannot take (decision 9): asks, listens, alarms; one transaction per answer. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly db: AccountDb,
    private readonly directory: CallDirectory,
    private readonly talk: IntakeTalkService,
    private readonly finish: CallFinishService,
  ) {}

  begin(accountId: AccountId, callId: string): Promise<CallerHears> {
    return this.db.within(accountId, async (tx) => {
      const call = await tx.lock(Call, { id: callId });
      return call ? this.talk.begin(tx, call) : MESSAGE;
    });
  }

  /** The carrier's delivery of what was heard after question `number`: once, twice, late. */
  answered(callSid: string, number: number, heard: HeardAnswer): Promise<CallerHears> {
    return this.onCall(callSid, async (tx, call) => {
      const hears = await this.talk.answer(tx, call, number, heard);
      await this.workInLate(tx, call);
      return hears;
    });
  }

  /** Kept beside the open question, without its lock: it counts only if the caller hangs up before the answer is whole. */
  async halfHeard(callSid: string, number: number, words: string): Promise<void> {
    const place = await this.directory.placeOf(callSid);
    if (!place || !words) return;
    await this.db.within(place.accountId, async (tx) => {
      await keepHalfHeard(tx, place.callId, { number, words });
      const call = await tx.findOne(Call, { id: place.callId });
      if (call) await this.workInLate(tx, call);
    });
  }

  /** The caller holds for the technician; `waited` counts the waits. */
  waited(callSid: string, waited: number): Promise<CallerHears> {
    return this.onCall(callSid, (tx, call) => this.talk.wait(tx, call, waited));
  }

  private async onCall(
    callSid: string,
    work: (tx: AccountTx, call: Call) => Promise<CallerHears>,
  ): Promise<CallerHears> {
    const place = await this.directory.placeOf(callSid);
    if (!place) return MESSAGE;
    return this.db.within(place.accountId, async (tx) => {
      const call = await tx.lock(Call, { id: place.callId });
      return call ? work(tx, call) : MESSAGE;
    });
  }

  /** An answer that overtook the end of its call belongs into the books that were closed without it. */
  private async workInLate(tx: AccountTx, { id, endedAt }: Call): Promise<void> {
    const call = endedAt ? await tx.lock(Call, { id }) : null;
    if (call) await this.finish.finish(tx, call);
  }
}

/** A call nobody has written down: what is said after the beep finds its place later. */
const MESSAGE: CallerHears = { kind: 'voicemail', words: CUT_OFF_WORDS, offersKey: true };
