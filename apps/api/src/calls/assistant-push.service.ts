import type { PersonaScript } from '@domain/persona/persona-script';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { createHash } from 'node:crypto';
import { ConfigVersionsService } from '../config/config-versions.service.js';
import { PersonaService } from '../config/persona.service.js';
import { CallLog } from './call-log.service.js';
import { dropHold, holdPush, lockPush, storePush, storeVersion, type PushState } from './assistant.queries.js';

/** Longer than the provider's time-outs together; a worker that dies holds the line no longer than this. */
const HOLD_SECONDS = 30;
const LONGEST_REASON = 200;

/** A push that has begun: what is sent, and the hold under which it is sent. */
export interface Push {
  id: string;
  lineId: string;
  assistantId: string | null;
  script: PersonaScript;
  hash: string;
  version: number;
  /** The version the provider had before. */
  earlierVersion: number | null;
}

/**
 * One push of a line's assistant at a time. Two at once would reach the provider in any order, and the older one could
 * stay; so who comes second leaves it to the first, who looks again before letting go.
 */
@Injectable()
export class AssistantPushService {
  constructor(
    private readonly persona: PersonaService,
    private readonly versions: ConfigVersionsService,
    private readonly jobs: Jobs,
    private readonly log: CallLog,
  ) {}

  /** Null when the provider has it already, or somebody else is at it. */
  async begin(tx: AccountTx, lineId: string): Promise<Push | null> {
    const state = await lockPush(tx, lineId);
    if (!state) return null;
    if (this.isHeld(state)) return this.lookAgain(tx, state);
    const { script, version } = await this.persona.render(tx);
    const hash = hashOf(script);
    if (state.assistantId && state.assistantHash === hash) return this.settled(tx, lineId, version);
    const id = newId();
    await holdPush(tx, lineId, { by: id, until: this.log.later(HOLD_SECONDS) });
    const { assistantId, assistantVersion: earlierVersion } = state;
    return { id, lineId, assistantId, script, hash, version, earlierVersion };
  }

  /** `stale`: the settings have moved on, or another push got in between; what the provider has may be old. */
  async end(tx: AccountTx, push: Push, assistantId: string): Promise<'settled' | 'stale'> {
    const state = await lockPush(tx, push.lineId);
    if (state?.heldBy !== push.id) return this.overtaken(tx, push, state);
    const { hash, version, lineId } = push;
    await storePush(tx, lineId, { assistantId, hash, version, at: this.log.now() });
    await this.versions.tellPublished(tx, push);
    return hashOf((await this.persona.render(tx)).script) === hash ? 'settled' : 'stale';
  }

  async giveUp(tx: AccountTx, push: Push, reason: string): Promise<void> {
    const state = await lockPush(tx, push.lineId);
    if (state?.heldBy === push.id) await dropHold(tx, push.lineId, reason.slice(0, LONGEST_REASON));
  }

  private isHeld({ heldUntil }: PushState): boolean {
    return heldUntil !== null && heldUntil > this.log.now();
  }

  /** The holder looks again before it lets go; should it die first, this job finds the line free. */
  private async lookAgain(tx: AccountTx, { heldBy }: PushState): Promise<null> {
    const { accountId } = tx;
    const options = { singletonKey: `${accountId}/after/${heldBy ?? ''}`, startAfterSeconds: HOLD_SECONDS };
    await this.jobs.enqueue(tx, 'assistant.publish', { accountId, id: accountId }, options);
    return null;
  }

  private async settled(tx: AccountTx, lineId: string, version: number): Promise<null> {
    await storeVersion(tx, lineId, version);
    return null;
  }

  /**
   * Too slow: the hold ran out and another push began, so nobody knows which of the two the provider kept. A push that is
   * still under way must not be believed either; once its hold is over, one more settles it.
   */
  private async overtaken(tx: AccountTx, push: Push, state: PushState | null): Promise<'settled' | 'stale'> {
    if (!state) return 'settled';
    const isHeld = this.isHeld(state);
    const until = isHeld && state.heldUntil ? state.heldUntil : this.log.now();
    await holdPush(tx, push.lineId, { by: newId(), until });
    if (!isHeld) return 'stale';
    await this.lookAgain(tx, state);
    return 'settled';
  }
}

const hashOf = (script: PersonaScript): string => createHash('sha256').update(JSON.stringify(script)).digest('hex');
