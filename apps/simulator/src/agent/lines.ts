import type { SafetyInstruction } from '@domain/triage/triage.types';

/** The PRD's spoken lines (section 4, VTCR 2.5, scenarios 20-35); an assistant whose prompt quotes its own wording is followed instead. */
const PRD_LINES = {
  emergency:
    'That sounds like it needs immediate attention. Let me get some quick details so I can reach our on-call technician right away.',
  routine: "Got it. I can help with that. Let me grab a few details and we'll get you taken care of.",
  clarify:
    "I want to make sure we handle this the right way. Is this something that needs attention tonight, or is it something that can wait until we're back in the office tomorrow morning?",
  spam: "Thanks for calling, but we're not interested at this time. Have a good night.",
  robot: "I'm [Owner]'s after-hours assistant. I help handle calls when the office is closed. How can I help?",
  price: 'Pricing depends on the specifics. Let me get your info so [Owner] can give you an exact number.',
  spanish: 'I apologize, let me have [Owner] call you back.',
  repeat: 'I see you called a little while ago.',
  reaching:
    "OK [Name], I'm going to reach out to our on-call technician right now. They should be calling you back within a few minutes.",
  anythingForTech: 'Is there anything else I should let the technician know?',
  hangTight: 'Got it. Our on-call tech will be reaching out shortly. Hang tight, [Name].',
  officeCalls:
    "I've got all your info. Our office opens at [Opening]. Someone will call you first thing in the morning to get you scheduled. Is there anything else I should pass along?",
  wrapUp: 'I think I have everything I need. Is there anything else?',
  stillThere: 'Are you still there?',
  goodbye: "Thanks for calling [Business Name], [Name]. We'll take good care of you. Have a good night.",
} as const;

export type LineName = keyof typeof PRD_LINES;

/** How each line is recognised among the sentences an assistant's prompt quotes. */
const RECOGNISED_BY: Partial<Record<LineName, RegExp>> = {
  emergency: /needs immediate attention/i,
  routine: /grab a few details/i,
  clarify: /attention tonight/i,
  spam: /not interested at this time/i,
  robot: /automated assistant|I help handle calls/i,
  price: /^pricing depends/i,
  spanish: /^I apologize,? let me have/i,
  repeat: /called a little while ago/i,
  reaching: /going to reach out to/i,
  anythingForTech: /anything else I should let (?:the|our) tech/i,
  hangTight: /hang tight/i,
  officeCalls: /^I've got all your info/i,
  wrapUp: /I think I have everything/i,
  goodbye: /take good care of you/i,
};

/** PRD §4's instructions, spoken when neither the tool's answer nor the prompt carries the sentence. */
const SAFETY_LINES: Record<Exclude<SafetyInstruction, 'none'>, string> = {
  evacuate:
    "Please leave the house with your family and do not turn on any lights or appliances. Wait outside for the technician's call.",
  fresh_air: 'Please get everyone out into fresh air now, and call 911 if anyone feels ill.',
  water_shutoff:
    'If you can safely reach the main water shutoff valve, go ahead and turn it off. That will stop the flow until our tech gets there.',
  drip_faucets: 'Open your faucets to a slow drip to keep the pipes from freezing while we get someone out there.',
  electrical_stay_away:
    'Stay away from the area and do not touch anything near it. If you smell smoke, call 911 first.',
};

/** How each instruction is recognised among the sentences an assistant's prompt quotes. */
const SAFETY_RECOGNISED_BY: Record<keyof typeof SAFETY_LINES, RegExp> = {
  evacuate: /leave the house/i,
  fresh_air: /fresh air/i,
  water_shutoff: /main water shutoff/i,
  drip_faucets: /slow drip/i,
  electrical_stay_away: /stay away from the area/i,
};

export interface Script {
  line(name: LineName, fill?: Record<string, string>): string;
  /** What to tell a caller in danger; undefined when there is nothing to do but wait. */
  safety(instruction: SafetyInstruction): string | undefined;
}

/**
 * The lines this assistant speaks: sentences quoted in its rendered prompt where they are recognised, the PRD's otherwise.
 * `fill` completes placeholders such as `[Name]`; what nobody knows is left out of the sentence.
 */
export function scriptOf(prompt: string, known: Record<string, string>): Script {
  const quoted = quotedSentences(prompt);
  return {
    line(name, fill = {}) {
      const own = RECOGNISED_BY[name];
      const wording = (own && quoted.find((sentence) => own.test(sentence))) ?? PRD_LINES[name];
      return filled(wording, { ...known, ...fill });
    },
    safety(instruction) {
      if (instruction === 'none') return undefined;
      return quoted.find((sentence) => SAFETY_RECOGNISED_BY[instruction].test(sentence)) ?? SAFETY_LINES[instruction];
    },
  };
}

/** Sentences in double quotes, straight or curly, across line breaks. */
function quotedSentences(text: string): string[] {
  return [...text.matchAll(/["“]([^"“”]{8,600})["”]/g)].map((match) => (match[1] ?? '').replace(/\s+/g, ' ').trim());
}

function filled(wording: string, values: Record<string, string>): string {
  const byKey = new Map(Object.entries(values).map(([key, value]) => [placeholderKey(key), value]));
  const complete = wording.replace(/\[([^\]]+)\]/g, (_whole, key: string) => byKey.get(placeholderKey(key)) ?? '');
  return complete
    .replace(/\s+([,.!?])/g, '$1')
    .replace(/,(?=[.!?])/g, '')
    .replace(/\s{2,}/g, ' ')
    .trim();
}

function placeholderKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z]/g, '');
}
