import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ANSWERED_ONCE } from '@platform/idempotency/idempotency.decorators';
import { IdempotentRequests, type KeptAnswer } from '@platform/idempotency/idempotent-requests';
import type { NewRequest } from '@platform/idempotency/idempotent-requests.queries';
import { asKeyedRequest } from '@platform/idempotency/keyed-request';
import { fingerprintOf, readIdempotencyKey } from '@platform/idempotency/request-fingerprint';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { CurrentAgencyAdmin, CurrentMember } from './identity.types.js';

type Incoming = FastifyRequest & { member?: CurrentMember; agencyAdmin?: CurrentAgencyAdmin };

/** A POST of an account or agency that is sent twice with one Idempotency-Key happens once and is answered alike (API-07). */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly requests: IdempotentRequests,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = keyedRequestOf(context.switchToHttp().getRequest<Incoming>());
    return request ? from(this.once(request, context, next)) : next.handle();
  }

  private async once(request: NewRequest, context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const claim = await this.requests.claim(request);
    if (claim.kind === 'answered') return replay(reply, claim.answer);
    const body = await this.perform(request, next);
    const isSecret = this.reflector.get<boolean | undefined>(ANSWERED_ONCE, context.getHandler()) ?? false;
    await this.requests.finish(request, isSecret ? null : answerOf(reply, body));
    return body;
  }

  private async perform(request: NewRequest, next: CallHandler): Promise<unknown> {
    try {
      return await asKeyedRequest(request.requestId, () => lastValueFrom(next.handle(), { defaultValue: undefined }));
    } catch (error) {
      await this.requests.giveUp(request);
      throw error;
    }
  }
}

/** Null for what carries no key, changes nothing, or stands outside accounts and agencies. */
function keyedRequestOf(incoming: Incoming): NewRequest | null {
  const header = incoming.headers['idempotency-key'];
  const owner = ownerOf(incoming);
  if (incoming.method !== 'POST' || header === undefined || !owner) return null;
  const { method, url, body, headers, id } = incoming;
  const fingerprint = fingerprintOf({ method, url, body, ifMatch: headers['if-match'] });
  return { ...owner, key: readIdempotencyKey(header), fingerprint, requestId: id };
}

function ownerOf({ member, agencyAdmin }: Incoming): { scope: string; principal: string } | null {
  const principalOf = ({ actor }: CurrentMember | CurrentAgencyAdmin): string => `${actor.type}:${actor.id}`;
  if (member) return { scope: `account:${member.accountId}`, principal: principalOf(member) };
  return agencyAdmin ? { scope: `agency:${agencyAdmin.agencyId}`, principal: principalOf(agencyAdmin) } : null;
}

function answerOf(reply: FastifyReply, body: unknown): KeptAnswer {
  const etag = reply.getHeader('etag');
  return { status: reply.statusCode, etag: typeof etag === 'string' ? etag : null, body };
}

function replay(reply: FastifyReply, { status, etag, body }: KeptAnswer): unknown {
  void reply.status(status).header('idempotency-replayed', 'true');
  if (etag !== null) void reply.header('etag', etag);
  return body;
}
