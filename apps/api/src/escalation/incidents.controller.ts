import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import {
  AcceptIncident,
  ActOnIncident,
  IncidentDetail,
  IncidentPage,
  ListIncidents,
  PageContact,
  ResolveIncident,
} from './incidents.dto.js';
import { IncidentListService } from './incident-list.service.js';
import { IncidentsService, type Handling } from './incidents.service.js';

@ApiTags('Incidents')
@Controller('api/v1/accounts/:accountId/incidents')
export class IncidentsController {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly lists: IncidentListService,
  ) {}

  @Get()
  @Can('incidents.read')
  @ApiOkResponse({ type: IncidentPage })
  listIncidents(@CurrentAccount() accountId: AccountId, @Query() filter: ListIncidents): Promise<IncidentPage> {
    return this.lists.list(accountId, filter);
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

  /** "I've got it"; with a contact, "they have it". Repeating it changes nothing. */
  @Post(':incidentId/accept')
  @HttpCode(200)
  @Can('incidents.handle')
  @ApiOkResponse({ type: IncidentDetail })
  acceptIncident(
    @CurrentMemberOf() member: CurrentMember,
    @Param('incidentId', ParseUUIDPipe) incidentId: string,
    @Body() body: AcceptIncident,
  ): Promise<IncidentDetail> {
    return this.incidents.accept(handling(member, incidentId, body), body.contactId);
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
    const { version: _, ...end } = body;
    return this.incidents.resolve(handling(member, incidentId, body), end);
  }

  @Post(':incidentId/false-alarm')
  @HttpCode(200)
  @Can('incidents.handle')
  @ApiOkResponse({ type: IncidentDetail })
  closeAsFalseAlarm(
    @CurrentMemberOf() member: CurrentMember,
    @Param('incidentId', ParseUUIDPipe) incidentId: string,
    @Body() body: ActOnIncident,
  ): Promise<IncidentDetail> {
    return this.incidents.falseAlarm(handling(member, incidentId, body));
  }

  /** Fires the next step now. */
  @Post(':incidentId/page-next')
  @HttpCode(200)
  @Can('incidents.handle')
  @ApiOkResponse({ type: IncidentDetail })
  pageNext(
    @CurrentMemberOf() member: CurrentMember,
    @Param('incidentId', ParseUUIDPipe) incidentId: string,
    @Body() body: ActOnIncident,
  ): Promise<IncidentDetail> {
    return this.incidents.pageNext(handling(member, incidentId, body));
  }

  /** Pages one contact now, whoever's turn it is. One that was taken or given up is open again. */
  @Post(':incidentId/page')
  @HttpCode(200)
  @Can('incidents.handle')
  @ApiOkResponse({ type: IncidentDetail })
  pageContact(
    @CurrentMemberOf() member: CurrentMember,
    @Param('incidentId', ParseUUIDPipe) incidentId: string,
    @Body() body: PageContact,
  ): Promise<IncidentDetail> {
    return this.incidents.page(handling(member, incidentId, body), body.contactId);
  }

  /** Opens an emergency again that somebody has taken, with the people after them. */
  @Post(':incidentId/repage')
  @HttpCode(200)
  @Can('incidents.handle')
  @ApiOkResponse({ type: IncidentDetail })
  pageAgain(
    @CurrentMemberOf() member: CurrentMember,
    @Param('incidentId', ParseUUIDPipe) incidentId: string,
    @Body() body: ActOnIncident,
  ): Promise<IncidentDetail> {
    return this.incidents.pageAgain(handling(member, incidentId, body));
  }
}

const handling = (member: CurrentMember, incidentId: string, { version }: ActOnIncident): Handling => ({
  member,
  incidentId,
  version,
});
