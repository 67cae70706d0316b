import { CarrierAccounts } from '@domain/ports/carrier-accounts';
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

interface Signer {
  /** Null: the platform's own account, which may speak of every line in it. */
  accountId: string | null;
  authToken: string;
}

interface TwilioHttpRequest {
  /** Path and query exactly as they were asked for. */
  originalUrl: string;
  headers: Record<string, string | string[] | undefined>;
  rawBody?: Buffer;
  query?: { account?: string };
  twilioForm?: TwilioForm;
}

/** A request about a line names it here, and must come from the account that owns it. */
const NAMES_LINE: ReadonlySet<TwilioFormKind> = new Set(['incoming-call', 'sms-incoming']);

/**
 * Verifies X-Twilio-Signature over PUBLIC_URL + the raw path and query, never over the Host header (WHI-01), with the
 * token of the account that owns the number: a subaccount's is its own (reference B5, WHI-03).
 */
@Injectable()
export class TwilioSignatureGuard implements CanActivate {
  private readonly logger = new Logger(TwilioSignatureGuard.name);

  constructor(
    private readonly env: Env,
    private readonly reflector: Reflector,
    private readonly carriers: CarrierAccounts,
  ) {}

  /** Leaves the checked form on the request for `@SignedForm()`; throws 403 and logs one line without the body. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<TwilioHttpRequest>();
    const kind = this.reflector.get<TwilioFormKind>(FORM_KIND, context.getHandler());
    const reading = readTwilioForm(kind, request.rawBody?.toString('utf8') ?? '');
    if (reading.kind === 'refused') return this.refuse(request, reading.reason);
    const signer = await this.signerOf(reading.form['AccountSid'] ?? '');
    if (!signer) return this.refuse(request, 'foreign-account');
    if (!this.isSigned(request, reading.form, signer.authToken)) return this.refuse(request, 'bad-signature');
    if (!(await this.mayTell(signer, request, kind, reading.form))) return this.refuse(request, 'not-its-line');
    request.twilioForm = reading.form;
    return true;
  }

  private async signerOf(accountSid: string): Promise<Signer | null> {
    if (accountSid === this.env.TWILIO_ACCOUNT_SID) return { accountId: null, authToken: this.env.TWILIO_AUTH_TOKEN };
    return this.carriers.signer(accountSid);
  }

  private isSigned(request: TwilioHttpRequest, form: TwilioForm, authToken: string): boolean {
    const signature = request.headers['x-twilio-signature'];
    if (typeof signature !== 'string') return false;
    const url = `${this.env.PUBLIC_URL.replace(/\/$/, '')}${request.originalUrl}`;
    return validateRequest(authToken, signature, url, form);
  }

  /** Another contractor's line, or another contractor's address in our own callback, is none of this account's business. */
  private async mayTell(
    signer: Signer,
    request: TwilioHttpRequest,
    kind: TwilioFormKind,
    form: TwilioForm,
  ): Promise<boolean> {
    const addressed = request.query?.account;
    if (signer.accountId !== null && addressed !== undefined && addressed !== signer.accountId) return false;
    return !NAMES_LINE.has(kind) || this.ownsLine(form['AccountSid'] ?? '', form['To'] ?? '');
  }

  /** A number that no line has is the platform's own: a stray call, which the operator is told of. */
  private async ownsLine(accountSid: string, number: string): Promise<boolean> {
    const isMain = accountSid === this.env.TWILIO_ACCOUNT_SID;
    try {
      const owner = await this.carriers.ofNumber(number);
      return isMain ? (owner ?? null) === null : owner === accountSid;
    } catch (error) {
      // The caller is waiting and the signature holds: without the database the call is taken as it comes (law 5).
      this.logger.error({ event: 'webhook.owner-unknown', error: String(error) });
      return true;
    }
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
