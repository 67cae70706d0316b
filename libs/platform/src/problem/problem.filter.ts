import { DomainError, type ErrorKind } from '@domain/errors/domain-error';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  unprocessable: 422,
  limited: 429,
  unavailable: 503,
};

/** RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  errors?: { pointer: string; detail: string }[];
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not the same request',
  428: 'Version needed',
  429: 'Too many requests',
  503: 'Not available',
};

/** Every error leaves as problem+json; an unexpected one says nothing of its insides and one log line carries its id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.describe(error, request.id);
    if (problem.status >= 500)
      this.logger.error({ event: 'request.failed', requestId: request.id, error: stackOf(error) });
    if (reply.sent) return;
    if (error instanceof DomainError && error.retryAfterSeconds !== undefined)
      void reply.header('retry-after', error.retryAfterSeconds);
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }

  private describe(error: unknown, requestId: string): Problem {
    if (error instanceof DomainError) return problem(STATUS[error.kind], error.code, error.message, requestId);
    if (error instanceof HttpException) return ofHttpException(error, requestId);
    const status = (error as { statusCode?: unknown }).statusCode;
    if (typeof status === 'number' && status >= 400 && status < 500)
      return problem(status, 'bad-request', String((error as Error).message), requestId);
    return problem(500, 'internal', 'Something went wrong on our side. It has been logged.', requestId);
  }
}

function ofHttpException(error: HttpException, requestId: string): Problem {
  const body = error.getResponse();
  const messages = typeof body === 'object' ? (body as { message?: unknown }).message : undefined;
  const base = problem(error.getStatus(), codeOf(error), error.message, requestId);
  if (!Array.isArray(messages)) return base;
  return {
    ...base,
    code: 'invalid-fields',
    detail: messages.join('; '),
    errors: messages.map((detail: string) => ({ pointer: pointerOf(detail), detail })),
  };
}

const codeOf = (error: HttpException): string =>
  ({ 401: 'not-signed-in', 403: 'not-allowed', 404: 'not-found', 428: 'version-missing', 429: 'too-many-requests' })[
    error.getStatus()
  ] ?? 'bad-request';

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** The body of a refusal, for the few places where no filter can write it. */
export const problem = (status: number, code: string, detail: string, requestId: string): Problem => ({
  type: `https://nightdesk.example/problems/${code}`,
  title: titles[status] ?? 'Internal error',
  status,
  code,
  detail,
  instance: requestId,
});

/**
 * The field a sentence of the validator is about, as a JSON pointer (RFC 6901): it names the field first, behind its path,
 * unless it is about a field that should not be there or is no object ("closures.0.property x should not exist").
 */
export function pointerOf(sentence: string): string {
  const [, parent = '', name] = /^(?:(\S+)\.)?(?:nested )?property (\S+) /.exec(sentence) ?? [];
  const path = name === undefined ? (sentence.split(' ')[0] ?? '') : [parent, name].filter(Boolean).join('.');
  return `/${path.replaceAll('.', '/')}`;
}
