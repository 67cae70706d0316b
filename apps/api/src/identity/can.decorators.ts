import type { Capability } from '@domain/access/capabilities';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';

export const NEEDED_CAPABILITY = 'nightdesk:capability';

/** What the caller must be able to do in the account of the path; the table in `@domain/access/capabilities` says who can. */
export const Can = (capability: Capability): MethodDecorator =>
  applyDecorators(
    SetMetadata(NEEDED_CAPABILITY, capability),
    ApiBearerAuth(),
    ApiExtension('x-capability', capability),
  );
