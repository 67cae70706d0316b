import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AssistantService } from '../../src/calls/assistant.service.js';
import { DigestService } from '../../src/digest/digest.service.js';
import { LineConnectionService } from '../../src/provisioning/line-connection.service.js';

/** Everything an account needs outside its own rows before its first night: line, assistant, digest. Safe to repeat. */
@Injectable()
export class ServiceStart {
  constructor(
    private readonly connection: LineConnectionService,
    private readonly assistants: AssistantService,
    private readonly digests: DigestService,
  ) {}

  async bringUp(accountId: AccountId, lineId: string): Promise<void> {
    await this.connection.connectLine(accountId, lineId);
    await this.assistants.publish(accountId);
    await this.digests.ensureSchedule(accountId);
  }
}
