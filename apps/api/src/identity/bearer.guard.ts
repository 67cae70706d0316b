import { DomainError } from '@domain/errors/domain-error';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { IS_PUBLIC } from '@platform/http/public.decorators';
import type { KeyHolder } from './access.types.js';

/** Everything needs a valid access token unless it says @Public, or an API key has been let in before. */
@Injectable()
export class BearerGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override canActivate(
    context: ExecutionContext,
  ): ReturnType<InstanceType<ReturnType<typeof AuthGuard>>['canActivate']> {
    const isPublic = this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()]);
    const { apiKey } = context.switchToHttp().getRequest<{ apiKey?: KeyHolder }>();
    return isPublic || apiKey ? true : super.canActivate(context);
  }

  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error || !user)
      throw new DomainError(
        'unauthenticated',
        'not-signed-in',
        'Sign in first: the access token is missing, expired or not ours.',
      );
    return user;
  }
}
