import { stale } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ContactsService } from './contacts.service.js';
import { Contact } from './contact.entity.js';
import { hasLayers } from './on-call.errors.js';
import { OnCallRoster } from './on-call-roster.entity.js';
import { markChanged, testResults } from './on-call.queries.js';
import { OnCallService } from './on-call.service.js';
import { toOnCallView, type OnCallView } from './on-call.dto.js';
import type { RosterDraft } from './on-call.types.js';

/** Who of the people is on call (VTCR 1.2). */
@Injectable()
export class TeamService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly onCall: OnCallService,
    private readonly people: ContactsService,
  ) {}

  read(accountId: AccountId): Promise<OnCallView> {
    return this.db.within(accountId, (tx) => this.view(tx));
  }

  /**
   * Saves over `version` (0: the first save) and texts the primary a test. Throws `on-call-changed`, `phone-not-e164`
   * and, where layers have taken the form's place, `on-call-has-layers`.
   */
  async save(accountId: AccountId, version: number, draft: RosterDraft, actor: Actor): Promise<OnCallView> {
    const primaryId = await this.db.within(accountId, async (tx) => {
      const primaryContactId = await this.people.saved(tx, draft.primary);
      const backupContactId = draft.backup === null ? null : await this.people.saved(tx, draft.backup);
      const ownerContactId = await this.people.saved(tx, draft.owner);
      const people = { primaryContactId, backupContactId, ownerContactId };
      await this.replace(tx, version, { ...timingOf(draft), ...people });
      await this.journal.record(tx, { event: 'on_call.changed', subjectId: accountId, actor, data: people });
      return primaryContactId;
    });
    await this.people.testIfAllowed(accountId, primaryId, actor);
    return this.read(accountId);
  }

  private async view(tx: AccountTx): Promise<OnCallView> {
    const roster = await this.onCall.roster(tx);
    const row = await tx.findOne(OnCallRoster, {});
    const contacts = new Map((await tx.find(Contact, {})).map((contact) => [contact.id, contact]));
    return toOnCallView({
      version: row?.version ?? 0,
      hasLayers: row?.hasLayers ?? false,
      roster,
      contacts,
      tests: await testResults(tx),
    });
  }

  private async replace(tx: AccountTx, version: number, row: RosterRow): Promise<void> {
    const known = await tx.lock(OnCallRoster, {});
    if (known?.hasLayers) throw hasLayers();
    if ((known?.version ?? 0) !== version) throw stale('on-call');
    const stamped = { ...row, version: version + 1 };
    if (known) await tx.update(OnCallRoster, { version }, stamped);
    else await tx.insert(OnCallRoster, stamped);
    await markChanged(tx);
  }
}

type RosterRow = ReturnType<typeof timingOf> &
  Pick<OnCallRoster, 'primaryContactId' | 'backupContactId' | 'ownerContactId'>;

const timingOf = (draft: RosterDraft) => ({
  warmTransferEnabled: draft.warmTransferEnabled,
  warmTransferTimeoutSeconds: draft.warmTransferTimeoutSeconds,
  smsOncallDelaySeconds: draft.smsOncallDelaySeconds,
  autoDialDelaySeconds: draft.autoDialDelaySeconds,
  backupDelaySeconds: draft.backupDelaySeconds,
  ownerDelaySeconds: draft.ownerDelaySeconds,
});
