import type { CallerHears, Spoken } from '@domain/call/caller-hears';
import { routeCall } from '@domain/call/route-call';
import { Clock } from '@domain/ports/clock';
import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { CallDirectory } from './call-directory.service.js';
import type { ArrivingCall } from './calls.types.js';
import { LineMemory } from './line-memory.service.js';
import { ReceptionService } from './reception.service.js';
import { CUT_OFF_WORDS, KEY_LOST_WORDS, MESSAGE_KEPT_WORDS, STRAY_WORDS, voicemailWords } from './spoken-lines.js';

/** Callers hear ringing until we answer; after this they hear voicemail instead (law 5). */
const PATIENCE_MS = 2900;
/** A webhook that comes again this soon is the same ring. */
const SAME_RING_MS = 60_000;

/** The first answer to a call. Never fails: what goes wrong behind it becomes voicemail (law 5). */
@Injectable()
export class FrontDeskService {
  private readonly logger = new Logger(FrontDeskService.name);
  private readonly ringing = new Map<string, { at: number; answer: Promise<CallerHears> }>();

  constructor(
    private readonly directory: CallDirectory,
    private readonly reception: ReceptionService,
    private readonly memory: LineMemory,
    private readonly clock: Clock,
  ) {}

  /** The same ring gets the same answer: a repeated webhook must not start a second agent. */
  answer(arriving: ArrivingCall): Promise<CallerHears> {
    const now = this.clock.now().getTime();
    for (const [callSid, ring] of this.ringing) if (now - ring.at > SAME_RING_MS) this.ringing.delete(callSid);
    const known = this.ringing.get(arriving.callSid);
    if (known) return known.answer;
    const answer = this.firstAnswer(arriving);
    this.ringing.set(arriving.callSid, { at: now, answer });
    return answer;
  }

  /** Voicemail without any lookup that could fail: for the carrier's fallback URL and for failures on the way. */
  voicemail(to: string | undefined): CallerHears {
    return { kind: 'voicemail', words: voicemailWords(this.memory.of(to)?.businessName ?? null), offersKey: true };
  }

  /** After the key for an emergency, when nothing could be alerted: honest, and the message is still taken. */
  beep(language: Spoken['language']): CallerHears {
    return { kind: 'voicemail', words: KEY_LOST_WORDS[language], offersKey: false, language };
  }

  /** In the middle of the intake, when nothing could be looked up: the rest is said after the beep. */
  restOfMessage(): CallerHears {
    return { kind: 'voicemail', words: CUT_OFF_WORDS, offersKey: true };
  }

  /** After a message, when nothing could be looked up. */
  farewell(language: Spoken['language']): CallerHears {
    return { kind: 'goodbye', words: MESSAGE_KEPT_WORDS[language], language };
  }

  private async firstAnswer(arriving: ArrivingCall): Promise<CallerHears> {
    const late = pause(PATIENCE_MS, 'late' as const, { ref: false });
    try {
      const answer = await Promise.race([this.route(arriving), late]);
      return answer === 'late' ? this.withoutHelp(arriving, 'late') : answer;
    } catch (error) {
      return this.withoutHelp(arriving, String(error));
    }
  }

  private async route(arriving: ArrivingCall): Promise<CallerHears> {
    const owner = await this.directory.ownerOf(arriving.to);
    if (!owner) {
      await this.directory.noteStray(arriving.callSid, arriving.to);
      return { kind: 'voicemail', words: STRAY_WORDS, offersKey: false };
    }
    await this.memory.refresh(owner, arriving.to);
    return this.reception.take(owner, arriving);
  }

  /** From memory alone: the office's own phone while it is open, voicemail otherwise. The id finds the recording later. */
  private withoutHelp(arriving: ArrivingCall, error: string): CallerHears {
    this.logger.error({ event: 'call.unrecorded', callSid: arriving.callSid, error });
    const remembered = this.memory.of(arriving.to);
    const routing = remembered && routeCall(remembered.rules, this.momentWithoutAgent());
    if (routing?.kind === 'ring-business') return { kind: 'ring-business', number: routing.number, ringSeconds: 20 };
    return this.voicemail(arriving.to);
  }

  private momentWithoutAgent() {
    return { at: this.clock.now(), agentAvailable: false, businessLineFailed: false };
  }
}
