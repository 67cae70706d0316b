import { DomainError } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import type { JournalListener, Wake } from '@platform/journal/journal-listener';
import { journalAfter, journalEnd, type JournalCursor, type JournalNews } from '@platform/journal/journal-reader';
import { JournalRelay } from '@platform/journal/journal-relay';
import { AccountDb } from '@platform/tenancy/account-db';
import type { SignedInUser } from '../identity/identity.types.js';
import { MembershipsService } from '../identity/memberships.service.js';
import { cursorOf, eventFrame, HEARTBEAT, OPENING } from './live-wire.js';

/** A few tabs and a phone; more is a client that forgets to hang up. */
const STREAMS_PER_USER = 8;
const BATCH = 200;
/** After an hour the client comes back and resumes, on whichever replica there is then. */
const BEATS_PER_STREAM = 1200;
/** So often a stream that says nothing looks whether its viewer may still listen. */
const LOOK_EVERY_BEATS = 5;

/** Who listens to which account. */
export interface Viewer {
  user: SignedInUser;
  accountId: AccountId;
}

/** The account's journal as it grows (law 6). */
@Injectable()
export class LiveService {
  private readonly streams = new Map<string, number>();

  constructor(
    private readonly db: AccountDb,
    private readonly relay: JournalRelay,
    private readonly memberships: MembershipsService,
  ) {}

  /** Takes a place among the user's streams. Throws `too-many-streams`. Whoever joins must `leave`. */
  join({ user, accountId }: Viewer): JournalListener {
    const open = this.streams.get(user.id) ?? 0;
    if (open >= STREAMS_PER_USER)
      throw new DomainError('limited', 'too-many-streams', 'Close another tab: too many live streams are open.');
    this.streams.set(user.id, open + 1);
    return this.relay.listen(accountId);
  }

  leave({ user }: Viewer, listener: JournalListener): void {
    this.relay.leave(listener);
    const open = (this.streams.get(user.id) ?? 1) - 1;
    if (open > 0) this.streams.set(user.id, open);
    else this.streams.delete(user.id);
  }

  /** Server-sent frames until the listener is closed, the viewer may no longer listen, or an hour has passed. */
  async *frames(viewer: Viewer, listener: JournalListener, lastEventId?: string): AsyncGenerator<string> {
    yield OPENING;
    let beats = 0;
    let cursor = cursorOf(lastEventId) ?? (await this.db.within(viewer.accountId, journalEnd));
    for (let wake = await listener.next(); wake !== 'closed'; wake = await listener.next()) {
      if (wake === 'beat') beats += 1;
      if (!(await this.staysOn(viewer, wake, beats))) return;
      if (wake === 'news') cursor = yield* this.news(viewer.accountId, cursor);
      if (wake === 'beat') yield HEARTBEAT;
    }
  }

  /** Sends what is after the cursor and returns the new one. */
  private async *news(accountId: AccountId, from: JournalCursor): AsyncGenerator<string, JournalCursor> {
    let cursor = from;
    for (let batch = await this.read(accountId, cursor); batch.length > 0; batch = await this.read(accountId, cursor)) {
      for (const entry of batch) yield eventFrame(entry);
      cursor = batch.at(-1) ?? cursor;
      if (batch.length < BATCH) break;
    }
    return cursor;
  }

  private read(accountId: AccountId, cursor: JournalCursor): Promise<JournalNews[]> {
    return this.db.within(accountId, (tx) => journalAfter(tx, cursor, BATCH));
  }

  /** Asked before every word: whoever was signed out or has left hears nothing more (AUT-12). A beat alone tells nothing. */
  private async staysOn({ user, accountId }: Viewer, wake: Wake, beats: number): Promise<boolean> {
    if (beats >= BEATS_PER_STREAM) return false;
    if (wake === 'beat' && beats % LOOK_EVERY_BEATS > 0) return true;
    return (await this.memberships.roleIn(user, accountId)) !== null;
  }
}
