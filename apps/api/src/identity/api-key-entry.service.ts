import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { timingSafeEqual } from 'node:crypto';
import type { KeyHolder } from './access.types.js';
import { readApiKey } from './api-key-format.js';
import { noteKeyUse, usableKey } from './api-keys.queries.js';

const refused = () =>
  new DomainError('unauthenticated', 'key-refused', 'This API key is not valid: mistyped, expired or revoked.');

/** Lets API keys in. Nothing is remembered between requests, so a revoked key ends on every replica with its next request. */
@Injectable()
export class ApiKeyEntryService {
  constructor(private readonly db: PlatformDb) {}

  /** Throws `key-refused` alike for every reason; a wrong checksum costs no question to the database. */
  async admit(text: string): Promise<KeyHolder> {
    const presented = readApiKey(text);
    if (!presented) throw refused();
    const found = await usableKey(this.db, presented.keyId);
    if (!found || !timingSafeEqual(found.secretHash, presented.secretHash)) throw refused();
    if (found.isUseNews) await noteKeyUse(this.db, presented.keyId);
    const { accountId, accountStatus, scopes, madeBy, role } = found;
    return { keyId: presented.keyId, accountId, accountStatus, scopes, madeBy, role };
  }
}
