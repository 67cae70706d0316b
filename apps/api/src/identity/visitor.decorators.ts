import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Visitor } from './identity.types.js';
import { networkOf } from './network.js';

const LONGEST_AGENT = 300;

/** Where a request comes from: what limits, the list of sessions and the record of sign-ins are kept by. */
export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    ip: request.ip,
    network: networkOf(request.ip),
    userAgent: request.headers['user-agent']?.slice(0, LONGEST_AGENT) ?? null,
  };
});
