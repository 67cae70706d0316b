import { mustDiscloseInGreeting, withDisclosure } from './disclosure.js';
import { instructions } from './instructions.js';
import { fillMergeFields, oneLine, plainText } from './merge-fields.js';
import type { PersonaScript } from './persona-script.js';
import type { PersonaSettings } from './persona-settings.js';
import { personaTools } from './persona-tools.js';

const LONGEST_NAME = 40;
const WRAP_UP_AFTER_SECONDS = 300;
const MAX_SECONDS = 900;
// Ten seconds, as the PRD has it, hangs up on somebody who is walking to the shut-off valve (reference C1 6).
const SILENCE_SECONDS = 40;

/** The whole voice agent of one account (PRD sections 4 and 5; VTCR 1.3). The same settings give the same script. */
export function renderPersona(settings: PersonaSettings): PersonaScript {
  const clean = cleaned(settings);
  return {
    name: `After hours - ${clean.businessName}`.slice(0, LONGEST_NAME),
    greeting: greeting(clean),
    instructions: instructions(clean),
    tools: personaTools(clean.calendarEnabled),
    voiceId: clean.voiceId,
    languages: clean.languages.includes('es') ? ['en', 'es'] : ['en'],
    stillThere: 'Are you still there?',
    silenceSeconds: SILENCE_SECONDS,
    maxSeconds: MAX_SECONDS,
    timedNotes: [
      { afterSeconds: WRAP_UP_AFTER_SECONDS, note: WRAP_UP },
      { afterSeconds: MAX_SECONDS - 60, note: WRAP_UP },
    ],
  };
}

const WRAP_UP =
  'Wrap up the call now, unless an emergency has not been reported yet: report it first, then wrap up as described under CLOSING.';

function greeting(settings: PersonaSettings): string {
  const filled = fillMergeFields(settings.greeting, {
    BUSINESS_NAME: settings.businessName,
    AI_NAME: settings.aiName,
    OWNER_NAME: settings.ownerName,
    CONTRACTOR_NAME: settings.ownerName,
    GREETING_WORD: '{{greeting_word}}',
  });
  // The PRD's own template says "tonight" to every caller; its rule says the word follows the hour (C1 5).
  const timely = filled.replace(/\b(tonight|this evening|this morning)\b(?=\?)/, '{{greeting_word}}');
  return mustDiscloseInGreeting(settings.state, settings.aiDisclosure) ? withDisclosure(timely) : timely;
}

const cleaned = (settings: PersonaSettings): PersonaSettings => ({
  ...settings,
  businessName: oneLine(settings.businessName),
  ownerName: oneLine(settings.ownerName),
  aiName: oneLine(settings.aiName),
  serviceArea: oneLine(settings.serviceArea),
  trades: settings.trades.map(oneLine),
  services: settings.services.map(oneLine),
  additionalInstructions: plainText(settings.additionalInstructions),
});
