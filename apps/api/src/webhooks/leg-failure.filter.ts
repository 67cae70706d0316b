import { faultWords } from '@domain/escalation/spoken';
import { techLegTwiml } from '@integrations/twilio/tech-leg-twiml';
import {
  Catch,
  ForbiddenException,
  Injectable,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

const SORRY = techLegTwiml({ kind: 'goodbye', words: faultWords }, { key: '', ring: '' });

/** A technician who picks up at night always hears a sentence, status 200, whatever fails on our side. A forged request stays refused. */
@Catch()
@Injectable()
export class LegFailureFilter implements ExceptionFilter {
  private readonly logger = new Logger(LegFailureFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof ForbiddenException) {
      void reply.status(403).send();
      return;
    }
    const path = request.url.split('?')[0];
    this.logger.error({ event: 'leg.failed', requestId: request.id, path, error: String(error) });
    void reply.status(200).type('text/xml').send(SORRY);
  }
}
