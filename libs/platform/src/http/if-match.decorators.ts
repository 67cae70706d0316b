import { createParamDecorator, HttpException, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** The version the client has seen, from `If-Match: "3"`. Without it a save could overwrite what somebody else just wrote: 428. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '')?.[1];
  if (version === undefined) throw new HttpException('Send the version you have seen in If-Match, e.g. "3"', 428);
  return Number(version);
});
