import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { AddContact, ChangeContact, ContactView } from './on-call.dto.js';
import { ContactsService } from './contacts.service.js';

@ApiTags('On-call')
@Controller('api/v1/accounts/:accountId/contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Get()
  @Can('on_call.read')
  @ApiOkResponse({ type: [ContactView] })
  listContacts(@CurrentAccount() accountId: AccountId): Promise<ContactView[]> {
    return this.contacts.list(accountId);
  }

  @Post()
  @Can('on_call.write')
  @ApiCreatedResponse({ type: ContactView })
  addContact(@CurrentMemberOf() member: CurrentMember, @Body() body: AddContact): Promise<ContactView> {
    return this.contacts.add(member.accountId, body, { type: 'user', id: member.id });
  }

  @Patch(':contactId')
  @Can('on_call.write')
  @ApiOkResponse({ type: ContactView })
  changeContact(
    @CurrentMemberOf() member: CurrentMember,
    @Param('contactId', ParseUUIDPipe) contactId: string,
    @Body() body: ChangeContact,
  ): Promise<ContactView> {
    return this.contacts.change(member.accountId, contactId, body, { type: 'user', id: member.id });
  }

  /** Texts the PRD's test to this contact; the result is `testState`. */
  @Post(':contactId/test')
  @HttpCode(200)
  @Can('on_call.write')
  @ApiOkResponse({ type: ContactView })
  testContact(
    @CurrentMemberOf() member: CurrentMember,
    @Param('contactId', ParseUUIDPipe) contactId: string,
  ): Promise<ContactView> {
    return this.contacts.test(member.accountId, contactId, { type: 'user', id: member.id });
  }
}
