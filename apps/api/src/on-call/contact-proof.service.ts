import { DomainError } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@platform/journal/journal';
import { ContactTextService } from './contact-text.service.js';
import { VerificationService } from './verification.service.js';

const notSent = () =>
  new DomainError(
    'unavailable',
    'code-not-sent',
    'The code could not be sent. Check the number, or try the other way.',
  );
const wrongCode = () => new DomainError('invalid', 'wrong-code', 'That is not the code');
const codeIsVoid = () => new DomainError('invalid', 'code-expired', 'That code is not valid any more. Send a new one.');

/** Sends a contact's code by text or by a call, and takes it back through the app. */
@Injectable()
export class ContactProofService {
  constructor(
    private readonly verification: VerificationService,
    private readonly texts: ContactTextService,
  ) {}

  /** Throws what `VerificationService.open` throws, and `code-not-sent`. */
  async send(accountId: AccountId, contactId: string, channel: 'sms' | 'voice', actor: Actor): Promise<void> {
    const code = await this.verification.open(accountId, contactId, channel, actor);
    const outcome =
      channel === 'sms'
        ? await this.texts.send(accountId, { contactId, phone: code.phone }, code.words, 'test')
        : await this.texts.ring(accountId, code.phone, `verification=${code.verificationId}`);
    if (outcome === null || outcome.kind === 'refused') throw notSent();
  }

  /** Throws `wrong-code` and `code-expired`. */
  async confirm(accountId: AccountId, contactId: string, typed: string, actor: Actor): Promise<void> {
    const verdict = await this.verification.judge(accountId, contactId, typed, actor);
    if (verdict === 'void') throw codeIsVoid();
    if (verdict === 'wrong') throw wrongCode();
  }
}
