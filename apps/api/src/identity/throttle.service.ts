import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { PlatformDb } from '@platform/tenancy/platform-db';
import type { ThrottleRule } from './throttle-rules.js';
import { countFailure, forgetOld, forgive } from './throttle.queries.js';

const waitFirst = (seconds: number) =>
  new DomainError(
    'limited',
    'too-many-tries',
    `Too many tries. Wait ${seconds === 1 ? 'one second' : `${seconds} seconds`}, then try again.`,
    seconds,
  );

/** Slows down who guesses, the same on every replica, and the same whether or not the address exists. */
@Injectable()
export class ThrottleService {
  constructor(private readonly db: PlatformDb) {}

  /**
   * Counts a try as failed before it is made, and returns the failures under the rule that only counts. Throws
   * `too-many-tries`; then nothing was counted, so knocking at a closed door keeps it closed no longer.
   */
  async reserve(rules: ThrottleRule[]): Promise<number> {
    return this.db.within(async (query) => {
      let failures = 0;
      for (const rule of rules) {
        const counted = await countFailure(query, rule);
        if (counted.kind === 'wait') throw waitFirst(counted.seconds);
        if (rule.then === 'counts') failures = counted.failures;
      }
      await forgetOld(query);
      return failures;
    });
  }

  /** Whether there is still room under the rule; takes a place if so. */
  async admits(rule: ThrottleRule): Promise<boolean> {
    const counted = await this.db.within((query) => countFailure(query, rule));
    return counted.kind === 'go';
  }

  /** The try succeeded after all. */
  async forgive(rules: ThrottleRule[]): Promise<void> {
    await this.db.within((query) => forgive(query, rules));
  }
}
