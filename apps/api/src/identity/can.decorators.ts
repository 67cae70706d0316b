import { needsStepUp, ruleOf, type AgencyCapability, type Capability } from '@domain/access/capabilities';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';

export const NEEDED_CAPABILITY = 'nightdesk:capability';
export const NEEDED_AGENCY_CAPABILITY = 'nightdesk:agency-capability';

/** What the caller must be able to do in the account of the path; the table in `@domain/access/capabilities` says who can. */
export const Can = (capability: Capability): MethodDecorator =>
  applyDecorators(
    SetMetadata(NEEDED_CAPABILITY, capability),
    ApiBearerAuth(),
    ApiExtension('x-capability', capability),
    ApiExtension('x-step-up', needsStepUp(capability)),
    ApiExtension('x-api-key', ruleOf(capability).key),
  );

/** What the caller must be able to do in the agency of the path (`:agencyId`). */
export const CanInAgency = (capability: AgencyCapability): MethodDecorator =>
  applyDecorators(
    SetMetadata(NEEDED_AGENCY_CAPABILITY, capability),
    ApiBearerAuth(),
    ApiExtension('x-capability', capability),
    ApiExtension('x-step-up', needsStepUp(capability)),
    ApiExtension('x-api-key', false),
  );
