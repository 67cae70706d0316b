import type { Spoken } from '@domain/call/caller-hears';
import { safetyInShort } from '@domain/persona/safety-lines';
import { callerNameOf, type EmergencyFacts } from './facts.js';
import type { LegWords } from './leg-words.types.js';
import { inOwnVoice } from './own-voice.js';

const said = (words: string): Spoken => ({ words, language: 'es' });

const place = ({ address, unheardLine }: EmergencyFacts): Spoken[] => [
  ...(address ? [said(`En ${address}.`)] : []),
  ...(unheardLine
    ? [said(`Al cliente no se le dijo qué hacer. Díselo primero: ${safetyInShort(unheardLine, 'es')}.`)]
    : []),
];

export const SPANISH_LEG: LegWords = {
  page: (facts) => [
    said(`Llamada de emergencia para ${facts.accountName}. ${callerNameOf(facts)}.`),
    inOwnVoice(facts.issueSummary),
    ...place(facts),
  ],
  keys: said('Oprime uno para tomar la llamada ahora. Oprime dos si vas a llamar tú. Oprime tres para pasar.'),
  busy: said('Dijiste que no puedes, pero nadie más la tiene.'),
  watchdog: (facts) => [
    said(`Tomaste la emergencia de ${callerNameOf(facts)} para ${facts.accountName}.`),
    inOwnVoice(facts.issueSummary),
    said('¿Ya hablaste con el cliente?'),
  ],
  watchdogKeys: said('Oprime uno si ya hablaste. Oprime tres si no: entonces avisamos a la siguiente persona.'),
  thanks: said('Gracias. Adiós.'),
  taken: (takerName) => said(`${takerName} ya tiene esta emergencia. Gracias. Adiós.`),
  over: said('Esta emergencia ya está cerrada. Gracias. Adiós.'),
  connecting: said('Te comunico con el cliente ahora.'),
  callBack: said('Es tuya. Los datos están en un mensaje. Por favor llama al cliente ahora. Adiós.'),
  passed: said('De acuerdo. Avisamos a la siguiente persona. Adiós.'),
  gone: said('Es tuya. El cliente colgó. Oprime uno para llamarle ahora.'),
  noNumber: said('Es tuya. El cliente colgó y su número está oculto. Adiós.'),
  rejoin: said('El cliente colgó. Oprime uno para llamarle ahora.'),
  menu: (firstName, open, whoKey) => [
    said(`Hola ${firstName}.`),
    ...open.flatMap((facts, index) => [
      said(`Oprime ${index + 1} para hablar con ${callerNameOf(facts)}.`),
      inOwnVoice(facts.issueSummary),
    ]),
    said(`Oprime ${whoKey} para saber quién está de guardia. O espera en la línea para el asistente.`),
  ],
  onCall: (primary, backup, owner) =>
    said(`De guardia: ${primary}${backup ? `. Suplente: ${backup}` : ''}. Responsable: ${owner}. Adiós.`),
};
