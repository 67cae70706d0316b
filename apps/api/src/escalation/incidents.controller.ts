import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { IncidentDetail, IncidentPage, ListIncidents, ResolveIncident } from './incidents.dto.js';
import { IncidentsService } from './incidents.service.js';

@ApiTags('Incidents')
@Controller('api/v1/accounts/:accountId/incidents')
export class IncidentsController {
  constructor(private readonly incidents: IncidentsService) {}

  @Get()
  @Can('incidents.read')
  @ApiOkResponse({ type: IncidentPage })
  listIncidents(@CurrentAccount() accountId: AccountId, @Query() filter: ListIncidents): Promise<IncidentPage> {
    return this.incidents.list(accountId, filter);
  }

  @Get(':incidentId')
  @Can('incidents.read')
  @ApiOkResponse({ type: IncidentDetail })
  getIncident(
    @CurrentAccount() accountId: AccountId,
    @Param('incidentId', ParseUUIDPipe) incidentId: string,
  ): Promise<IncidentDetail> {
    return this.incidents.detail(accountId, incidentId);
  }

  @Post(':incidentId/accept')
  @HttpCode(200)
  @Can('incidents.handle')
  @ApiOkResponse({ type: IncidentDetail })
  acceptIncident(
    @CurrentMemberOf() member: CurrentMember,
    @Param('incidentId', ParseUUIDPipe) incidentId: string,
  ): Promise<IncidentDetail> {
    return this.incidents.accept(member.accountId, incidentId, member.id);
  }

  @Post(':incidentId/resolve')
  @HttpCode(200)
  @Can('incidents.handle')
  @ApiOkResponse({ type: IncidentDetail })
  resolveIncident(
    @CurrentMemberOf() member: CurrentMember,
    @Param('incidentId', ParseUUIDPipe) incidentId: string,
    @Body() body: ResolveIncident,
  ): Promise<IncidentDetail> {
    return this.incidents.resolve(member.accountId, incidentId, member.id, body);
  }

  @Post(':incidentId/false-alarm')
  @HttpCode(200)
  @Can('incidents.handle')
  @ApiOkResponse({ type: IncidentDetail })
  closeAsFalseAlarm(
    @CurrentMemberOf() member: CurrentMember,
    @Param('incidentId', ParseUUIDPipe) incidentId: string,
  ): Promise<IncidentDetail> {
    return this.incidents.falseAlarm(member.accountId, incidentId, member.id);
  }

  /** Fires the next step now. */
  @Post(':incidentId/page-next')
  @HttpCode(200)
  @Can('incidents.handle')
  @ApiOkResponse({ type: IncidentDetail })
  pageNext(
    @CurrentMemberOf() member: CurrentMember,
    @Param('incidentId', ParseUUIDPipe) incidentId: string,
  ): Promise<IncidentDetail> {
    return this.incidents.pageNext(member.accountId, incidentId, member.id);
  }
}
