import type { RoutingRules } from '@domain/call/route-call';
import { asOfficeHours } from '@domain/hours/as-office-hours';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { ConfigService } from '../config/config.service.js';
import type { LineOwner } from './calls.types.js';

/** What is remembered of a line for the minutes in which the database cannot be asked. */
export interface RememberedLine {
  businessName: string;
  rules: RoutingRules;
}

const FRESH_MS = 60_000;
const MOST_LINES = 10_000;

/** The routing snapshot of law 5: what this process saw of each line when it was last called. */
@Injectable()
export class LineMemory {
  private readonly lines = new Map<string, { line: RememberedLine; seenAt: number }>();

  constructor(
    private readonly db: AccountDb,
    private readonly config: ConfigService,
    private readonly clock: Clock,
  ) {}

  of(number: string | undefined): RememberedLine | null {
    return (number && this.lines.get(number)?.line) || null;
  }

  /** At most once a minute and line. */
  async refresh(owner: LineOwner, number: string): Promise<void> {
    const now = this.clock.now().getTime();
    const known = this.lines.get(number);
    if (known && now - known.seenAt < FRESH_MS) return;
    const config = await this.db.within(owner.accountId, (tx) => this.config.read(tx));
    const line = { businessName: config.accountName, rules: { ...config, hours: asOfficeHours(config) } };
    if (this.lines.size >= MOST_LINES) this.lines.clear();
    this.lines.set(number, { line, seenAt: now });
  }
}
