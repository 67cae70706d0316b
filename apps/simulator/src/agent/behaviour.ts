import type { CallClass } from '@domain/triage/triage.types';

/** How the stand-in for the model behaves; a test or the handset page makes it wrong on purpose. */
export interface AgentBehaviour {
  /** Hears every caller as this class, whatever they say; absent: it uses its own ear. */
  hearsAs?: CallClass;
  /** Tools it forgets to call. */
  forgets: string[];
  /** How tool arguments travel: one of the vendor's shapes, or each in turn. */
  argumentShape: string;
}

const USUAL: AgentBehaviour = { forgets: [], argumentShape: 'rotate' };

/** Behaviours by caller number, with one for everybody else under `*`. */
export class AgentBehaviours {
  private readonly byCaller = new Map<string, AgentBehaviour>();

  of(caller: string): AgentBehaviour {
    return this.byCaller.get(caller) ?? this.byCaller.get('*') ?? USUAL;
  }

  set(caller: string, change: Partial<AgentBehaviour>): AgentBehaviour {
    const behaviour = { ...USUAL, ...change };
    this.byCaller.set(caller, behaviour);
    return behaviour;
  }

  list(): Record<string, AgentBehaviour> {
    return { '*': USUAL, ...Object.fromEntries(this.byCaller) };
  }

  clear(): void {
    this.byCaller.clear();
  }
}
