import type { CancelTimer, VirtualClock } from '../clock.js';
import type { AssistantConfig, AssistantHook } from './assistant-config.js';

export interface PatienceEvents {
  hook(hook: AssistantHook): void;
  silenceTooLong(): void;
  callTooLong(): void;
}

/** Watches the clock of one conversation: silence hooks, elapsed-time hooks, silence time-out and maximum duration. */
export class Patience {
  private readonly fixed: CancelTimer[];
  private waiting: CancelTimer[] = [];
  private readonly triggered = new Map<AssistantHook, number>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly config: AssistantConfig,
    private readonly events: PatienceEvents,
  ) {
    const elapsed = config.hooks.filter((hook) => hook.on.startsWith('call.timeElapsed'));
    this.fixed = [
      ...elapsed.map((hook) => clock.after(hook.seconds * 1000, () => events.hook(hook))),
      clock.after(config.maxSeconds * 1000, () => events.callTooLong()),
    ];
  }

  /** The agent has finished speaking: from now on the caller is silent. */
  startWaiting(): void {
    this.stopWaiting();
    const hooks = this.config.hooks.filter((hook) => hook.on.startsWith('customer.speech.timeout'));
    this.waiting = [
      ...hooks.map((hook) => this.clock.after(hook.seconds * 1000, () => this.trigger(hook))),
      this.clock.after(this.config.silenceSeconds * 1000, () => this.events.silenceTooLong()),
    ];
  }

  /** Somebody speaks. */
  stopWaiting(): void {
    for (const cancel of this.waiting) cancel();
    this.waiting = [];
  }

  end(): void {
    this.stopWaiting();
    for (const cancel of this.fixed) cancel();
  }

  private trigger(hook: AssistantHook): void {
    const count = this.triggered.get(hook) ?? 0;
    if (count >= hook.maxCount) return;
    this.triggered.set(hook, count + 1);
    this.events.hook(hook);
  }
}
