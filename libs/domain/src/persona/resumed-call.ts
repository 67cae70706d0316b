import { firstName } from './call-variables.js';
import { oneLine } from './merge-fields.js';

/** What is known of a caller whose way to the technician broke: a new conversation must not begin from nothing (decision 5). */
export interface ResumedCall {
  callerName: string | null;
  address: string | null;
  issueSummary: string | null;
  /** E.164; only its last digits are ever spoken. */
  callbackPhone: string | null;
  /** Who was being connected. */
  techName: string;
}

/** Longer than any address; a caller's own words must not crowd out the rules around them. */
const MOST_CHARACTERS = 160;

/** For the prompt, on one line: the caller's words stand in quotation marks, so that none passes for a rule. */
export function alreadyKnown(resumed: ResumedCall | undefined): string {
  if (!resumed) return 'nothing';
  const facts = [
    quoted('name', resumed.callerName),
    quoted('address', resumed.address),
    quoted('problem', resumed.issueSummary),
    resumed.callbackPhone ? `number ending in ${resumed.callbackPhone.slice(-4)}, confirmed` : null,
    `${firstName(oneLine(resumed.techName))} was being connected and will call back`,
  ];
  return facts.filter((fact) => fact !== null).join('; ');
}

/** First words of the conversation that goes on: they say what need not be told again, and ask for what is missing. */
export function resumedOpening(resumed: ResumedCall): string {
  const name = resumed.callerName ? `, ${firstName(oneLine(resumed.callerName))}` : '';
  const kept = resumed.address
    ? `I still have you at ${short(resumed.address)}, so you don't need to repeat anything.`
    : "I still have what you told me, so you don't need to repeat it.";
  return `I'm back with you${name}. ${kept} ${questionOf(resumed)}`;
}

function questionOf({ callerName, address }: ResumedCall): string {
  if (!callerName) return 'Can I get your name?';
  if (!address) return "And what's the address where you need service?";
  return 'Is there anything else I should let the technician know?';
}

const quoted = (label: string, words: string | null): string | null => (words ? `${label} "${short(words)}"` : null);

const short = (words: string): string => oneLine(words).slice(0, MOST_CHARACTERS);
