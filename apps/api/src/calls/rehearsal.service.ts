import { bookingArguments, classifyArguments, detailArguments } from '@domain/call/tool-arguments';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallSettingsService } from './call-settings.service.js';
import { CallTriageService, type TriageNews } from './call-triage.service.js';
import type { Call } from './call.entity.js';
import { wasToldToCaller } from './tool-calls.queries.js';
import { replies } from './tool-replies.js';
import { ToolBookingService } from './tool-booking.service.js';
import type { ToolOutcome, ToolTask } from './tool-task.js';
import type { Verdict } from './verdict.js';

const NOBODY_PAGED = 'This is a test call: nobody is really paged and nothing is saved. Carry on as on a real one. ';

/** The tools of a test call: judged and answered as on a real one, with no card, no incident and nobody woken (VTCR 1.3). */
@Injectable()
export class RehearsalService {
  constructor(
    private readonly triage: CallTriageService,
    private readonly settings: CallSettingsService,
    private readonly bookings: ToolBookingService,
  ) {}

  async perform(tx: AccountTx, call: Call, task: ToolTask): Promise<ToolOutcome> {
    switch (task.name) {
      case 'classify_call':
        return this.classify(tx, call, task);
      case 'collect_caller_details':
        return result(replies.saved);
      case 'route_to_oncall':
        return result(await this.route(tx, call, task));
      case 'check_availability':
      case 'book_appointment':
        return result(await this.speakOfTimes(tx, call, task));
      default:
        return { kind: 'error', text: replies.noSuchTool };
    }
  }

  private async classify(tx: AccountTx, call: Call, { given }: ToolTask): Promise<ToolOutcome> {
    const opinion = classifyArguments(given);
    if (!opinion) return { kind: 'error', text: replies.whichClass };
    const { verdict, line } = await this.judged(tx, call, { opinion });
    const { classification } = verdict.call;
    if (classification === 'emergency') return result(replies.emergency(await this.onCallName(tx, call), line));
    return result(classification ? replies[classification] : replies.ambiguous);
  }

  private async route(tx: AccountTx, call: Call, { given }: ToolTask): Promise<string> {
    const { issue } = detailArguments(given, call.callerPhone);
    const opinion = { classification: 'emergency', reasoning: issue, tone: null } as const;
    const { line } = await this.judged(tx, call, { opinion });
    return replies.routed({ onCallName: await this.onCallName(tx, call), standing: 'paging' }, line);
  }

  private async speakOfTimes(tx: AccountTx, call: Call, task: ToolTask): Promise<string> {
    const { verdict, line } = await this.judged(tx, call, { summary: bookingArguments(task.given).issue });
    if (verdict.call.classification === 'emergency') return replies.emergency(await this.onCallName(tx, call), line);
    return task.name === 'book_appointment'
      ? this.bookings.rehearse(tx, verdict, task)
      : this.bookings.rehearseCheck(tx, verdict, task);
  }

  private async judged(
    tx: AccountTx,
    call: Call,
    news: TriageNews,
  ): Promise<{ verdict: Verdict; line: string | null }> {
    const verdict = await this.triage.judge(tx, call, news);
    const words = verdict.safetyLine;
    return { verdict, line: words && !(await wasToldToCaller(tx, call.id, words)) ? words : null };
  }

  private async onCallName(tx: AccountTx, call: Call): Promise<string> {
    return (await this.settings.of(tx, call)).onCallName ?? 'our on-call technician';
  }
}

const result = (text: string): ToolOutcome => ({ kind: 'result', text: NOBODY_PAGED + text });
