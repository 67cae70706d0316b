import type { ToolAnswer } from './mind.types.js';

/** What a tool's answer or a system note tells the agent to do. */
export interface Instruction {
  /** Sentences to speak word for word, in order. */
  say: string[];
  /** The server holds the call for an emergency, whatever the agent thought. */
  emergency: boolean;
  /** The lines are a safety instruction: they come before anything else. */
  wordForWord: boolean;
  /** The server cannot tell either: the caller is to be asked once. */
  askUrgency: boolean;
  endPolitely: boolean;
  wrapUp: boolean;
}

const QUOTED_ORDER = /\b(?:say|tell (?:the caller|them|him|her)|speak|read)\b[^"“”]{0,80}["“]([^"”]+)["”]/gi;
const PLAIN_ORDER = /\b(?:say|tell the caller)\b[^:"“.]{0,60}:\s*([^"“\s][^"“]*)$/i;
const HOLDS_FOR_EMERGENCY = /\b(?:emergency)\b/i;
const DENIES_EMERGENCY = /\b(?:not an emergency|no emergency|isn't an emergency)\b/i;

export function instructionIn(text: string): Instruction {
  const quoted = [...text.matchAll(QUOTED_ORDER)].map((match) => (match[1] ?? '').trim());
  const plain = quoted.length === 0 ? PLAIN_ORDER.exec(text)?.[1]?.trim() : undefined;
  return {
    say: plain ? [plain] : quoted,
    emergency: HOLDS_FOR_EMERGENCY.test(text) && !DENIES_EMERGENCY.test(text),
    wordForWord: /\bword for word\b/i.test(text),
    askUrgency: /\bask the caller once whether\b/i.test(text),
    endPolitely: /\bend the call politely\b/i.test(text),
    wrapUp: /\bwrap(?:ping)? (?:it |this |things )?up\b/i.test(text),
  };
}

/** A refused or lost tool call tells the agent nothing: the model carries on as if it had not asked. */
export function instructionOf(answer: ToolAnswer): Instruction {
  return instructionIn(answer.failed ? '' : answer.text);
}
