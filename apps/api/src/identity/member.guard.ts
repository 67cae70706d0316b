import { can, type Capability, type Role } from '@domain/access/capabilities';
import { DomainError, notFound } from '@domain/errors/domain-error';
import { isUuid, type AccountId } from '@domain/ids';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { NEEDED_CAPABILITY } from './can.decorators.js';
import type { CurrentMember, SignedInUser } from './identity.types.js';
import { MembershipsService } from './memberships.service.js';
import { IS_PUBLIC } from '@platform/http/public.decorators';

type Incoming = FastifyRequest<{ Params: { accountId?: string } }> & { user: SignedInUser; member?: CurrentMember };

/** Membership and capability for the account of the path. Somebody else's account answers exactly like a missing one. */
@Injectable()
export class MemberGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly memberships: MembershipsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<Incoming>();
    const { accountId } = request.params;
    if (accountId === undefined) return this.signedIn(request.user);
    request.member = await this.memberOf(request.user, accountId);
    return this.allowed(
      request.member.role,
      this.reflector.get<Capability | undefined>(NEEDED_CAPABILITY, context.getHandler()),
    );
  }

  private async signedIn(user: SignedInUser): Promise<boolean> {
    if (await this.memberships.isLive(user)) return true;
    throw new DomainError('unauthenticated', 'session-ended', 'Your session has ended. Sign in again.');
  }

  private async memberOf(user: SignedInUser, accountId: string): Promise<CurrentMember> {
    const role = isUuid(accountId) ? await this.memberships.roleIn(user, accountId) : null;
    if (role) return { id: user.id, accountId: accountId as AccountId, role };
    await this.signedIn(user);
    throw notFound('account');
  }

  /** A route of an account that names no capability is closed, not open. */
  private allowed(role: Role, capability: Capability | undefined): boolean {
    if (capability && can(role, capability)) return true;
    throw new DomainError('forbidden', 'not-allowed', 'Your role does not allow this.');
  }
}
