import { DomainError } from '@domain/errors/domain-error';
import { createHmac, timingSafeEqual } from 'node:crypto';

const invalid = () =>
  new DomainError('invalid', 'invalid-cursor', 'This page cursor is not one of ours. Start again without `after`.');

const sign = (key: string, payload: string): Buffer =>
  createHmac('sha256', key).update(payload).digest().subarray(0, 12);

/** An opaque place in a list: bound to the account and the list, so that it cannot be carried elsewhere or edited. */
export class Cursors {
  constructor(private readonly key: string) {}

  encode(accountId: string, list: string, parts: string[]): string {
    const payload = JSON.stringify([accountId, list, ...parts]);
    return Buffer.concat([sign(this.key, payload), Buffer.from(payload)]).toString('base64url');
  }

  /** The parts given to `encode`. Throws `invalid-cursor` for a forged, foreign or damaged one. */
  decode(accountId: string, list: string, cursor: string): string[] {
    const bytes = Buffer.from(cursor, 'base64url');
    const payload = bytes.subarray(12).toString();
    const expected = sign(this.key, payload);
    if (bytes.length < 13 || !timingSafeEqual(expected, bytes.subarray(0, 12))) throw invalid();
    const [forAccount, forList, ...parts] = JSON.parse(payload) as string[];
    if (forAccount !== accountId || forList !== list) throw invalid();
    return parts;
  }
}
