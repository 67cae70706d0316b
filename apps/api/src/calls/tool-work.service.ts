import {
  bookingArguments,
  classifyArguments,
  detailArguments,
  type DetailArguments,
  type ToolArguments,
} from '@domain/call/tool-arguments';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { LeadCardsService } from '../lead-cards/lead-cards.service.js';
import { CallEmergencyService } from './call-emergency.service.js';
import { CallTriageService } from './call-triage.service.js';
import { Call } from './call.entity.js';
import { draftOf } from './card-draft.js';
import { ToolBookingService } from './tool-booking.service.js';
import { wasToldToCaller } from './tool-calls.queries.js';
import { replies } from './tool-replies.js';
import type { ToolOutcome, ToolTask } from './tool-task.js';
import type { Verdict } from './verdict.js';

/** What each tool does (PRD section 5), on arguments that nobody vouches for. */
@Injectable()
export class ToolWorkService {
  constructor(
    private readonly triage: CallTriageService,
    private readonly emergencies: CallEmergencyService,
    private readonly cards: LeadCardsService,
    private readonly bookings: ToolBookingService,
  ) {}

  /** In the transaction that holds the call's lock. */
  async perform(tx: AccountTx, call: Call, task: ToolTask): Promise<ToolOutcome> {
    switch (task.name) {
      case 'classify_call':
        return this.classify(tx, call, task.given);
      case 'collect_caller_details':
        return result(await this.collect(tx, call, detailArguments(task.given, call.callerPhone)));
      case 'route_to_oncall':
        return result(await this.route(tx, call, detailArguments(task.given, call.callerPhone)));
      case 'check_availability':
      case 'book_appointment':
        return result(await this.speakOfTimes(tx, call, task));
      default:
        return { kind: 'error', text: replies.noSuchTool };
    }
  }

  private async classify(tx: AccountTx, call: Call, given: ToolArguments): Promise<ToolOutcome> {
    const opinion = classifyArguments(given);
    if (!opinion) return { kind: 'error', text: replies.whichClass };
    const verdict = await this.triage.judge(tx, call, { opinion });
    const { classification } = verdict.call;
    if (classification === 'emergency') return result(await this.alarm(tx, verdict));
    if (classification === 'routine') await this.cards.save(tx, { ...cardOf(verdict) });
    return result(classification ? replies[classification] : replies.ambiguous);
  }

  /** What the appointment is for may be a danger: that is an emergency first, and never booked. */
  private async speakOfTimes(tx: AccountTx, call: Call, task: ToolTask): Promise<string> {
    const verdict = await this.triage.judge(tx, call, { summary: bookingArguments(task.given).issue });
    if (verdict.call.classification === 'emergency') return this.alarm(tx, verdict);
    return task.name === 'book_appointment'
      ? this.bookings.book(tx, verdict, task)
      : this.bookings.check(tx, verdict, task);
  }

  private async alarm(tx: AccountTx, verdict: Verdict): Promise<string> {
    const line = await this.lineStillDue(tx, verdict);
    const opened = await this.emergencies.raise(tx, verdict, { openedBy: 'voice_agent', safetyLine: line });
    return replies.emergency(opened.onCallName, line);
  }

  private async collect(tx: AccountTx, call: Call, told: DetailArguments): Promise<string> {
    const verdict = await this.triage.judge(tx, call, { summary: told.issue });
    if (verdict.call.classification === 'spam') return replies.spam;
    if (verdict.call.classification === 'emergency') return this.enrich(tx, verdict, told);
    await this.cards.save(tx, { ...cardOf(verdict), ...newsOf(told) });
    return verdict.call.classification === 'routine' ? replies.saved : replies.savedWithoutClass;
  }

  /** Details of an emergency; its hazard may have been found in these very details. */
  private async enrich(tx: AccountTx, verdict: Verdict, told: DetailArguments): Promise<string> {
    const line = await this.lineStillDue(tx, verdict);
    const opened = await this.emergencies.raise(tx, verdict, { openedBy: 'rules', ...told, safetyLine: line });
    await this.cards.save(tx, { ...draftOf(verdict.call), ...newsOf(told) });
    return line ? replies.emergency(opened.onCallName, line) : replies.updated(opened);
  }

  private async route(tx: AccountTx, call: Call, told: DetailArguments): Promise<string> {
    const opinion = { classification: 'emergency', reasoning: told.issue, tone: null } as const;
    const verdict = await this.triage.judge(tx, call, call.classification === 'emergency' ? {} : { opinion });
    const line = await this.lineStillDue(tx, verdict);
    const safetyLine = line ?? (verdict.safetyLine ? null : told.safetyInstruction);
    const opened = await this.emergencies.raise(tx, verdict, { openedBy: 'voice_agent', ...told, safetyLine });
    return opened.kind === 'already-open' && !line ? replies.updated(opened) : replies.routed(opened, line);
  }

  /** The instruction to read out, unless the caller has had it. */
  private async lineStillDue(tx: AccountTx, verdict: Verdict): Promise<string | null> {
    const words = verdict.safetyLine;
    return words && !(await wasToldToCaller(tx, verdict.call.id, words)) ? words : null;
  }
}

const result = (text: string): ToolOutcome => ({ kind: 'result', text });

const cardOf = (verdict: Verdict) => ({
  ...draftOf(verdict.call),
  issueSummary: verdict.issue,
  reasoning: verdict.reasoning,
  ...(verdict.tone ? { callerTone: verdict.tone } : {}),
});

const newsOf = (told: DetailArguments) => ({
  callerName: told.callerName,
  callbackPhone: told.callbackPhone,
  address: told.address,
  issueSummary: told.issue,
  serviceType: told.serviceType,
  notes: told.notes,
});
