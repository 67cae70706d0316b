import type { CallerHears } from '@domain/call/caller-hears';
import { callerTwiml } from '@integrations/twilio/caller-twiml';
import {
  Catch,
  ForbiddenException,
  HttpException,
  Injectable,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { Env } from '@platform/env/env';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FrontDeskService } from '../calls/front-desk.service.js';

/** A caller always hears something: any failure of a voice webhook becomes voicemail, status 200 (law 5). A forged request stays refused. */
@Catch()
@Injectable()
export class VoiceFailureFilter implements ExceptionFilter {
  private readonly logger = new Logger(VoiceFailureFilter.name);

  constructor(
    private readonly env: Env,
    private readonly desk: FrontDeskService,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof ForbiddenException) {
      void reply.status(403).send();
      return;
    }
    const reason = error instanceof HttpException ? error.message : String(error);
    this.logger.error({ event: 'voice.failed', requestId: request.id, path: request.url.split('?')[0], error: reason });
    const { To: to } = (request.body ?? {}) as { To?: string };
    const hears = this.hearsAt(request.url, to);
    void reply.status(200).type('text/xml').send(callerTwiml(hears, this.env.PUBLIC_URL));
  }

  /** A message that was just left is not asked for again, nor a key that was just pressed; neither is a technician promised. */
  private hearsAt(url: string, to: string | undefined): CallerHears {
    const language = url.includes('l=es') ? 'es' : 'en';
    if (url.includes('/voicemail-done')) return this.desk.farewell(language);
    if (url.includes('/voice/intake')) return this.desk.restOfMessage();
    return url.includes('/voicemail-key') ? this.desk.beep(language) : this.desk.voicemail(to);
  }
}
