/** How a call is treated. `ambiguous` is a state, not a verdict: it asks the clarifying question (PRD §3). */
export type CallClass = 'emergency' | 'routine' | 'spam' | 'ambiguous';

export type Priority = 'emergency' | 'same_day' | 'routine';

/** The topic of a call, for reports and digests. Routing never depends on it. */
export type TriageCategory =
  | 'water'
  | 'gas'
  | 'co'
  | 'heat'
  | 'ac'
  | 'electrical'
  | 'safety'
  | 'maintenance'
  | 'minor_repair'
  | 'quote'
  | 'scheduling'
  | 'inquiry'
  | 'non_service'
  | 'spam';

/** The trade that owns the problem, which need not be the trade of the contractor called. */
export type ServiceType = 'plumbing' | 'hvac' | 'electrical' | 'general' | 'unknown';

/** Which fixed safety line is spoken. With two hazards: evacuate, electrical, water, drip. */
export type SafetyInstruction =
  'evacuate' | 'fresh_air' | 'water_shutoff' | 'drip_faucets' | 'electrical_stay_away' | 'none';

export type CallerTone = 'calm' | 'concerned' | 'frustrated' | 'worried' | 'panicked' | 'neutral';

export type Trade = 'plumbing' | 'hvac' | 'electrical';

/** One final transcript line. `atSeconds` counts from the start of the call. */
export interface Turn {
  role: 'caller' | 'agent';
  text: string;
  atSeconds?: number;
}

export interface PriorCall {
  minutesAgo: number;
  classification?: CallClass;
}

/** What is known about the call beside its words. Everything is optional: a rule without its fact is silent. */
export interface TriageContext {
  /** HH:MM, 24 hours, in the account's own zone. */
  localTime?: string;
  trade?: Trade;
  tone?: CallerTone;
  priorCalls?: PriorCall[];
  outdoorTempF?: number;
  /** What the voice agent's own `classify_call` said. It can raise a class, never lower one. */
  voiceAgentClass?: CallClass;
  /** The account's own phrases. They can only add emergencies. */
  extraEmergencyPhrases?: string[];
}

/** One reason: these words of this turn, by this rule, speak for this class. */
export interface Evidence {
  /** Index into the turns; -1 when the reason is a circumstance (the hour, a repeat call, a tone). */
  turn: number;
  words: string;
  rule: string;
  favours: CallClass;
  /** Offsets into the turn's text, so that the words can be highlighted. */
  start?: number;
  end?: number;
}

export interface Assessment {
  classification: CallClass;
  priority: Priority;
  category: TriageCategory;
  serviceType: ServiceType;
  safetyInstruction: SafetyInstruction;
  /** 0..1. How sure the rules are of the class; not a probability of harm. */
  confidence: number;
  /** A miss could cost a life: gas, CO, electrical, active water, freezing no-heat, cooling for the vulnerable. */
  lifeSafety: boolean;
  /** The reasons, strongest first. */
  evidence: Evidence[];
}
