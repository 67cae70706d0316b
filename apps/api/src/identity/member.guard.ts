import type { AgencyCapability, Capability } from '@domain/access/capabilities';
import { isUuid } from '@domain/ids';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { IS_PUBLIC } from '@platform/http/public.decorators';
import type { FastifyRequest } from 'fastify';
import { AccessService } from './access.service.js';
import type { KeyHolder, Principal, Wanted } from './access.types.js';
import { NEEDED_AGENCY_CAPABILITY, NEEDED_CAPABILITY } from './can.decorators.js';
import type { CurrentAgencyAdmin, CurrentMember, SignedInUser } from './identity.types.js';

type Incoming = FastifyRequest<{ Params: Record<string, string> & { accountId?: string; agencyId?: string } }> & {
  user: SignedInUser;
  apiKey?: KeyHolder;
  member?: CurrentMember;
  agencyAdmin?: CurrentAgencyAdmin;
};

/** Membership and capability for the account or agency of the path. Somebody else's answers exactly like a missing one. */
@Injectable()
export class MemberGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<Incoming>();
    const { accountId, agencyId } = request.params;
    const principal = principalOf(request);
    if (accountId !== undefined)
      request.member = await this.access.enterAccount(principal, accountId, this.wanted(context, request));
    else if (agencyId !== undefined)
      request.agencyAdmin = await this.access.enterAgency(principal, agencyId, this.wantedInAgency(context));
    else await this.access.assertSignedIn(principal);
    return true;
  }

  private wanted(context: ExecutionContext, { params }: Incoming): Wanted {
    const innermost = Object.entries(params).findLast(([name, value]) => name !== 'accountId' && isUuid(value));
    return {
      capability: this.reflector.get<Capability | undefined>(NEEDED_CAPABILITY, context.getHandler()),
      subjectId: innermost?.[1] ?? null,
    };
  }

  private wantedInAgency(context: ExecutionContext): AgencyCapability | undefined {
    return this.reflector.get<AgencyCapability | undefined>(NEEDED_AGENCY_CAPABILITY, context.getHandler());
  }
}

const principalOf = ({ user, apiKey }: Incoming): Principal =>
  apiKey ? { kind: 'api_key', key: apiKey } : { kind: 'user', user };
