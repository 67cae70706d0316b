import { DomainError } from '@domain/errors/domain-error';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { IS_PUBLIC } from '@platform/http/public.decorators';

/** Everything needs a valid access token unless it says @Public. */
@Injectable()
export class BearerGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override canActivate(
    context: ExecutionContext,
  ): ReturnType<InstanceType<ReturnType<typeof AuthGuard>>['canActivate']> {
    const isPublic = this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()]);
    return isPublic ? true : super.canActivate(context);
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
