import type { CallerHears } from '@domain/call/caller-hears';
import { farewellWords, linesIn, standingWords } from '@domain/intake/intake-lines';
import type { IntakeLanguage, Reached } from '@domain/intake/intake-lines.types';
import type { IntakeStep } from '@domain/intake/intake-step';
import { firstName } from '@domain/persona/call-variables';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { Call } from './call.entity.js';
import { IntakeBook } from './intake-book.service.js';
import type { IntakeFindings } from './intake-findings.service.js';
import { OfficePromiseService } from './office-promise.service.js';

const WAIT_SECONDS = 8;
/** With the ring time of the transfer and a little more, then the caller is told how it stands and may hang up. */
const LAST_WAIT = 5;

export interface IntakeEnding {
  kind: Exclude<IntakeStep['kind'], 'ask'>;
  language: IntakeLanguage;
  findings: IntakeFindings;
}

/** How the intake lets a caller go: held for the technician, told when the office rings back, or to the beep. */
@Injectable()
export class IntakeEndingService {
  constructor(
    private readonly book: IntakeBook,
    private readonly promises: OfficePromiseService,
  ) {}

  of(tx: AccountTx, ending: IntakeEnding): Promise<CallerHears> {
    switch (ending.kind) {
      case 'hold':
        return this.hold(tx, ending);
      case 'close':
        return this.close(tx, ending);
      case 'message':
        return this.message(tx, ending);
      case 'refuse':
        return this.farewell(tx, ending, linesIn(ending.language).refuse);
    }
  }

  /**
   * The caller waits on the line, where a technician who presses 1 finds them (decision 5): moving the call breaks any wait.
   * `waited` counts up in the address. After somebody has it one wait is left, in which the line may still be moved.
   */
  async wait(tx: AccountTx, ending: IntakeEnding, waited: number): Promise<CallerHears> {
    const { language, findings } = ending;
    const { reached } = findings;
    if (!reached) return { kind: 'hang-up' };
    if (waited >= LAST_WAIT) return this.farewell(tx, ending, lastWords(language, reached));
    const name = firstName(reached.onCallName);
    if (reached.standing === 'not_picked_up') return this.farewell(tx, ending, farewellWords(language, reached));
    if (reached.standing === 'taken')
      return this.onHold(tx, ending, { words: standingWords(language, reached), next: LAST_WAIT });
    const words = waited % 2 === 0 ? linesIn(language).holdOn(name) : null;
    return this.onHold(tx, ending, { words, next: waited + 1 });
  }

  private hold(tx: AccountTx, ending: IntakeEnding): Promise<CallerHears> {
    const { language, findings } = ending;
    const { reached, known } = findings;
    if (!reached || reached.standing !== 'paging') return this.wait(tx, ending, 0);
    const callerName = known.name ? firstName(known.name) : '';
    const words = linesIn(language).hold(callerName, firstName(reached.onCallName));
    return this.onHold(tx, ending, { words, next: 1 });
  }

  private async onHold(
    tx: AccountTx,
    { language, findings }: IntakeEnding,
    { words: held, next }: { words: string | null; next: number },
  ): Promise<CallerHears> {
    const path = `voice/intake-wait?n=${next}`;
    const words = afterDanger(findings, held);
    if (words === '') return { kind: 'go-on-at', path, afterSeconds: WAIT_SECONDS };
    await this.book.noteSaid(tx, findings.call, { role: 'agent', text: words });
    return { kind: 'go-on-at', path, afterSeconds: WAIT_SECONDS, first: { words, language } };
  }

  private async close(tx: AccountTx, ending: IntakeEnding): Promise<CallerHears> {
    const { name } = ending.findings.known;
    const words = linesIn(ending.language).close(
      name ? firstName(name) : '',
      await this.promises.callbackWhen(tx, ending.language),
    );
    return this.farewell(tx, ending, words);
  }

  private async farewell(tx: AccountTx, { language, findings }: IntakeEnding, last: string): Promise<CallerHears> {
    const words = afterDanger(findings, last);
    await this.book.noteSaid(tx, findings.call, { role: 'agent', text: words });
    return { kind: 'goodbye', words, language };
  }

  /** What the machine could not take down, the caller says after the beep; written down and triaged like any message. */
  private async message(tx: AccountTx, { language, findings }: IntakeEnding): Promise<CallerHears> {
    const { call, reached } = findings;
    const lines = linesIn(language);
    const words = afterDanger(findings, reached ? lines.urgentMessage : lines.message);
    await this.book.noteSaid(tx, call, { role: 'agent', text: words });
    await tx.update(Call, { id: call.id }, { handledBy: 'voicemail' });
    return { kind: 'voicemail', words, language, offersKey: !reached };
  }
}

/** The instruction that is still due comes before anything else (decision 2). */
const afterDanger = ({ safetyLine }: IntakeFindings, words: string | null): string =>
  [safetyLine, words].filter(Boolean).join(' ');

/** Who has it has been said already. */
function lastWords(language: IntakeLanguage, reached: Reached): string {
  const { inDanger, goodbye } = linesIn(language);
  return reached.standing === 'taken' ? `${inDanger} ${goodbye}` : farewellWords(language, reached);
}
