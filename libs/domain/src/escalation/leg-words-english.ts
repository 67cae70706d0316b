import type { Spoken } from '@domain/call/caller-hears';
import { safetyInShort } from '@domain/persona/safety-lines';
import { callerNameOf, type EmergencyFacts } from './facts.js';
import type { LegWords } from './leg-words.types.js';
import { withoutFullStop } from './own-voice.js';

const said = (words: string): Spoken => ({ words, language: 'en' });

const unheard = ({ unheardLine }: EmergencyFacts): string =>
  unheardLine ? ` The caller was not told what to do. Say first: ${safetyInShort(unheardLine, 'en')}.` : '';

/** An English voice reads a name or a sentence of any caller well enough to be asked about it. */
export const ENGLISH_LEG: LegWords = {
  page: (facts) => {
    const where = facts.address ? ` At ${facts.address}.` : '';
    const what = `${callerNameOf(facts)}. ${withoutFullStop(facts.issueSummary)}.`;
    return [said(`Emergency call for ${facts.accountName}. ${what}${where}${unheard(facts)}`)];
  },
  keys: said('Press 1 to take the call now. Press 2 if you will call back. Press 3 to pass.'),
  busy: said('You said you are busy, but nobody else has it.'),
  watchdog: (facts) => [
    said(
      `You took the emergency of ${callerNameOf(facts)} for ${facts.accountName}. ${withoutFullStop(facts.issueSummary)}. Have you reached them?`,
    ),
  ],
  watchdogKeys: said('Press 1 if you have. Press 3 if you have not: then we page the next person.'),
  thanks: said('Thank you. Goodbye.'),
  taken: (takerName) => said(`${takerName} already has this one. Thank you. Goodbye.`),
  over: said('This emergency is already closed. Thank you. Goodbye.'),
  connecting: said('Connecting you to the caller now.'),
  callBack: said('Got it. The details are in a text message. Please call them back now. Goodbye.'),
  passed: said('OK. Paging the next person. Goodbye.'),
  gone: said('You have it. The caller has hung up. Press 1 to ring them now.'),
  noNumber: said('You have it. The caller has hung up and their number is withheld. Goodbye.'),
  rejoin: said('The caller has hung up. Press 1 to ring them now.'),
  menu: (firstName, open, whoKey) => {
    const choices = open.map(
      (facts, index) =>
        `Press ${index + 1} to be connected with ${callerNameOf(facts)}: ${withoutFullStop(facts.issueSummary)}.`,
    );
    const rest = `Press ${whoKey} to hear who is on call. Or stay on the line for the assistant.`;
    return [said(`Hello ${firstName}. ${choices.join(' ')} ${rest}`)];
  },
  onCall: (primary, backup, owner) =>
    said(`On call: ${primary}${backup ? `. Backup: ${backup}` : ''}. Owner: ${owner}. Goodbye.`),
};
