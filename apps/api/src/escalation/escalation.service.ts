import type { AccountTx } from '@platform/tenancy/account-tx';
import { Injectable } from '@nestjs/common';
import type { EmergencyDetails, EmergencyReport, IncidentOutcome, OpenedIncident } from './escalation.types.js';

/** Opens emergencies and says how they stand. The ladder itself runs from rows (architecture, law 3). */
@Injectable()
export class EscalationService {
  /** In the caller's transaction: the emergency exists and is being paged the moment that commits. Idempotent per call. */
  open(_tx: AccountTx, _report: EmergencyReport): Promise<OpenedIncident> {
    throw new Error('being written');
  }

  /** Merges what is learnt later into the incident of this call; nothing happens when it has none. */
  addDetails(_tx: AccountTx, _callId: string, _details: EmergencyDetails): Promise<void> {
    throw new Error('being written');
  }

  /** Outcomes of the incidents of these calls, keyed by call id. Calls without an incident are absent. */
  outcomesOf(_tx: AccountTx, _callIds: string[]): Promise<Map<string, IncidentOutcome>> {
    throw new Error('being written');
  }

  /** A tech and the caller have spoken (bridged, or called back through us). */
  recordContact(_tx: AccountTx, _incidentId: string, _at: Date): Promise<void> {
    throw new Error('being written');
  }
}
