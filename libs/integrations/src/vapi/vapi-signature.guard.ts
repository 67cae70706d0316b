import { Clock } from '@domain/ports/clock';
import { ForbiddenException, Injectable, Logger, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { createHmac, timingSafeEqual } from 'node:crypto';

const FRESH_MS = 300_000;

interface VapiHttpRequest {
  headers: Record<string, string | string[] | undefined>;
  rawBody?: Buffer;
}

/**
 * Either the HMAC credential (`x-signature` over `{x-timestamp}.{raw body}`, ±5 min) or the shared secret the assistant's
 * server carries (`X-Vapi-Secret`). A signature that is present must hold (WHI-04).
 */
@Injectable()
export class VapiSignatureGuard implements CanActivate {
  private readonly logger = new Logger(VapiSignatureGuard.name);

  constructor(
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<VapiHttpRequest>();
    const signature = headerOf(request, 'x-signature');
    const trusted = signature ? this.isSigned(request, signature) : this.knowsSecret(request);
    if (trusted) return true;
    this.logger.warn({
      event: 'webhook.refused',
      provider: 'vapi',
      reason: signature ? 'bad-signature' : 'no-credential',
    });
    throw new ForbiddenException();
  }

  private isSigned(request: VapiHttpRequest, signature: string): boolean {
    const timestamp = headerOf(request, 'x-timestamp');
    if (!/^\d{10,13}$/.test(timestamp) || !this.isFresh(Number(timestamp))) return false;
    const expected = createHmac('sha256', this.env.VAPI_WEBHOOK_SECRET)
      .update(`${timestamp}.`)
      .update(request.rawBody ?? Buffer.alloc(0))
      .digest('hex');
    return sameText(signature.replace(/^sha256=/, ''), expected);
  }

  private isFresh(timestamp: number): boolean {
    const sentAt = timestamp > 1e12 ? timestamp : timestamp * 1000;
    return Math.abs(this.clock.now().getTime() - sentAt) <= FRESH_MS;
  }

  private knowsSecret(request: VapiHttpRequest): boolean {
    return sameText(headerOf(request, 'x-vapi-secret'), this.env.VAPI_WEBHOOK_SECRET);
  }
}

const headerOf = (request: VapiHttpRequest, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

/** Constant time, also about the length: both sides are hashed first. */
const sameText = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

const digest = (text: string): Buffer => createHmac('sha256', 'compare').update(text).digest();
