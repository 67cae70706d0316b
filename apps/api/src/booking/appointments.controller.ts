import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { AppointmentDesk } from './appointment-desk.service.js';
import { AppointmentListService } from './appointment-list.service.js';
import {
  AppointmentPageView,
  AppointmentView,
  ApproveAppointment,
  CancelAppointment,
  CreateAppointment,
  deciderOf,
  filterOf,
  ListAppointments,
  MoveAppointment,
  toAppointmentPageView,
  toAppointmentView,
} from './appointments.dto.js';

@ApiTags('Booking')
@Controller('api/v1/accounts/:accountId/booking/appointments')
export class AppointmentsController {
  constructor(
    private readonly desk: AppointmentDesk,
    private readonly lists: AppointmentListService,
  ) {}

  /** Soonest first. */
  @Get()
  @Can('appointments.read')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: AppointmentPageView })
  async listAppointments(
    @CurrentAccount() accountId: AccountId,
    @Query() query: ListAppointments,
  ): Promise<AppointmentPageView> {
    return toAppointmentPageView(await this.lists.list(accountId, filterOf(query), query.after));
  }

  @Get(':appointmentId')
  @Can('appointments.read')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: AppointmentView })
  async getAppointment(
    @CurrentAccount() accountId: AccountId,
    @Param('appointmentId', ParseUUIDPipe) id: string,
  ): Promise<AppointmentView> {
    return toAppointmentView(await this.lists.get(accountId, id));
  }

  /** Made by hand: from a card that was called back, or for anybody. A person's word stands above lead time and number of visits, never above a crew that is out. */
  @Post()
  @Can('appointments.create')
  @ApiCreatedResponse({ type: AppointmentView })
  async createAppointment(
    @CurrentMemberOf() member: CurrentMember,
    @Body() body: CreateAppointment,
  ): Promise<AppointmentView> {
    return toAppointmentView(await this.desk.create(member.accountId, body, deciderOf(member.actor, body)));
  }

  /** A held window becomes an appointment, as it is or at another time, and the customer gets the confirmation. */
  @Post(':appointmentId/approve')
  @HttpCode(200)
  @Can('appointments.decide')
  @ApiOkResponse({ type: AppointmentView })
  async approveAppointment(
    @CurrentMemberOf() member: CurrentMember,
    @Param('appointmentId', ParseUUIDPipe) id: string,
    @Body() body: ApproveAppointment,
  ): Promise<AppointmentView> {
    const decider = deciderOf(member.actor, body);
    return toAppointmentView(await this.desk.approve(member.accountId, id, body.time ?? null, decider));
  }

  /** The window is free again, and the customer is first on the callback list. */
  @Post(':appointmentId/decline')
  @HttpCode(200)
  @Can('appointments.decide')
  @ApiOkResponse({ type: AppointmentView })
  async declineAppointment(
    @CurrentMemberOf() member: CurrentMember,
    @Param('appointmentId', ParseUUIDPipe) id: string,
  ): Promise<AppointmentView> {
    return toAppointmentView(await this.desk.decline(member.accountId, id, deciderOf(member.actor, {})));
  }

  /** Answers with the new appointment; the old one's state is `moved`. */
  @Post(':appointmentId/move')
  @HttpCode(200)
  @Can('appointments.decide')
  @ApiOkResponse({ type: AppointmentView })
  async moveAppointment(
    @CurrentMemberOf() member: CurrentMember,
    @Param('appointmentId', ParseUUIDPipe) id: string,
    @Body() body: MoveAppointment,
  ): Promise<AppointmentView> {
    return toAppointmentView(await this.desk.move(member.accountId, id, body, deciderOf(member.actor, body)));
  }

  @Post(':appointmentId/cancel')
  @HttpCode(200)
  @Can('appointments.decide')
  @ApiOkResponse({ type: AppointmentView })
  async cancelAppointment(
    @CurrentMemberOf() member: CurrentMember,
    @Param('appointmentId', ParseUUIDPipe) id: string,
    @Body() body: CancelAppointment,
  ): Promise<AppointmentView> {
    return toAppointmentView(await this.desk.cancel(member.accountId, id, deciderOf(member.actor, body)));
  }
}
