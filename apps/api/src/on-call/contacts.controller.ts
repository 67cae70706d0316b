import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { ContactProofService } from './contact-proof.service.js';
import { AddContact, ChangeContact, ConfirmCode, ContactView, SendCode } from './on-call.dto.js';
import { ContactsService } from './contacts.service.js';

@ApiTags('On-call')
@Controller('api/v1/accounts/:accountId/contacts')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly proofs: ContactProofService,
  ) {}

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
    return this.contacts.add(member.accountId, body, member.actor);
  }

  @Patch(':contactId')
  @Can('on_call.write')
  @ApiOkResponse({ type: ContactView })
  changeContact(
    @CurrentMemberOf() member: CurrentMember,
    @Param('contactId', ParseUUIDPipe) contactId: string,
    @Body() body: ChangeContact,
  ): Promise<ContactView> {
    return this.contacts.change(member.accountId, contactId, body, member.actor);
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
    return this.contacts.test(member.accountId, contactId, member.actor);
  }

  /** Sends six digits by text, or has them read out in a call. They work for 15 minutes and five tries. */
  @Post(':contactId/verification')
  @HttpCode(202)
  @Can('on_call.write')
  @ApiAcceptedResponse()
  sendCode(
    @CurrentMemberOf() member: CurrentMember,
    @Param('contactId', ParseUUIDPipe) contactId: string,
    @Body() body: SendCode,
  ): Promise<void> {
    return this.proofs.send(member.accountId, contactId, body.channel, member.actor);
  }

  /** The code as the contact told it. Texting it back to the line does the same. */
  @Post(':contactId/verification/confirm')
  @HttpCode(200)
  @Can('on_call.write')
  @ApiOkResponse({ type: ContactView })
  async confirmCode(
    @CurrentMemberOf() member: CurrentMember,
    @Param('contactId', ParseUUIDPipe) contactId: string,
    @Body() body: ConfirmCode,
  ): Promise<ContactView> {
    await this.proofs.confirm(member.accountId, contactId, body.code, member.actor);
    return this.contacts.read(member.accountId, contactId);
  }
}
