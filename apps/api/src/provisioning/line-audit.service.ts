import type { AccountId } from '@domain/ids';
import { Injectable, Logger } from '@nestjs/common';
import { LineAuditBook } from './line-audit-book.service.js';
import { LineHealth } from './line-health.service.js';
import { LineReader } from './line-reader.service.js';

/** Every night each line is compared with what it should be, and put right (WHI-10). */
@Injectable()
export class LineAudit {
  private readonly logger = new Logger(LineAudit.name);

  constructor(
    private readonly reader: LineReader,
    private readonly health: LineHealth,
    private readonly book: LineAuditBook,
  ) {}

  /** Alarm `line_audit`. A provider that does not answer leaves the alarm where it is, and is asked again later. */
  async audit(accountId: AccountId, lineId: string): Promise<void> {
    const read = await this.reader.read(accountId, lineId);
    if (!read) return;
    const { line, parts, persona } = read;
    const drift = await this.health.drift(parts, persona.script);
    const repaired = drift.length > 0 ? await this.health.repair(parts, persona.script, drift) : parts;
    const left = drift.length > 0 ? await this.health.drift(repaired, persona.script) : [];
    if (left.length > 0) this.logger.error({ event: 'provisioning.drift-stays', lineId, drift: left });
    await this.book.note(accountId, line, { drift, left, repaired, persona });
  }
}
