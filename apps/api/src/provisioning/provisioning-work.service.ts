import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { ForwardingCall } from './forwarding-call.service.js';
import { LineAudit } from './line-audit.service.js';
import { LineReleaseService } from './line-release.service.js';
import { SagaRun } from './saga-run.service.js';

/** The feature's face to the clock and the queue. */
@Injectable()
export class ProvisioningWork {
  constructor(
    private readonly saga: SagaRun,
    private readonly audits: LineAudit,
    private readonly releases: LineReleaseService,
    private readonly forwarding: ForwardingCall,
  ) {}

  /** Job `provisioning.run`. */
  run(accountId: AccountId, id: string): Promise<void> {
    return this.saga.run(accountId, id);
  }

  /** Alarm `line_audit`. */
  audit(accountId: AccountId, lineId: string): Promise<void> {
    return this.audits.audit(accountId, lineId);
  }

  /** Alarm `line_release`. */
  release(accountId: AccountId, lineId: string): Promise<void> {
    return this.releases.carryOut(accountId, lineId);
  }

  /** Alarm `forwarding_check`. */
  forwardingTimeUp(accountId: AccountId, checkId: string): Promise<void> {
    return this.forwarding.timeUp(accountId, checkId);
  }
}
