import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AcceptanceService } from './acceptance.service.js';
import { CallerLineService } from './caller-line.service.js';
import { EscalationService } from './escalation.service.js';
import { Incident } from './incident.entity.js';

/** How a technician on the line comes to the caller. */
export type Connected =
  | { kind: 'over' }
  | { kind: 'taken'; byId: string | null; byName: string }
  /** The caller is still on the line and comes from the agent into the conference. */
  | { kind: 'joined'; incidentId: string }
  | { kind: 'ring'; number: string | null; callerId: string };

/** Whoever asks for the caller has the emergency; that the two have spoken is written down (decision 6). */
@Injectable()
export class StaffConnectionService {
  constructor(
    private readonly db: AccountDb,
    private readonly acceptances: AcceptanceService,
    private readonly escalations: EscalationService,
    private readonly callerLine: CallerLineService,
  ) {}

  async connect(accountId: AccountId, incidentId: string, contactId: string): Promise<Connected> {
    const taken = await this.db.within(accountId, (tx) => this.take(tx, incidentId, contactId));
    if (!('incident' in taken)) return taken;
    const { incident } = taken;
    const isJoined = await this.joins(incident, contactId);
    await this.db.within(accountId, (tx) => this.escalations.recordConnection(tx, incidentId));
    if (isJoined) return { kind: 'joined', incidentId };
    return { kind: 'ring', number: incident.callbackPhone ?? incident.callerPhone, callerId: incident.lineNumber };
  }

  private async joins(incident: Incident, contactId: string): Promise<boolean> {
    return (
      (await this.callerLine.isOnTheLine(incident)) && (await this.callerLine.meet(incident, contactId)) === 'moved'
    );
  }

  private async take(
    tx: AccountTx,
    incidentId: string,
    contactId: string,
  ): Promise<{ incident: Incident } | Extract<Connected, { kind: 'over' | 'taken' }>> {
    const incident = await tx.lock(Incident, { id: incidentId });
    const name = await contactName(tx, contactId);
    if (!incident || name === null) return { kind: 'over' };
    const person = { contactId, name };
    const taker = { kind: 'contact', person, via: 'key', alertId: null, words: null } as const;
    const outcome = await this.acceptances.accept(tx, incident, taker);
    if (outcome.kind === 'closed') return { kind: 'over' };
    if (outcome.kind === 'taken' && outcome.byId !== contactId) return outcome;
    const isOver = incident.resolvedAt !== null;
    return isOver ? { kind: 'over' } : { incident: { ...incident, acceptedName: name } };
  }
}

async function contactName(tx: AccountTx, contactId: string): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    `select name from contacts where account_id = $1 and id = $2 and is_active`,
    [tx.accountId, contactId],
  );
  return row?.name ?? null;
}
