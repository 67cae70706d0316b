import { DomainError } from '@domain/errors/domain-error';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { IS_PUBLIC } from '@platform/http/public.decorators';
import { RateCounter, type RateLeft, type RateQuota } from '@platform/http/rate-counter';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeyHolder } from './access.types.js';
import type { CurrentMember, SignedInUser } from './identity.types.js';

const KEY_QUOTA: RateQuota = { name: 'key', perMinute: 600 };
/** A person with several tabs; twice a key's, because a page asks for several things at once. */
const USER_QUOTA: RateQuota = { name: 'user', perMinute: 1200 };
const ACCOUNT_QUOTA: RateQuota = { name: 'account', perMinute: 3000 };

type Incoming = FastifyRequest & { user?: SignedInUser; apiKey?: KeyHolder; member?: CurrentMember };

/** Before anything is looked up: how much one key or person may ask for (API-09, API-10). */
@Injectable()
export class PrincipalRateGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly rates: RateCounter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const { user, apiKey } = context.switchToHttp().getRequest<Incoming>();
    const left = apiKey
      ? await this.rates.take(`key ${apiKey.keyId}`, KEY_QUOTA)
      : await this.rates.take(`user ${user?.id ?? ''}`, USER_QUOTA);
    return tell(context, left);
  }
}

/** After membership is known, so that a stranger cannot use up an account's quota. */
@Injectable()
export class AccountRateGuard implements CanActivate {
  constructor(private readonly rates: RateCounter) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { member } = context.switchToHttp().getRequest<Incoming>();
    return !member || tell(context, await this.rates.take(`account ${member.accountId}`, ACCOUNT_QUOTA));
  }
}

/** The headers of draft-ietf-httpapi-ratelimit-headers, one member per quota. Throws `quota-exceeded`. */
function tell(context: ExecutionContext, { quota, remaining, resetSeconds, isOver }: RateLeft): true {
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  append(reply, 'RateLimit-Policy', `"${quota.name}";q=${quota.perMinute};w=60`);
  append(reply, 'RateLimit', `"${quota.name}";r=${remaining};t=${resetSeconds}`);
  if (!isOver) return true;
  void reply.header('retry-after', String(resetSeconds));
  throw new DomainError(
    'limited',
    'quota-exceeded',
    `Too many requests for this ${quota.name}: ${quota.perMinute} a minute. Try again in ${resetSeconds} s.`,
  );
}

function append(reply: FastifyReply, name: string, value: string): void {
  const present = reply.getHeader(name);
  void reply.header(name, present === undefined ? value : `${String(present)}, ${value}`);
}
