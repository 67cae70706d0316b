import type { Business } from '@domain/escalation/choose-business';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { In } from 'typeorm';
import { ConfigService } from '../config/config.service.js';
import { OnCallService } from '../on-call/on-call.service.js';
import { answerable } from './escalation.queries.js';
import { Incident } from './incident.entity.js';

/** How one contractor stands with the sender of a text. */
@Injectable()
export class SenderStandingService {
  constructor(
    private readonly config: ConfigService,
    private readonly onCall: OnCallService,
  ) {}

  /** Null when the sender is no contact of this contractor any more. */
  async of(tx: AccountTx, from: string): Promise<Business<AccountId> | null> {
    const sender = await this.onCall.contactByPhone(tx, from);
    if (!sender) return null;
    const ids = await answerable(tx, sender.contactId);
    const open = await tx.find(Incident, { id: In(ids) }, { openedAt: 'DESC', id: 'DESC' });
    const { accountName } = await this.config.read(tx);
    return { accountId: tx.accountId, accountName, senderId: sender.contactId, language: sender.language, open };
  }
}
