import { callerTwiml } from '@integrations/twilio/caller-twiml';
import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { of, type Observable } from 'rxjs';
import { ForwardingArrival } from '../provisioning/forwarding-arrival.service.js';

const WORKS = { kind: 'goodbye', words: 'Call forwarding works. Goodbye.' } as const;

/** Our own test call coming in at a line is answered here; it is nobody's call and leaves no row. */
@Injectable()
export class ForwardingCheckInterceptor implements NestInterceptor {
  constructor(
    private readonly env: Env,
    private readonly arrivals: ForwardingArrival,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { twilioForm = {} } = context.switchToHttp().getRequest<{ twilioForm?: TwilioForm }>();
    const { To: to = '', From: from = '' } = twilioForm;
    return (await this.arrivals.isCheck(to, from)) ? of(callerTwiml(WORKS, this.env.PUBLIC_URL)) : next.handle();
  }
}
