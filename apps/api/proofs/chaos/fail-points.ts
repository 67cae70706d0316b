import type { INestApplicationContext } from '@nestjs/common';
import { AlertDecisionService } from '../../src/escalation/alert-decision.service.js';
import { AlertPostService } from '../../src/escalation/alert-post.service.js';
import { DispatchService } from '../../src/escalation/dispatch.service.js';
import { PlainReceiptService } from '../../src/escalation/plain-receipt.service.js';
import { ReceiptService } from '../../src/escalation/receipt.service.js';
import { StepDepartureService } from '../../src/escalation/step-departure.service.js';
import { StepService } from '../../src/escalation/step.service.js';

/** Places between two effects of the ladder's code, in the order in which a page passes them. */
export const FAIL_POINTS = [
  'step-claimed',
  'step-uncommitted',
  'step-committed',
  'alert-claimed',
  'attempt-uncommitted',
  'attempt-committed',
  'sent-unrecorded',
  'outcome-uncommitted',
  'outcome-committed',
  'before-asking',
  'asked',
  'trace-committed',
] as const;
export type FailPoint = (typeof FAIL_POINTS)[number];

/** `throw`: the code fails and the process lives on. */
export type Fault = 'SIGKILL' | 'SIGSTOP' | 'throw';

/** Another thread delivers the signal; until then not one more statement may run. */
const SIGNAL_ARRIVES_WITHIN_MS = 200;

/** Makes this process fail once at each place it is armed for. The product itself knows nothing of these places. */
export class FailPoints {
  private readonly armed: Set<string>;

  constructor(
    points: string[],
    private readonly fault: Fault,
    private readonly say: (line: string) => void,
  ) {
    this.armed = new Set(points);
  }

  /** Puts the places around the services of a program that has not begun its work. */
  installIn(program: INestApplicationContext): void {
    const at = (point: FailPoint) => () => this.reached(point);
    around(program.get(StepDepartureService), 'write', { before: at('step-claimed'), after: at('step-committed') });
    around(program.get(StepService), 'fire', {
      after: (isFired) => (isFired ? this.reached('step-uncommitted') : undefined),
    });
    around(program.get(DispatchService), 'dispatch', { before: at('alert-claimed') });
    around(program.get(AlertDecisionService), 'decideInTurn', {
      after: ({ kind }) => (kind === 'send' ? this.reached('attempt-uncommitted') : undefined),
    });
    const post = program.get(AlertPostService);
    around(post, 'send', { before: at('attempt-committed'), after: at('sent-unrecorded') });
    around(post, 'ask', { before: at('before-asking'), after: at('asked') });
    around(program.get(PlainReceiptService), 'sent', { before: at('outcome-uncommitted') });
    const receipts = program.get(ReceiptService);
    around(receipts, 'record', { after: at('outcome-committed') });
    around(receipts, 'recordTrace', { after: at('trace-committed') });
  }

  private reached(point: FailPoint): void {
    if (!this.armed.delete(point)) return;
    this.say(`failed at ${point}`);
    if (this.fault === 'throw') throw new Error(`failed at ${point}`);
    process.kill(process.pid, this.fault);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SIGNAL_ARRIVES_WITHIN_MS);
  }
}

type Work = (...args: never[]) => Promise<unknown>;
type WorkOf<Service> = { [Name in keyof Service]: Service[Name] extends Work ? Name : never }[keyof Service];
type Of<Service, Name extends keyof Service> = Extract<Service[Name], Work>;

interface Watch<Method extends Work> {
  before?: () => void;
  after?: (result: Awaited<ReturnType<Method>>, args: Parameters<Method>) => void;
}

/** Replaces one method of one living object. */
function around<Service extends object, Name extends WorkOf<Service>>(
  service: Service,
  name: Name,
  watch: Watch<Of<Service, Name>>,
): void {
  type Method = Of<Service, Name>;
  const original = service[name] as (...args: Parameters<Method>) => Promise<Awaited<ReturnType<Method>>>;
  Reflect.set(service, name, async (...args: Parameters<Method>) => {
    watch.before?.();
    const result = await original.apply(service, args);
    watch.after?.(result, args);
    return result;
  });
}
