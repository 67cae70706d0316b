import { isUnanswered } from '@domain/escalation/incident';
import { optedOutNotice } from '@domain/escalation/texts';
import type { OnCallPerson } from '@domain/on-call/roster';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import { OnCallService } from '../on-call/on-call.service.js';
import { advanceNow } from './advance.js';
import { insertText } from './escalation.queries.js';
import { Incident } from './incident.entity.js';

/** A text to the owner that belongs to no incident; sent after the commit. */
export interface OwnerNotice {
  to: { contactId: string; phone: string };
  body: string;
}

/** A phone that texted STOP: its texts are dead for good, calls go on, and the owner hears of the hole (decision 6). */
@Injectable()
export class OptOutService {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly config: ConfigService,
    private readonly onCall: OnCallService,
  ) {}

  /** The sender texted STOP. `open`: their open incidents, locked. Answers with the owner's text when no incident can carry it. */
  async stop(tx: AccountTx, sender: OnCallPerson, open: Incident[]): Promise<OwnerNotice | null> {
    const notice = await this.recorded(tx, sender.contactId);
    const waiting = open.filter((incident) => isUnanswered(incident.state));
    for (const incident of waiting) await this.moveOnByVoice(tx, incident, sender.contactId);
    const [incident] = open;
    if (!incident || !notice) return notice;
    await this.attach(tx, incident, notice);
    return null;
  }

  /** The carrier says that this phone has opted out (21610). Caller holds the incident's lock. */
  async optOut(tx: AccountTx, contactId: string, incident: Incident): Promise<void> {
    const notice = await this.recorded(tx, contactId);
    if (notice) await this.attach(tx, incident, notice);
  }

  /** Null when it was known already, or when the owner is the one who opted out. */
  private async recorded(tx: AccountTx, contactId: string): Promise<(OwnerNotice & { owner: OnCallPerson }) | null> {
    const name = await this.onCall.optOut(tx, contactId, this.clock.now());
    if (name === null) return null;
    const actor = { type: 'contact', id: contactId } as const;
    await this.journal.record(tx, { event: 'on_call.opted_out', subjectId: contactId, actor });
    const { owner } = await this.onCall.onCallAt(tx, this.clock.now());
    if (owner.contactId === contactId) return null;
    return { to: owner, owner, body: optedOutNotice(name, (await this.config.read(tx)).accountName, owner.language) };
  }

  private attach(tx: AccountTx, incident: Incident, notice: OwnerNotice & { owner: OnCallPerson }): Promise<void> {
    return insertText(tx, incident, notice.owner, { step: 'update', body: notice.body, at: this.clock.now() });
  }

  /** Texts to this person that might still be waited for are worth nothing now: the next step fires, by voice. */
  private async moveOnByVoice(tx: AccountTx, incident: Incident, contactId: string): Promise<void> {
    await tx.query(
      `update alerts set state = 'failed', error_code = 'opted_out', finished_at = $4, next_attempt_at = null
       where account_id = $1 and incident_id = $2 and contact_id = $3 and channel = 'sms' and stops_with_ladder
         and state in ('pending', 'sending', 'unknown', 'sent', 'delivered')`,
      [tx.accountId, incident.id, contactId, this.clock.now()],
    );
    await advanceNow(tx, incident, this.clock.now());
  }
}
