import type { Verb } from './document.js';
import { isPlayed, VOICE_ELEMENTS } from './grammar.js';

/** Elements whose inside is markup for the voice (SSML), not for the call. */
const SPOKEN = new Set(['Say']);

/** What Twilio's debugger would say of the document; empty when all is well. The call goes on in spite of it, as with the real one. */
export function complaintsAbout(verbs: readonly Verb[], parent = 'Response'): string[] {
  const allowed = VOICE_ELEMENTS[parent]?.children.split(' ') ?? [];
  return verbs.flatMap((verb) => {
    if (!allowed.includes(verb.name)) return [`12200 <${verb.name}> is not allowed in <${parent}>`];
    const inside = SPOKEN.has(verb.name) ? [] : complaintsAbout(verb.children, verb.name);
    return [...attributeComplaints(verb), ...unplayed(verb, parent), ...inside];
  });
}

function unplayed(verb: Verb, parent: string): string[] {
  return parent === 'Response' && !isPlayed(verb.name)
    ? [`<${verb.name}> is valid TwiML that the simulator does not play`]
    : [];
}

function attributeComplaints(verb: Verb): string[] {
  const known = VOICE_ELEMENTS[verb.name]?.attributes.split(' ') ?? [];
  return Object.entries(verb.attributes).flatMap(([name, value]) => {
    const declared = known.find((attribute) => attribute.replace(/[#?]$/, '') === name);
    if (declared === undefined) return [`12200 attribute ${name} is not allowed on <${verb.name}>`];
    return hasRightKind(declared, value)
      ? []
      : [`12200 attribute ${name}="${value}" of <${verb.name}> has the wrong type`];
  });
}

function hasRightKind(declared: string, value: string): boolean {
  if (declared.endsWith('#')) return /^\d+$/.test(value);
  return declared.endsWith('?') ? /^(true|false)$/i.test(value) : true;
}
