import type { FastifyReply } from 'fastify';

/** The first reason that Google gives with each status. */
const REASONS: Record<number, string> = {
  400: 'badRequest',
  401: 'authError',
  403: 'rateLimitExceeded',
  404: 'notFound',
  409: 'duplicate',
  410: 'deleted',
  429: 'rateLimitExceeded',
  500: 'backendError',
};

/** The body of Google's APIs for an error. */
export function errorBody(status: number, reason = REASONS[status] ?? 'backendError'): unknown {
  const message = `Simulated: ${reason}`;
  return { error: { code: status, message, errors: [{ domain: 'global', reason, message }] } };
}

export const refuse = (reply: FastifyReply, status: number, reason?: string): FastifyReply =>
  reply.code(status).send(errorBody(status, reason));

/** The body of the token endpoint for an error (RFC 6749 section 5.2). */
export const oauthError = (error: string): unknown => ({ error, error_description: `Simulated: ${error}` });
