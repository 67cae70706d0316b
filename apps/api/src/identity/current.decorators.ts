import type { AccountId } from '@domain/ids';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { CurrentAgencyAdmin, CurrentMember, SignedInUser } from './identity.types.js';

type Authorised = FastifyRequest & { user: SignedInUser; member: CurrentMember; agencyAdmin: CurrentAgencyAdmin };

const requestOf = (context: ExecutionContext): Authorised => context.switchToHttp().getRequest<Authorised>();

/** The account of the path, after the guard has found the user's membership in it. */
export const CurrentAccount = createParamDecorator(
  (_: unknown, context: ExecutionContext): AccountId => requestOf(context).member.accountId,
);

/** The signed-in person with their role in the account of the path. */
export const CurrentMemberOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): CurrentMember => requestOf(context).member,
);

/** The signed-in person, on routes outside an account. */
export const CurrentUser = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedInUser => requestOf(context).user,
);

/** The agency admin acting in the agency of the path, on routes that carry `@CanInAgency`. */
export const CurrentAgencyAdminOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): CurrentAgencyAdmin => requestOf(context).agencyAdmin,
);
