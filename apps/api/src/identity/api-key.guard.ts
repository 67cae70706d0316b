import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { IS_PUBLIC } from '@platform/http/public.decorators';
import type { FastifyRequest } from 'fastify';
import type { KeyHolder } from './access.types.js';
import { ApiKeyEntryService } from './api-key-entry.service.js';

/** A key instead of a person's access token, in the same header. Other tokens go on to the next guard. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly entry: ApiKeyEntryService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { apiKey?: KeyHolder }>();
    const key = /^Bearer (nd_\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (key) request.apiKey = await this.entry.admit(key);
    return true;
  }
}
