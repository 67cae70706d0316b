import type { CallClass, TriageContext, Turn } from '@domain/triage/triage.types';
import { saysNothingMore } from './answers.js';
import { asksIfRobot, asksPrice, saysNothingYet, speaksSpanish } from './asides.js';
import { BookingTalk } from './booking-talk.js';
import { listen, type HearsAs, type Impression } from './ear.js';
import { issueSummary } from './issue-summary.js';
import { nextQuestion, questionLine, readBack, writeDown, type Question } from './interview.js';
import { scriptOf, type LineName, type Script } from './lines.js';
import { knownWords, triageContextOf, wasRepeatCaller } from './known-words.js';
import type { Brief, Floor, Mind } from './mind.types.js';
import {
  classifyArguments,
  detailsArguments,
  firstName,
  freshNotepad,
  routeArguments,
  type Notepad,
} from './notepad.js';
import { instructionIn, instructionOf, type Instruction } from './obey.js';
import { openQuestion, resumedNotepad } from './resumed.js';

const RANK = { ambiguous: 0, spam: 1, routine: 2, emergency: 3 } as const;

/**
 * Stands in for the language model: holds the PRD's conversation (section 4) in five stages, the same way every time.
 * It keeps to the assistant's configuration: its lines where the prompt quotes them, its tools, its variables.
 */
export class ScriptedMind implements Mind {
  private readonly notepad: Notepad;
  private readonly script: Script;
  private readonly context: TriageContext;
  private readonly booking: BookingTalk;
  private readonly turns: Turn[];
  private readonly asked = new Map<Question, number>();
  private pending: Question = 'need';
  private routed: boolean;
  private greetedAgain: boolean;
  private over = false;

  constructor(
    private readonly brief: Brief,
    private readonly floor: Floor,
    private readonly hearsAs: HearsAs,
  ) {
    const fresh = freshNotepad(brief.callerNumber);
    const resumed = resumedNotepad(fresh, brief.variables);
    this.notepad = resumed ?? fresh;
    this.routed = resumed !== undefined;
    if (resumed) this.pending = openQuestion(resumed);
    this.script = scriptOf(brief.prompt, knownWords(brief));
    this.context = triageContextOf(brief.variables);
    this.booking = new BookingTalk(brief.tools, (name, args) => floor.useTool(name, args));
    this.turns = [{ role: 'agent', text: brief.openingLine }];
    this.greetedAgain = !wasRepeatCaller(brief.variables) || /called a little while ago/i.test(brief.openingLine);
  }

  async hear(words: string): Promise<void> {
    if (this.over) return;
    this.turns.push({ role: 'caller', text: words });
    if (speaksSpanish(words)) return this.apologiseInEnglish(words);
    const lines = this.answersToAsides(words);
    if (this.notepad.classification === 'ambiguous' && saysNothingYet(words)) return this.ask(lines, 'need');
    const isAside = lines.length > 0 && this.pending !== 'need';
    if (!isAside) writeDown(this.notepad, this.pending, words);
    await this.respond(lines, words, isAside);
  }

  async note(instruction: string): Promise<void> {
    if (this.over) return;
    const order = instructionIn(instruction);
    if (order.wrapUp) return this.wrapUp();
    if (order.say.length > 0) await this.speak(order.say);
  }

  summary(): string | undefined {
    if (this.notepad.issue.length === 0) return undefined;
    return `${this.notepad.name ?? 'The caller'}: ${issueSummary(this.notepad.issue)}`;
  }

  private async respond(lines: string[], words: string, isAside: boolean): Promise<void> {
    const impression = listen(this.turns, this.context, this.hearsAs);
    if (this.isUndecided(impression, words)) return this.ask(lines, 'urgency', this.script.line('clarify'));
    lines.push(...(await this.takeToHeart(impression, words)));
    if (this.notepad.classification === 'spam') return this.finish([this.script.line('spam')]);
    if (this.notepad.classification === 'ambiguous') return this.ask(lines, 'urgency', this.script.line('clarify'));
    await this.carryOn(lines, words, isAside);
  }

  private answersToAsides(words: string): string[] {
    const lines: string[] = [];
    if (!this.greetedAgain) lines.push(this.script.line('repeat'));
    this.greetedAgain = true;
    if (asksIfRobot(words)) lines.push(this.script.line('robot'));
    if (asksPrice(words)) lines.push(this.script.line('price'));
    return lines;
  }

  /** Ambiguous once is asked about; the caller's answer is then trusted (PRD §5: "Trust their answer"). */
  private isUndecided(impression: Impression, words: string): boolean {
    if (this.notepad.classification !== 'ambiguous' || impression.classification !== 'ambiguous') return false;
    if (!this.asked.has('urgency')) return true;
    impression.classification = /\b(?:tonight|now|asap|right away|yes|yeah|urgent)\b/i.test(words)
      ? 'emergency'
      : 'routine';
    return false;
  }

  /** Reports a class that is new or higher; returns what has to be said before the next question. */
  private async takeToHeart(impression: Impression, words: string): Promise<string[]> {
    this.notepad.tone = impression.tone;
    if (impression.assessment.serviceType !== 'unknown') this.notepad.service = impression.assessment.serviceType;
    if (RANK[impression.classification] <= RANK[this.notepad.classification]) return [];
    const settledBefore = this.notepad.classification !== 'ambiguous';
    // Somebody who is on the way to an appointment does not turn into a salesman.
    if (impression.classification === 'spam' && settledBefore) return [];
    this.notepad.classification = impression.classification;
    this.notepad.reasoning = impression.reasoning;
    this.notepad.safety = impression.assessment.safetyInstruction;
    if (settledBefore && !saysNothingMore(words)) this.notepad.issue.push(words);
    const order = await this.use('classify_call', classifyArguments(this.notepad));
    this.notepad.classification = this.classHeldBy(order);
    const lines = this.linesAfterClassifying(order);
    // The technician is alerted on what is known now; name and address follow with a second call.
    if (this.isEmergency) await this.use('route_to_oncall', routeArguments(this.notepad));
    return lines;
  }

  private get isEmergency(): boolean {
    return this.notepad.classification === 'emergency';
  }

  /** The server has the last word, except that nobody talks it or the agent out of an emergency. */
  private classHeldBy(order: Instruction): CallClass {
    if (order.emergency || this.isEmergency) return 'emergency';
    if (order.endPolitely) return 'spam';
    return order.askUrgency && !this.asked.has('urgency') ? 'ambiguous' : this.notepad.classification;
  }

  private linesAfterClassifying(order: Instruction): string[] {
    if (this.notepad.classification === 'spam' || this.notepad.classification === 'ambiguous') return [];
    if (this.notepad.classification === 'routine') return [this.script.line('routine'), ...order.say];
    const safety = order.say.length > 0 ? order.say.join(' ') : this.script.safety(this.notepad.safety);
    this.notepad.safetyLineGiven = safety;
    // Safety before questions: what to do comes between the two sentences of the PRD's transition line.
    const [alarm = '', ...rest] = this.script.line('emergency').split(/(?<=\.)\s+/);
    return [alarm, safety ?? '', rest.join(' ')];
  }

  private async carryOn(lines: string[], words: string, isAside: boolean): Promise<void> {
    const closing = this.pending === 'anything-else' && !isAside;
    const question = nextQuestion(this.notepad, this.asked);
    if (question) return this.ask(lines, question, undefined, isAside);
    if (this.isEmergency && !this.routed) return this.alertTechnician(lines);
    if (closing) return this.sayGoodbye(lines);
    if (isAside) return this.ask(lines, 'anything-else', undefined, true);
    if (this.isEmergency) return this.sayGoodbye(lines);
    await this.closeRoutine(lines, words);
  }

  private async ask(lines: string[], question: Question, wording?: string, again = false): Promise<void> {
    this.pending = question;
    if (!again) this.asked.set(question, (this.asked.get(question) ?? 0) + 1);
    // The line about being automated ends in a question of its own: one question at a time.
    const answered = lines.map((line) => line.replace(/\s*How can I help\?$/, ''));
    await this.speak([...answered, wording ?? questionLine(question, this.notepad)]);
  }

  private async alertTechnician(lines: string[], question: LineName = 'anythingForTech'): Promise<void> {
    this.routed = true;
    const safety = await this.passOnDetails();
    const order = await this.use('route_to_oncall', routeArguments(this.notepad));
    const name = firstName(this.notepad);
    const ordered = order.say.length > 0 ? [name ? `OK ${name}.` : '', ...order.say] : undefined;
    this.pending = 'anything-else';
    const reaching = ordered ?? [this.script.line('reaching', { Name: name })];
    await this.speak([...lines, ...safety, ...reaching, this.script.line(question)]);
  }

  /** @returns the safety instruction that the server found due in what was passed on. */
  private async passOnDetails(): Promise<string[]> {
    const order = await this.use('collect_caller_details', detailsArguments(this.notepad));
    if (!order.emergency || !order.wordForWord) return [];
    this.notepad.classification = 'emergency';
    this.notepad.safetyLineGiven = order.say.join(' ');
    return order.say;
  }

  private async closeRoutine(lines: string[], words: string): Promise<void> {
    if (!this.booking.isOpen()) lines.push(...(await this.passOnDetails()));
    if (this.isEmergency) return this.alertTechnician(lines);
    const before = this.booking.isOpen() ? lines : [...lines, readBack(this.notepad)];
    const offer = await this.booking.next(words, this.notepad);
    if (offer.kind === 'ask') return this.ask(before, 'slot', offer.line);
    this.pending = 'anything-else';
    await this.speak([...before, offer.kind === 'said' ? offer.line : this.script.line('officeCalls')]);
  }

  private async sayGoodbye(lines: string[]): Promise<void> {
    lines.push(...(await this.passOnDetails()));
    const name = { Name: firstName(this.notepad) };
    const hangTight = this.isEmergency ? [this.script.line('hangTight', name)] : [];
    await this.finish([...lines, ...hangTight, this.farewell(name)]);
  }

  private farewell(name: Record<string, string>): string {
    return this.brief.endCallMessage ?? this.script.line('goodbye', name);
  }

  /** Scenario 35: an English apology and a note on the card; a hazard is still reported before anything else. */
  private async apologiseInEnglish(words: string): Promise<void> {
    this.notepad.issue.push(words);
    this.notepad.remarks.push('Language barrier: the caller speaks Spanish.');
    const impression = listen(this.turns, this.context, this.hearsAs);
    if (impression.classification !== 'emergency') impression.classification = 'routine';
    await this.takeToHeart(impression, words);
    await this.use('collect_caller_details', detailsArguments(this.notepad));
    await this.finish([this.notepad.safetyLineGiven ?? '', this.script.line('spanish'), this.farewell({})]);
  }

  /** PRD scenario 24. What the caller has told so far is saved first: the cut at the maximum duration is abrupt. */
  private async wrapUp(): Promise<void> {
    if (this.isEmergency && !this.routed) return this.alertTechnician([], 'wrapUp');
    this.pending = 'anything-else';
    for (const question of ['name', 'number', 'address', 'details'] as const)
      this.asked.set(question, Number.MAX_SAFE_INTEGER);
    await this.speak([this.script.line('wrapUp')]);
  }

  private async use(tool: string, args: Record<string, unknown>): Promise<Instruction> {
    const offer = this.brief.tools.find((candidate) => candidate.name === tool);
    if (!offer) return instructionIn('');
    const unknown = (offer.parameters.required ?? []).filter((key) => args[key] === undefined);
    const complete = { ...args, ...Object.fromEntries(unknown.map((key) => [key, 'Unknown'])) };
    return instructionOf(await this.floor.useTool(tool, complete));
  }

  private async finish(lines: string[]): Promise<void> {
    this.over = true;
    await this.speak(lines);
    await this.floor.endCall();
  }

  private async speak(lines: string[]): Promise<void> {
    const utterance = lines.filter((line) => line !== '').join(' ');
    this.turns.push({ role: 'agent', text: utterance });
    await this.floor.say(utterance);
  }
}
