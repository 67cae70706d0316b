import { assess } from '@domain/triage/assess';
import type { Assessment, CallClass, CallerTone, TriageContext, Turn } from '@domain/triage/triage.types';

/** What the stand-in makes of the conversation so far, where a language model would use its judgement. */
export interface Impression {
  assessment: Assessment;
  classification: CallClass;
  tone: CallerTone;
  reasoning: string;
}

/** A test's way of making "the model" wrong: it hears every caller as this class, whatever they say. */
export type HearsAs = CallClass | undefined;

const TONES: [CallerTone, RegExp][] = [
  [
    'panicked',
    /\b(?:oh my god|omg|please hurry|hurry up|help me|screaming|we're going to die)\b|[([](?:crying|sobbing|shouting)[)\]]|!{2,}/i,
  ],
  ['worried', /\b(?:worried|scared|afraid|don't know what to do|freaking out|nervous)\b/i],
  ['frustrated', /\b(?:ridiculous|frustrat\w+|fed up|third time|unacceptable|still hasn't)\b/i],
];

function toneOf(turns: Turn[]): CallerTone {
  const said = turns
    .filter((turn) => turn.role === 'caller')
    .map((turn) => turn.text)
    .join(' ');
  return TONES.find(([, signs]) => signs.test(said))?.[0] ?? 'calm';
}

export function listen(turns: Turn[], context: TriageContext, hearsAs: HearsAs): Impression {
  const tone = toneOf(turns);
  const assessment = assess(turns, { ...context, tone });
  const classification = hearsAs ?? assessment.classification;
  return { assessment, classification, tone, reasoning: reasoningFor(classification, assessment) };
}

/** PRD §8's wording: "EMERGENCY: gas smell + family with children". */
function reasoningFor(classification: CallClass, assessment: Assessment): string {
  const words = [...new Set(assessment.evidence.map((piece) => piece.words.trim()).filter(Boolean))].slice(0, 4);
  const heard = words.length > 0 ? words.join(' + ') : 'nothing urgent heard';
  return `${classification.toUpperCase()}: ${heard}`;
}
