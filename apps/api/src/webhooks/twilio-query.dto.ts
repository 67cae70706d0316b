import type { AccountId } from '@domain/ids';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';

/** The alert a callback is about: ids we wrote into the address ourselves; the signature covers them. */
export class AlertAddress {
  @IsUUID() account!: AccountId;
  @IsUUID() alert!: string;
}

/** A technician who has rung the line. */
export class StaffAddress {
  @IsUUID() account!: AccountId;
  @IsUUID() contact!: string;
}

/** The same after the menu: `of` names the emergencies its keys stand for, in their order. */
export class StaffChoice extends StaffAddress {
  @Matches(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,6}$/) of!: string;
}

/** The caller on the way to a technician who has rung the line. */
export class MeetingAddress {
  @IsUUID() account!: AccountId;
  @IsUUID() incident!: string;
  @IsUUID() contact!: string;
}

/** A text's status callback: about an alert, or about a contact's test text. */
export class MessageAddress {
  @IsUUID() account!: AccountId;
  @IsOptional() @IsUUID() alert?: string;
  @IsOptional() @IsUUID() contact?: string;
}

/** A forwarding check's own call. */
export class ForwardingCheckAddress {
  @IsUUID() account!: AccountId;
  @IsUUID() check!: string;
}

/** A test call's webhooks. */
export class TestCallAddress {
  @IsUUID() account!: AccountId;
  @IsUUID() call!: string;
}

/** The webhooks of a call the office places. */
export class OfficeCallAddress {
  @IsUUID() account!: AccountId;
  @IsUUID() call!: string;
}

/** The call that reads a contact's code out. */
export class VerificationAddress {
  @IsUUID() account!: AccountId;
  @IsUUID() verification!: string;
}

/** The question of the intake that an answer belongs to. */
export class IntakeAddress {
  @Type(() => Number) @IsInt() @Min(1) @Max(99) q!: number;
  /** Given when a key was pressed while the safety line was read: it was not heard to its end. */
  @IsOptional() @IsIn(['line']) cut?: 'line';
}

/** In which language a message is asked for. */
export class VoicemailAddress {
  @IsOptional() @IsIn(['en', 'es']) l: 'en' | 'es' = 'en';
}

/** How often a caller has waited for the technician. */
export class IntakeWaitAddress {
  @Type(() => Number) @IsInt() @Min(1) @Max(99) n!: number;
}
