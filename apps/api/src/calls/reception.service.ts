import type { CallerHears } from '@domain/call/caller-hears';
import { Injectable } from '@nestjs/common';
import { StaffLineService } from '../escalation/staff-line.service.js';
import { CallDirectory } from './call-directory.service.js';
import type { ArrivingCall, LineOwner } from './calls.types.js';
import { IncomingCallsService } from './incoming-calls.service.js';
import { STRAY_WORDS } from './spoken-lines.js';

/** Tells technicians who ring the line about their emergency from callers. Their calls are no customer's, so they leave no row. */
@Injectable()
export class ReceptionService {
  constructor(
    private readonly staff: StaffLineService,
    private readonly directory: CallDirectory,
    private readonly incoming: IncomingCallsService,
  ) {}

  async take(owner: LineOwner, arriving: ArrivingCall): Promise<CallerHears> {
    return (await this.staff.greet(owner.accountId, arriving.from)) ?? this.incoming.take(owner, arriving);
  }

  /** Somebody from the roster who stayed on the line: a caller like any other. */
  async asCaller(arriving: ArrivingCall): Promise<CallerHears> {
    const owner = await this.directory.ownerOf(arriving.to);
    return owner ? this.incoming.take(owner, arriving) : { kind: 'goodbye', words: STRAY_WORDS };
  }
}
