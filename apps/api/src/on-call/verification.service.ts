import type { Spoken } from '@domain/call/caller-hears';
import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { canText } from '@domain/on-call/roster';
import { CODE_VALID_MS, codeMessage, judgeCode, spokenCode, type CodeVerdict } from '@domain/on-call/verification';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { SecretBox } from '@platform/secrets/secret-box';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { randomInt } from 'node:crypto';
import { assertTestAllowed } from './contact-test.service.js';
import { Contact } from './contact.entity.js';
import { textsAreDead } from './on-call.errors.js';
import { placeOf } from './on-call.queries.js';
import * as proofs from './verification.queries.js';

export interface SentCode {
  verificationId: string;
  phone: string;
  words: string;
  channel: 'sms' | 'voice';
}

/** Proves that a phone belongs to a contact, by six digits that mean nothing else. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly secrets: SecretBox,
  ) {}

  /**
   * Draws a code and says what to send; the caller sends it after the commit. Throws `contact-not-found`, `limited` and,
   * for a text to a phone that opted out or takes none, `texts-do-not-arrive`.
   */
  open(accountId: AccountId, contactId: string, channel: 'sms' | 'voice', actor: Actor): Promise<SentCode> {
    return this.db.within(accountId, async (tx) => {
      const contact = await tx.lock(Contact, { id: contactId });
      if (!contact) throw notFound('contact');
      if (channel === 'sms' && !canText(contact)) throw textsAreDead();
      const now = this.clock.now();
      await assertTestAllowed(tx, contactId, now);
      const [id, code] = [newId(), String(randomInt(1_000_000)).padStart(6, '0')];
      const expiresAt = new Date(now.getTime() + CODE_VALID_MS);
      const sealedCode = this.secrets.seal(sealPlace(tx, id), code);
      await proofs.replaceVerification(tx, {
        id,
        contactId,
        channel,
        phone: contact.phone,
        sealedCode,
        attempts: 0,
        expiresAt,
      });
      await this.journal.record(tx, { event: 'on_call.code_sent', subjectId: contactId, actor, data: { channel } });
      const { business } = await placeOf(tx);
      return {
        verificationId: id,
        phone: contact.phone,
        words: codeMessage(code, business)[contact.language],
        channel,
      };
    });
  }

  /** What a code typed in the app is worth. A wrong one is counted even though the request is refused. */
  judge(accountId: AccountId, contactId: string, typed: string, actor: Actor): Promise<CodeVerdict> {
    return this.db.within(accountId, (tx) => this.judgeIn(tx, contactId, typed, actor));
  }

  /** As `judge`, inside the transaction of the text that brought the code. */
  async judgeIn(tx: AccountTx, contactId: string, typed: string, actor: Actor): Promise<CodeVerdict> {
    const contact = await tx.lock(Contact, { id: contactId });
    const row = await proofs.lockedVerification(tx, contactId);
    if (!contact || !row) return 'void';
    const open = { ...row, code: this.secrets.open(sealPlace(tx, row.id), row.sealedCode) };
    const verdict = judgeCode(open, contact.phone, typed, this.clock.now());
    if (verdict === 'wrong') await proofs.countAttempt(tx, contactId);
    if (verdict !== 'right') return verdict;
    await proofs.closeVerification(tx, contactId);
    await tx.update(Contact, { id: contactId }, { verifiedAt: this.clock.now() });
    await this.journal.record(tx, { event: 'on_call.verified', subjectId: contactId, actor, data: { by: 'code' } });
    return verdict;
  }

  /** What the called phone hears; null when the code is void by now. */
  spoken(accountId: AccountId, verificationId: string): Promise<Spoken | null> {
    return this.db.within(accountId, async (tx) => {
      const row = await proofs.verificationById(tx, verificationId);
      if (!row || row.channel !== 'voice' || this.clock.now() >= row.expiresAt) return null;
      const code = this.secrets.open(sealPlace(tx, row.id), row.sealedCode);
      const contact = await tx.findOne(Contact, { id: row.contactId });
      return spokenCode(code, (await placeOf(tx)).business, contact?.language ?? 'en');
    });
  }
}

const sealPlace = (tx: AccountTx, id: string): string => `${tx.accountId}:contact_verifications.sealed_code:${id}`;
