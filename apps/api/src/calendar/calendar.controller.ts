import type { AccountId } from '@domain/ids';
import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnsweredOnce } from '@platform/idempotency/idempotency.decorators';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf, CurrentUser } from '../identity/current.decorators.js';
import type { CurrentMember, SignedInUser } from '../identity/identity.types.js';
import { CalendarConsentsService } from './calendar-consents.service.js';
import { CalendarLinkService } from './calendar-link.service.js';
import { CalendarSettingsService } from './calendar-settings.service.js';
import {
  CalendarChoiceView,
  CalendarDisconnectedView,
  CalendarQuestionView,
  CalendarView,
  ChooseCalendar,
  ConnectCalendar,
  toCalendarChoiceView,
  toCalendarView,
} from './calendar.dto.js';

/** The contractor's own Google Calendar: connected by an owner, in the browser, with Google's own page. */
@ApiTags('Calendar')
@Controller('api/v1/accounts/:accountId/calendar')
export class CalendarController {
  constructor(
    private readonly settings: CalendarSettingsService,
    private readonly consents: CalendarConsentsService,
    private readonly link: CalendarLinkService,
  ) {}

  @Get()
  @Can('config.read')
  @ApiOkResponse({ type: CalendarView })
  async getConnectedCalendar(@CurrentAccount() accountId: AccountId): Promise<CalendarView> {
    return toCalendarView(await this.settings.standing(accountId));
  }

  /** Where to send this browser. The answer comes back to the app's page /google-calendar, which hands it in. */
  @Post('question')
  @HttpCode(200)
  @Can('calendar.connect')
  @AnsweredOnce()
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: CalendarQuestionView })
  async askForCalendar(
    @CurrentAccount() accountId: AccountId,
    @CurrentUser() user: SignedInUser,
  ): Promise<CalendarQuestionView> {
    return { url: await this.consents.ask(accountId, { userId: user.id, familyId: user.familyId }) };
  }

  /** Hands in Google's answer: once, within 15 minutes, by the session that asked. */
  @Post('answer')
  @HttpCode(200)
  @Can('calendar.connect')
  @ApiOkResponse({ type: CalendarView })
  async connectCalendar(
    @CurrentMemberOf() member: CurrentMember,
    @CurrentUser() user: SignedInUser,
    @Body() body: ConnectCalendar,
  ): Promise<CalendarView> {
    const asker = { userId: user.id, familyId: user.familyId };
    await this.link.connect(member, await this.consents.redeem(member.accountId, asker, body));
    return toCalendarView(await this.settings.standing(member.accountId));
  }

  /** The calendars that could be used instead, as Google has them now. */
  @Get('choices')
  @Can('calendar.connect')
  @ApiOkResponse({ type: [CalendarChoiceView] })
  async listCalendarChoices(@CurrentAccount() accountId: AccountId): Promise<CalendarChoiceView[]> {
    return (await this.settings.choices(accountId)).map(toCalendarChoiceView);
  }

  @Put('choice')
  @Can('calendar.connect')
  @ApiOkResponse({ type: CalendarView })
  async chooseCalendar(@CurrentMemberOf() member: CurrentMember, @Body() body: ChooseCalendar): Promise<CalendarView> {
    await this.link.choose(member, await this.settings.choice(member.accountId, body.calendarId));
    return toCalendarView(await this.settings.standing(member.accountId));
  }

  /** Forgets the permission and gives it back to Google. What was written stays in the calendar. */
  @Delete()
  @Can('calendar.connect')
  @ApiOkResponse({ type: CalendarDisconnectedView })
  async disconnectCalendar(@CurrentMemberOf() member: CurrentMember): Promise<CalendarDisconnectedView> {
    return { permissionEnded: await this.link.disconnect(member) };
  }
}
