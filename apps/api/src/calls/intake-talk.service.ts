import type { CallerHears, IntakeQuestion } from '@domain/call/caller-hears';
import type { HeardAnswer } from '@domain/intake/heard-speech';
import { EMERGENCY_KEY, SPANISH_KEY } from '@domain/intake/intake-lines';
import type { IntakeLanguage } from '@domain/intake/intake-lines.types';
import { nextIntakeStep, type IntakeStep } from '@domain/intake/intake-step';
import { questionWith, type IntakeBeginning } from '@domain/intake/intake-words';
import { isUnderstood } from '@domain/intake/understood';
import { speaksSpanish } from '@domain/persona/spoken-language';
import { oneLine } from '@domain/persona/merge-fields';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import { Call } from './call.entity.js';
import { IntakeBook } from './intake-book.service.js';
import { IntakeEndingService } from './intake-ending.service.js';
import { IntakeFindingsService, type IntakeFindings } from './intake-findings.service.js';
import type { IntakeQuestionRow } from './intake-question.entity.js';

/** Where the talk stands when the next thing to say is chosen. */
interface IntakeMoment {
  put: IntakeQuestionRow[];
  language: IntakeLanguage;
  beginning: IntakeBeginning;
  findings: IntakeFindings;
}

/** The talk itself (decision 9): an answer in, the next question out. Every step starts from the rows alone. */
@Injectable()
export class IntakeTalkService {
  constructor(
    private readonly book: IntakeBook,
    private readonly findings: IntakeFindingsService,
    private readonly endings: IntakeEndingService,
    private readonly config: ConfigService,
  ) {}

  /** The first question; begun already, the one that waits for its answer. In the transaction that holds the call's lock. */
  async begin(tx: AccountTx, call: Call): Promise<CallerHears> {
    const put = await this.book.questions(tx, call.id);
    if (put.length > 0) return this.asItStands(tx, call, put);
    await this.book.takeOver(tx, call);
    const { accountName, languages } = await this.config.read(tx);
    const said = await this.book.turns(tx, call.id);
    const callersWords = said.filter((turn) => turn.role === 'caller').map((turn) => turn.text);
    const language = languageOf(languages, callersWords, languages.includes('en') ? 'en' : 'es');
    const findings = await this.findings.of(tx, call, { language, pressedForEmergency: false });
    const beginning: IntakeBeginning =
      call.answeredAt !== null
        ? { kind: 'cut-off', knowsSomething: callersWords.length > 0 }
        : { kind: 'fresh', businessName: oneLine(accountName), offersSpanish: languages.includes('es') };
    return this.goOn(tx, { put, language, beginning, findings });
  }

  /** `number` is the question's own: an answer to any but the open one has been here before, or comes too late to count. */
  async answer(tx: AccountTx, call: Call, number: number, heard: HeardAnswer): Promise<CallerHears> {
    const put = await this.book.questions(tx, call.id);
    const open = put.at(-1);
    if (!open || open.number !== number || open.answeredAt) return this.asItStands(tx, call, put);
    if (isStrayKey(heard)) return toHear(open);
    const { languages } = await this.config.read(tx);
    if (choosesSpanish(open, heard, languages)) return this.inSpanish(tx, call, open);
    await this.takeDown(tx, call, heard);
    const pressedForEmergency = heard.keys === EMERGENCY_KEY;
    const language = languageOf(languages, [heard.words], open.language);
    const findings = await this.findings.of(tx, call, { language, pressedForEmergency });
    const isSecondTry = put.filter(({ ask }) => ask === open.ask).length > 1;
    const understood = isUnderstood({ ask: open.ask, heard, known: findings.known, isSecondTry });
    await this.book.close(tx, open, understood);
    const answered = [...put.slice(0, -1), { ...open, understood }];
    const due = { ...findings, safetyLine: findings.safetyLine ?? lineCutBy(heard, open) };
    return this.goOn(tx, { put: answered, language, beginning: { kind: 'onwards' }, findings: due });
  }

  /** Another look at how the emergency stands, while the caller holds. */
  async wait(tx: AccountTx, call: Call, waited: number): Promise<CallerHears> {
    const language = (await this.book.questions(tx, call.id)).at(-1)?.language ?? 'en';
    const findings = await this.findings.of(tx, call, { language, pressedForEmergency: false });
    return this.endings.wait(tx, { kind: 'hold', language, findings }, waited);
  }

  /** A second delivery hears what the first one led to, and changes nothing. */
  private async asItStands(tx: AccountTx, call: Call, put: IntakeQuestionRow[]): Promise<CallerHears> {
    const last = put.at(-1);
    if (!last) return this.begin(tx, call);
    if (!last.answeredAt) return toHear(last);
    const findings = await this.findings.of(tx, call, { language: last.language, pressedForEmergency: false });
    return this.goOn(tx, { put, language: last.language, beginning: { kind: 'onwards' }, findings });
  }

  private async takeDown(tx: AccountTx, call: Call, heard: HeardAnswer): Promise<void> {
    const keyedNumber = heard.keys.length > 1 ? heard.keys : '';
    const text = heard.words || keyedNumber;
    if (text) await this.book.noteSaid(tx, call, { role: 'caller', text });
  }

  private async goOn(tx: AccountTx, moment: IntakeMoment): Promise<CallerHears> {
    const step = nextIntakeStep(moment.findings.known, moment.put);
    if (step.kind === 'ask') return this.put(tx, moment, step);
    return this.endings.of(tx, { ...moment, kind: step.kind });
  }

  private async put(
    tx: AccountTx,
    moment: IntakeMoment,
    { ask, isAgain }: Extract<IntakeStep, { kind: 'ask' }>,
  ): Promise<IntakeQuestion> {
    const { put, language, beginning, findings } = moment;
    const { call, known, safetyLine, reached, becameEmergency } = findings;
    const isNews = becameEmergency || safetyLine !== null || beginning.kind !== 'onwards';
    const says = questionWith({
      language,
      ask,
      isAgain,
      beginning,
      safetyLine,
      callerPhone: known.callerPhone,
      isEmergency: reached !== null,
      announced: isNews ? reached : null,
    });
    const asked = { number: put.length + 1, ask, language, says };
    await this.book.put(tx, call, asked);
    return toHear(asked, beginning.kind === 'fresh');
  }

  /** The same question again, in the language they have chosen: a second key finds it changed already. */
  private async inSpanish(tx: AccountTx, call: Call, open: IntakeQuestionRow): Promise<CallerHears> {
    const says = questionWith({
      language: 'es',
      ask: open.ask,
      isAgain: false,
      beginning: { kind: 'onwards' },
      safetyLine: null,
      callerPhone: call.callerPhone,
      isEmergency: false,
      announced: null,
    });
    const changed = { ...open, language: 'es' as const, says };
    await this.book.putInstead(tx, changed);
    await this.book.noteSaid(tx, call, { role: 'agent', text: says.prompt.map(({ words }) => words).join(' ') });
    return toHear(changed);
  }
}

/** A key that means nothing must not swallow the instruction it was pressed into: it is read again, with its question. */
const isStrayKey = ({ cutLine, keys }: HeardAnswer): boolean => cutLine === true && keys !== EMERGENCY_KEY;

const choosesSpanish = ({ number }: IntakeQuestionRow, { keys }: HeardAnswer, languages: string[]): boolean =>
  number === 1 && keys === SPANISH_KEY && languages.includes('es');

/** The instruction that a key broke off: it is said again before anything else. */
const lineCutBy = ({ cutLine }: HeardAnswer, { says }: IntakeQuestionRow): string | null =>
  cutLine ? (says.first[0]?.words ?? null) : null;

const toHear = (
  { number, ask, language, says }: Pick<IntakeQuestionRow, 'number' | 'ask' | 'language' | 'says'>,
  startsRecording = false,
): IntakeQuestion => ({
  kind: 'intake-question',
  number,
  ...says,
  language,
  startsRecording,
  takesNumber: ask === 'number',
});

/** Spanish for whoever speaks it, where the contractor's line does; a talk never falls back. */
const languageOf = (spoken: string[], words: string[], otherwise: IntakeLanguage): IntakeLanguage =>
  spoken.includes('es') && speaksSpanish(words.join(' ')) ? 'es' : otherwise;
