/** A JSON-Schema object: what the agent may pass to a tool. Everything in it is untrusted when it comes back. */
export interface ToolParameters {
  type: 'object';
  properties: Record<string, { type: 'string'; description: string; enum?: string[] }>;
  required: string[];
}

export type ToolName =
  'classify_call' | 'collect_caller_details' | 'route_to_oncall' | 'check_availability' | 'book_appointment';

export interface ScriptTool {
  name: ToolName;
  /** For the agent: when to use it. Under 1000 characters. */
  description: string;
  parameters: ToolParameters;
  /** Sent with every use, overriding what the agent says and invisible to it (decision 14). `{{name}}` is a per-call variable. */
  fixed: Record<string, string>;
  /** What the caller hears when our server does not answer; it must not promise anything. */
  onFailure: string;
}

/** The agent speaks up by itself when the call has lasted this long (PRD scenario 24). */
export interface TimedNote {
  afterSeconds: number;
  note: string;
}

/**
 * Everything the voice agent is for one account, rendered whole from its config: the provider is always given all of it,
 * because a partial update deletes what it does not mention. `{{name}}` marks a per-call variable.
 */
export interface PersonaScript {
  /** Internal name, at most 40 characters (the provider's limit). */
  name: string;
  /** First words of every call, the AI notice included where it is due. The caller may interrupt (scenario 20). */
  greeting: string;
  /** What the agent knows and how it behaves. */
  instructions: string;
  tools: ScriptTool[];
  voiceId: string;
  languages: ('en' | 'es')[];
  /** Asked after a silence. */
  stillThere: string;
  /** Hang up after this much silence: long enough to walk to the shut-off valve. */
  silenceSeconds: number;
  maxSeconds: number;
  timedNotes: TimedNote[];
}
