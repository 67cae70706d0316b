import {
  applyDecorators,
  createParamDecorator,
  ForbiddenException,
  Injectable,
  Logger,
  SetMetadata,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Env } from '@platform/env/env';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { readTwilioForm, type TwilioForm, type TwilioFormKind } from './twilio-forms.js';

const FORM_KIND = 'twilio-form-kind';

interface TwilioHttpRequest {
  /** Path and query exactly as they were asked for. */
  originalUrl: string;
  headers: Record<string, string | string[] | undefined>;
  rawBody?: Buffer;
  twilioForm?: TwilioForm;
}

/** Verifies X-Twilio-Signature over PUBLIC_URL + the raw path and query, never over the Host header (WHI-01). */
@Injectable()
export class TwilioSignatureGuard implements CanActivate {
  private readonly logger = new Logger(TwilioSignatureGuard.name);

  constructor(
    private readonly env: Env,
    private readonly reflector: Reflector,
  ) {}

  /** Leaves the checked form on the request for `@SignedForm()`; throws 403 and logs one line without the body. */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<TwilioHttpRequest>();
    const kind = this.reflector.get<TwilioFormKind>(FORM_KIND, context.getHandler());
    const reading = readTwilioForm(kind, request.rawBody?.toString('utf8') ?? '');
    if (reading.kind === 'refused') return this.refuse(request, reading.reason);
    if (reading.form['AccountSid'] !== this.env.TWILIO_ACCOUNT_SID) return this.refuse(request, 'foreign-account');
    if (!this.isSigned(request, reading.form)) return this.refuse(request, 'bad-signature');
    request.twilioForm = reading.form;
    return true;
  }

  private isSigned(request: TwilioHttpRequest, form: TwilioForm): boolean {
    const signature = request.headers['x-twilio-signature'];
    if (typeof signature !== 'string') return false;
    const url = `${this.env.PUBLIC_URL.replace(/\/$/, '')}${request.originalUrl}`;
    return validateRequest(this.env.TWILIO_AUTH_TOKEN, signature, url, form);
  }

  private refuse(request: TwilioHttpRequest, reason: string): never {
    this.logger.warn({ event: 'webhook.refused', provider: 'twilio', path: request.originalUrl.split('?')[0], reason });
    throw new ForbiddenException();
  }
}

/** Marks a route as one that Twilio calls with this kind of form. */
export const FromTwilio = (kind: TwilioFormKind) =>
  applyDecorators(SetMetadata(FORM_KIND, kind), UseGuards(TwilioSignatureGuard));

/** The checked form of a `@FromTwilio` route, as `TwilioForm`. */
export const SignedForm = createParamDecorator(
  (_data: unknown, context: ExecutionContext): TwilioForm =>
    context.switchToHttp().getRequest<TwilioHttpRequest>().twilioForm ?? {},
);
