import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '../secrets/secret-box.js';
import { PlatformDb } from '../tenancy/platform-db.js';
import {
  claimKey,
  forgetOldRequests,
  keepAnswer,
  knownRequest,
  releaseKey,
  type KeyOwner,
  type KnownRequest,
  type NewRequest,
} from './idempotent-requests.queries.js';

/** What was answered, to be answered again. */
export interface KeptAnswer {
  status: number;
  etag: string | null;
  body: unknown;
}

export type Claim = { kind: 'new' } | { kind: 'answered'; answer: KeptAnswer };

const otherRequest = () =>
  new DomainError(
    'unprocessable',
    'idempotency-key-reused',
    'This Idempotency-Key was used for another request. Take a new key for a new request.',
  );
const underway = () =>
  new DomainError(
    'conflict',
    'idempotency-key-in-flight',
    'A request with this Idempotency-Key is being worked on. Ask again in a moment.',
    1,
  );
const doneAlready = () =>
  new DomainError(
    'conflict',
    'idempotency-answer-lost',
    'This request has had its effect, and its answer is not kept. Look at the resource instead of sending it again.',
  );

const placeOf = ({ scope, principal, key }: KeyOwner): string =>
  `platform.idempotent_requests.answer:${scope}:${principal}:${key}`;

/** Requests that were sent with an Idempotency-Key, for 24 hours (API-07). They run on real time, as networks do. */
@Injectable()
export class IdempotentRequests {
  constructor(
    private readonly db: PlatformDb,
    private readonly secrets: SecretBox,
  ) {}

  /** Throws `idempotency-key-reused` (422), `idempotency-key-in-flight` and `idempotency-answer-lost` (409). */
  async claim(request: NewRequest): Promise<Claim> {
    const isNew = await this.db.within(async (query) => {
      await forgetOldRequests(query);
      return claimKey(query, request);
    });
    if (isNew) return { kind: 'new' };
    const known = await this.db.within((query) => knownRequest(query, request));
    if (!known) throw underway(); // released a moment ago: the next try begins anew
    return { kind: 'answered', answer: this.answerOf(known, request) };
  }

  /** Keeps what was answered; `null` keeps only that it was done. */
  async finish(request: NewRequest, answer: KeptAnswer | null): Promise<void> {
    const sealed = answer && this.secrets.seal(placeOf(request), JSON.stringify(answer));
    await this.db.within((query) => keepAnswer(query, request.requestId, sealed));
  }

  /** After a refusal: a request without an effect may be sent again, one that had some is done. */
  async giveUp(request: NewRequest): Promise<void> {
    await this.db.within(async (query) => {
      if (!(await releaseKey(query, request.requestId))) await keepAnswer(query, request.requestId, null);
    });
  }

  private answerOf(known: KnownRequest, request: NewRequest): KeptAnswer {
    if (!known.fingerprint.equals(request.fingerprint)) throw otherRequest();
    if (known.answer !== null) return JSON.parse(this.secrets.open(placeOf(request), known.answer)) as KeptAnswer;
    throw known.isFinished || known.hadEffect ? doneAlready() : underway();
  }
}
