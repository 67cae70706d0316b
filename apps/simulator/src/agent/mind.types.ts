/** The voice agent's two halves meet here: the line it is on, and the mind that decides what to say. */

export interface ToolOffer {
  name: string;
  /** JSON Schema of the arguments the model may fill in. */
  parameters: { properties?: Record<string, unknown>; required?: string[] };
  description?: string;
}

export interface ToolAnswer {
  /** The webhook's `result`, or its `error` when it refused. */
  text: string;
  failed: boolean;
}

/** The assistant's configuration as one call sees it: overrides merged, variables filled in. */
export interface Brief {
  prompt: string;
  openingLine: string;
  endCallMessage?: string;
  tools: ToolOffer[];
  variables: Record<string, unknown>;
  /** E.164, absent when the caller id is withheld. */
  callerNumber?: string;
}

/** What a mind can do on the call. */
export interface Floor {
  /** Resolves when the line has been spoken, or when the caller talked over it. */
  say(line: string): Promise<void>;
  useTool(name: string, args: Record<string, unknown>): Promise<ToolAnswer>;
  endCall(): Promise<void>;
}

export interface Mind {
  /** The caller said something. */
  hear(words: string): Promise<void>;
  /** A system message reached the conversation (control URL `add-message`, or a `message.add` hook). */
  note(instruction: string): Promise<void>;
  /** What the call was about, for the vendor's report; undefined when nothing was learnt. */
  summary(): string | undefined;
}
