import { says } from './call.js';
import type { Call } from './call.js';

/** PRD §3 override 3: a pitch, a survey, a fraud or a machine; and a call without a word. */
export function isSpam(call: Call): boolean {
  if (call.wordCount === 0) return true;
  if (says(call, 'wrongNumber') || says(call, 'legitContact')) return false;
  const cues = new Set(
    [...(call.heard.get('robot') ?? []), ...(call.heard.get('pitch') ?? [])].map((heard) => heard.start),
  ).size;
  return cues >= 2 || (cues === 1 && says(call, 'pitchCompany'));
}
