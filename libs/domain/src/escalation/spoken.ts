import { firstName } from '@domain/persona/call-variables';
import { safetyInShort } from '@domain/persona/safety-lines';
import { callerNameOf, type EmergencyFacts } from './facts.js';

/** What a person hears who picks up: who and what, then the three keys (decision 5). No key press means not reached. */
export function pageWords(facts: EmergencyFacts): string {
  const where = facts.address ? ` At ${facts.address}.` : '';
  return `Emergency call for ${facts.accountName}. ${callerNameOf(facts)}. ${withoutFullStop(facts.issueSummary)}.${where}${unheardWords(facts)}`;
}

const unheardWords = ({ unheardLine }: EmergencyFacts): string =>
  unheardLine ? ` The caller was not told what to do. Say first: ${safetyInShort(unheardLine)}.` : '';

/** In front of it, to somebody who asked not to be paged. */
export const busyPageWords = (words: string): string => `You said you are busy, but nobody else has it. ${words}`;

const withoutFullStop = (text: string): string => text.replace(/[.\s]+$/, '');

export const KEY_WORDS = 'Press 1 to take the call now. Press 2 if you will call back. Press 3 to pass.';

/** To whoever took an emergency a while ago and can't be texted. */
export const watchdogWords = (facts: EmergencyFacts): string =>
  `You took the emergency of ${callerNameOf(facts)} for ${facts.accountName}. ${withoutFullStop(facts.issueSummary)}. Have you reached them?`;
export const WATCHDOG_KEY_WORDS = 'Press 1 if you have. Press 3 if you have not: then we page the next person.';
export const thanksWords = 'Thank you. Goodbye.';

export const takenWords = (takerName: string): string => `${takerName} already has this one. Thank you. Goodbye.`;
export const overWords = 'This emergency is already closed. Thank you. Goodbye.';
export const connectingTechWords = 'Connecting you to the caller now.';
export const connectingCallerWords = (techName: string): string => `Connecting you to ${firstName(techName)} now.`;
export const callBackWords = 'Got it. The details are in a text message. Please call them back now. Goodbye.';
export const passedWords = 'OK. Paging the next person. Goodbye.';
export const goneWords = 'You have it. The caller has hung up. Press 1 to ring them now.';
export const noNumberWords = 'You have it. The caller has hung up and their number is withheld. Goodbye.';

/** To a caller who ends up alone: the tech's phone dropped before the two could speak. */
export const lostTechWords = (techName: string): string =>
  `I'm sorry, we lost the connection to ${firstName(techName)}. ${firstName(techName)} has your information and will call you right back. If you are in danger, leave and call 911.`;

/** To the technician whose conversation broke off before it began. */
export const rejoinWords = 'The caller has hung up. Press 1 to ring them now.';

/** When our own side fails, a phone must not go silent: the text is still there to be answered. */
export const faultWords =
  'Sorry, something went wrong on our side. The emergency is still open. Please answer the text message, or call this number back. Goodbye.';

/** As many emergencies as a person can choose between by key; the keys after them have other meanings. */
export const MOST_ON_MENU = 7;
export const WHO_KEY = '8';

/** A technician rings the line while an emergency is theirs, or waits for them. */
export function backMenuWords(name: string, open: EmergencyFacts[]): string {
  const choices = open.map(
    (facts, index) =>
      `Press ${index + 1} to be connected with ${callerNameOf(facts)}: ${withoutFullStop(facts.issueSummary)}.`,
  );
  return `Hello ${firstName(name)}. ${choices.join(' ')} Press ${WHO_KEY} to hear who is on call. Or stay on the line for the assistant.`;
}

export const whoWords = (now: {
  primary: { name: string };
  backup: { name: string } | null;
  owner: { name: string };
}): string =>
  `On call: ${now.primary.name}${now.backup ? `. Backup: ${now.backup.name}` : ''}. Owner: ${now.owner.name}. Goodbye.`;

/** PRD section 7 and VTCR 2.2: what the voice agent tells the caller when nobody took the transfer. */
export const transferFailedWords = (techName: string): string =>
  `I wasn't able to reach ${firstName(techName)} directly, but I've sent them an urgent message with your information. They'll be calling you back within a few minutes.`;

/** The tech answered by text or chose to call back while the caller was still with the agent. */
export const willCallBackWords = (techName: string): string =>
  `Good news: ${firstName(techName)} has your information and will be calling you back within a few minutes.`;
